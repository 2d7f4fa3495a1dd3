/// The smallest piece of a statement.
package struct Token: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    /// Letters, digits, `_` and inner hyphens, beginning with a letter.
    case word
    /// A number; a percentage is its hundredth.
    case number(Double, isPercentage: Bool)
    /// `2026-01` or `2026-01-31`; checked where it is used.
    case date
    /// A text in quotes; `isClosed` is false where the closing quote is missing.
    case text(isClosed: Bool)
    /// `@ann` or `@"Ann Lee"`.
    case handle
    /// `#yoga`.
    case hashtag
    /// `$topic`, of which nobody has said what it stands for.
    case parameter
    /// A bracket, comma, comparison or arithmetic sign.
    case sign
    /// The end of the statement.
    case end
  }

  /// What it is.
  package let kind: Kind
  /// What it says: a word as it was typed, a text without its quotes, a handle without its
  /// `@`.
  package let text: String
  /// Its bytes in the source.
  package let range: Range<Int>
  /// The word or sign of the grammar that it may be: a word in lower case; empty for what is neither.
  let literal: String
  /// The number of the word or sign of the grammar that it may be; nil for what is neither.
  let word: Int?
  /// Whether it is a word that can be part of a bare name.
  let isNameWord: Bool

  /// A token.
  init(kind: Kind, text: String, range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.range = range
    switch kind {
    case .word: literal = text.lowercased()
    case .sign: literal = text
    default: literal = ""
    }
    word = literal.isEmpty ? nil : Grammar.wordNumbers[literal]
    isNameWord = kind == .word && !Grammar.reservedWords.contains(literal)
  }
}

extension Token {
  /// Whether it is this word or sign of the grammar.
  func isLiteral(_ literal: String) -> Bool { self.literal == literal }
}
