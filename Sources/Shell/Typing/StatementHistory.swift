import Diagnostics
import Syntax
import Values

/// The statements of before, which someone else keeps.
package struct StatementHistory {
  /// All of them, oldest first.
  let statements: () -> [String]
  /// Forgets them; returns why it cannot.
  let forget: () -> String?

  /// A history that is read and forgotten so.
  package init(statements: @escaping () -> [String], forget: @escaping () -> String?) {
    self.statements = statements
    self.forget = forget
  }
}

extension Conversation {
  /// Writes the statements of before, the newest last; with a text those that hold it, whatever the
  /// case.
  mutating func describeHistory(with text: String?) throws(Diagnostics) {
    let wanted = text?.lowercased() ?? ""
    let found = try history.statements().enumerated()
      .map { (number: $0.offset + 1, text: $0.element) }
      .filter { wanted.isEmpty || $0.text.lowercased().contains(wanted) }
    write(
      Table(
        [
          Column("number", cells: .numbers(found.map { Double($0.number) })),
          Column("statement", cells: .texts(found.map { onOneLine($0.text) })),
        ],
        rowNoun: "statements"
      )
    )
  }

  /// Statements that were typed on several lines, as they could be typed on one.
  private func onOneLine(_ text: String) -> String {
    guard text.contains("\n") else { return text }
    let source = SourceText(text)
    return session.parser.parse(source, joiningLines: true)
      .map { source.slice($0.range).replacing("\n", with: " ") }
      .joined(separator: "; ")
  }

  /// Forgets the statements of before.
  func forgetHistory() throws(Diagnostics) {
    if let reason = try history.forget() {
      throw Diagnostics([Diagnostic(.unwritableFile, reason, at: place)])
    }
    surroundings.messages("  what was asked before is forgotten\n")
  }

  private var history: StatementHistory {
    get throws(Diagnostics) {
      guard let history = surroundings.history else {
        throw Diagnostics([Diagnostic(.nothingLoaded, "no history is kept here", at: place)])
      }
      return history
    }
  }
}
