package import Diagnostics
import Query
package import Syntax

/// `forget fans`, `forget history`: drops a definition, or the statements of before.
package struct ForgetCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .forget(let name) = statement else { return nil }
    guard let name else {
      try conversation.forgetHistory()
      return .done
    }
    if conversation.session.definitions.forget(name.text) {
      let left = conversation.session.definitions.names(saying: name.text)
      let note = left.isEmpty ? "" : "; \(left.joined(separator: ", ")) still says it"
      conversation.say("\(name.text) is forgotten\(note)")
      return .done
    }
    if conversation.session.keptAnswers.removeValue(forKey: name.text.lowercased()) != nil {
      conversation.say("the table \(name.text) is forgotten")
      return .done
    }
    let session = conversation.session
    let known = session.definitions.names + session.keptAnswers.keys.sorted()
    let clear = NearestName.clear(for: name.text, among: known)
    throw Diagnostics([
      Diagnostic(
        .unknownName,
        "no \(session.keptAnswers.isEmpty ? "definition" : "definition or table") is called `\(name.text)`",
        at: conversation.source.place(of: name.range),
        fix: clear.map { Diagnostic.Fix(range: name.range, replacement: $0) },
        choices: clear == nil ? known : []
      )
    ])
  }
}
