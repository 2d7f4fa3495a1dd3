import Graph
import Metrics
import Query
import Syntax
import Values

/// How a question looks while it is typed: words, numbers, texts, and names that mean something told
/// from those that do not.
package struct Colorist {
  /// A part of the text, and what it is to the eye.
  package struct Part: Sendable, Hashable {
    /// Its bytes in the text.
    package let range: Range<Int>
    /// What it is.
    package let role: ColorScheme.Role
  }

  /// The most of what is missing that the hint tells.
  private static let toldAtMost = 3

  private let session: Session
  private let names: Set<String>

  /// A colorist who knows the names of a session.
  package init(_ session: Session) {
    self.session = session
    names = session.everyName
  }

  /// The parts of a text that are not plain, in order, and a hint at what its end still lacks.
  ///
  /// What is being typed at the cursor, a byte offset, is not called unknown while something begins
  /// so. Complexity: O(people) where a person is named that there is not, else O(names).
  package func look(of text: String, at cursor: Int) -> (parts: [Part], hint: String) {
    let glance = Glance(at: text, parser: session.parser, parameters: session.parameters)
    var isBehindBar = false
    var parts: [Part] = []
    for piece in glance.pieces {
      if piece.kind == .sign { isBehindBar = isBehindBar || piece.text == "|" }
      if let role = role(of: piece, isTyped: piece.range.upperBound == cursor, isBehindBar) {
        parts.append(Part(range: piece.range, role: role))
      }
    }
    let isAtEnd = cursor == text.utf8.count && text.last?.isWhitespace == true
    return (parts, isAtEnd ? Self.hint(glance.missing) : "")
  }

  private static func hint(_ missing: [String]) -> String {
    guard !missing.isEmpty else { return "" }
    let told = missing.prefix(toldAtMost).map { String($0.prefix { $0 != "," }) }
    return "-- " + told.joined(separator: ", ") + (missing.count > toldAtMost ? ", ..." : "")
  }

  private func role(
    of piece: Glance.Piece,
    isTyped: Bool,
    _ isBehindBar: Bool
  ) -> ColorScheme.Role? {
    switch piece.kind {
    case .word: return .word
    case .number: return .number
    case .text: return .text
    case .comment: return .comment
    case .misfit: return isTyped ? nil : .unknown
    case .sign, .unclear: return nil
    case .name(let terminal):
      guard let isKnown = isKnown(piece.text, terminal) else { return nil }
      if isKnown { return .known }
      // A table may have columns that no one has heard of.
      if isBehindBar, terminal == .measureName { return nil }
      return isTyped && isBeginning(piece.text, terminal) ? nil : .unknown
    }
  }

  /// Whether a name means something; nil where any name may stand.
  private func isKnown(_ text: String, _ terminal: Terminal) -> Bool? {
    let graph = session.graph
    let key = text.lowercased()
    switch terminal {
    case .handle:
      if key == "me" { return session.settings.query.me != nil }
      return graph.people.number(of: text) != nil
        || graph.people.handles.number(ignoringCaseOf: text) != nil
    case .hashtag, .topicName:
      return graph.topics.number(of: text) != nil
        || graph.topics.number(ignoringCaseOf: text) != nil
        || session.definitions[key] != nil
    case .measureName, .setName, .groupName: return names.contains(key)
    case .relationName: return graph.canRead(key)
    case .parameter: return session.parameters.names.contains(key)
    case .functionName, .settingName: return true
    case .name: return names.contains(key) ? true : nil
    case .end, .number, .count, .text, .file, .date, .parameterName, .columnName, .rest: return nil
    }
  }

  /// Whether a name that means something begins so.
  private func isBeginning(_ text: String, _ terminal: Terminal) -> Bool {
    let graph = session.graph
    let key = text.lowercased()
    func begins(_ table: NameTable) -> Bool {
      table.fitting(text, limit: 1) { _ in 0 }?.fit == .beginning
    }
    switch terminal {
    case .handle: return key.isEmpty || "me".hasPrefix(key) || begins(graph.people.handles)
    case .hashtag, .topicName: return begins(graph.topics)
    case .parameter: return session.parameters.names.contains { $0.hasPrefix(key) }
    case .relationName: return graph.readableRelations.contains { $0.hasPrefix(key) }
    default: return names.contains { $0.hasPrefix(key) }
    }
  }
}

extension Session {
  /// Every bare name that means something in a question, in lower case.
  fileprivate var everyName: Set<String> {
    let measures = parser.lexicon.names(of: .measureName)
    let companions = vocabulary.cards.flatMap { $0.companions.map(\.name) }
    let events = ["topic", "kind", "person", "rank", "name", "brands", "brand", "those"]
    let columns = last?.answer.table.columns.map(\.name) ?? []
    let all =
      measures + companions + events + columns + graph.attributes.map(\.name)
      + graph.flagSetNames + graph.readableRelations + definitions.names
      + CalendarUnit.allCases.map(\.rawValue)
    return Set(all.map { $0.lowercased() })
  }
}
