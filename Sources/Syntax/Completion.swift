import Diagnostics

/// What could be typed at the cursor, from the same matcher that parses.
package struct Completion: Sendable {
  /// One thing that could stand at the cursor.
  package struct Slot: Sendable, Hashable {
    /// Words of the grammar, or a kind of name.
    package let expectation: Expectation
    /// The rule that looks for it.
    package let rule: Rule
    /// What was typed of it so far, without an opening quote or mark.
    package let typed: String
    /// The mark it was begun with: `@`, `#` or a quote; nil where there is none.
    package let mark: Character?
    /// The byte the replacement begins at.
    package let start: Int
  }

  /// The slots at a cursor (a byte offset) of a text, in the order the grammar looks for them.
  package static func slots(in text: String, at cursor: Int, lexicon: Lexicon) -> [Slot] {
    var bytes = text.utf8.prefix(cursor)
    // A cursor inside a character stands before it.
    while bytes.endIndex < text.utf8.endIndex, UTF8.isContinuation(text.utf8[bytes.endIndex]) {
      bytes = bytes.dropLast()
    }
    let source = SourceText(String(decoding: Array(bytes), as: UTF8.self))
    var tokens = Lexer.statements(of: source).statements.last?.tokens ?? []
    let size = source.text.utf8.count
    let isFresh = source.text.hasSuffix(";") || tokens.isEmpty
    if isFresh { tokens = [Token(kind: .end, text: "", range: size..<size)] }
    let target = Completion.target(of: tokens, cursor: size)
    var matcher = Matcher(tokens, lexicon: lexicon, for: .completing(at: target))
    _ = matcher.statement()
    return matcher.attempts.map { attempt in
      // Of what begins at the end nothing is typed yet, whatever space there is.
      let isAtEnd = attempt.from == tokens.count - 1
      let start = isAtEnd ? size : tokens[attempt.from].range.lowerBound
      let typed = source.slice(start..<size)
      return Slot(
        expectation: attempt.expectation,
        rule: attempt.rule,
        typed: typed.trimmingMarks,
        mark: typed.first.flatMap { "@#\"".contains($0) ? $0 : nil },
        start: start
      )
    }
  }

  /// The token being typed, or the end after a space.
  private static func target(of tokens: [Token], cursor: Int) -> Int {
    let end = tokens.count - 1
    guard let last = tokens.dropLast().last, last.range.upperBound == cursor else { return end }
    switch last.kind {
    case .word, .handle, .hashtag, .parameter, .number, .date, .text(isClosed: false):
      return end - 1
    case .text, .sign, .end: return end
    }
  }
}

extension String {
  /// The text without the mark or quote it begins with.
  fileprivate var trimmingMarks: String {
    var text = self[...]
    if let first = text.first, first == "@" || first == "#" { text = text.dropFirst() }
    if text.first == "\"" { text = text.dropFirst() }
    return String(text)
  }
}

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
