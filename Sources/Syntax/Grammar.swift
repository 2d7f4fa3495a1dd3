/// The language as a table, woven from `grammar/`; `Matcher` interprets it.
package enum Grammar {
  /// The right-hand side of a rule.
  package indirect enum Expression: Sendable {
    /// A word or a sign of the language; words match whole and in any case.
    case literal(String)
    /// What the lexer or the lexicon recognises.
    case terminal(Terminal)
    case rule(Rule)
    case sequence([Expression])
    /// The first alternative that fits.
    case choice([Expression])
    case optional(Expression)
    case many(Expression)
    case some(Expression)
    /// Not this, without taking anything.
    case not(Expression)
  }
}

/// One file of the grammar, as people read it.
package struct GrammarPage: Sendable {
  /// The file's name without its ending: the statement's name.
  package let name: String
  /// What it is, in one line.
  package let title: String
  /// What to know, line by line.
  package let text: [String]
  /// Lines that are accepted.
  package let accepted: [String]
  /// Lines that are refused, each with the code of the refusal.
  package let rejected: [(text: String, code: String)]
  /// The words its rules use.
  package let words: [String]

  /// A page.
  package init(
    name: String,
    title: String,
    text: [String],
    accepted: [String],
    rejected: [(text: String, code: String)],
    words: [String]
  ) {
    self.name = name
    self.title = title
    self.text = text
    self.accepted = accepted
    self.rejected = rejected
    self.words = words
  }
}
