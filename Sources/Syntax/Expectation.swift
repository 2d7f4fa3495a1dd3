/// Something that could stand at a place of a statement.
package enum Expectation: Sendable, Hashable {
  /// Words or a sign of the grammar: "weighted by".
  case words(String)
  /// What the lexer or the lexicon recognises.
  case terminal(Terminal)

  /// It, in the words of a message.
  package var label: String {
    switch self {
    case .words(let words): words
    case .terminal(let terminal): terminal.label
    }
  }
}

/// Something that was looked for at the cursor, and where the text it would replace begins.
package struct Attempt: Sendable, Hashable {
  /// What could stand there.
  package let expectation: Expectation
  /// The rule that looks for it.
  package let rule: Rule
  /// The index of the token it would begin with.
  package let from: Int
}
