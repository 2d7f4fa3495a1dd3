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

/// What a rule of the grammar can begin with, so that the matcher need not look inside to refuse.
struct Beginning {
  /// The words and signs of the grammar.
  private(set) var literals: Set<String> = []
  /// The open terminals.
  private(set) var terminals: Set<Terminal> = []
  /// Whether it can be nothing at all, and so begins with whatever follows it.
  private(set) var isNullable = false

  /// Whether it may begin with a token; a word that some open terminal could take is let through.
  func admits(_ token: Token) -> Bool {
    if isNullable || literals.contains(token.literal) { return true }
    return terminals.contains { $0.admits(token) }
  }
}

extension Grammar {
  /// What each rule can begin with, in the order of the rules.
  ///
  /// Computed once, until nothing more is found. Complexity: O(rules squared) at worst.
  static let beginnings: [Beginning] = {
    var known = Rule.allCases.map { _ in Beginning() }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for rule in Rule.allCases {
        let found = Beginning(of: expression(of: rule), knowing: known)
        if found != known[rule.number] {
          known[rule.number] = found
          isGrowing = true
        }
      }
    }
    return known
  }()
}

extension Beginning: Equatable {
  /// What an expression begins with, by what is known of the rules in it.
  fileprivate init(of expression: Grammar.Expression, knowing known: [Beginning]) {
    switch expression {
    case .literal(let word): literals = [word]
    case .terminal(let terminal): terminals = [terminal]
    case .rule(let rule): self = known[rule.number]
    case .sequence(let parts):
      isNullable = true
      for part in parts where isNullable {
        let next = Beginning(of: part, knowing: known)
        take(next)
        isNullable = next.isNullable
      }
    case .choice(let parts):
      for part in parts {
        let next = Beginning(of: part, knowing: known)
        take(next)
        isNullable = isNullable || next.isNullable
      }
    case .optional(let part), .many(let part):
      self = Beginning(of: part, knowing: known)
      isNullable = true
    case .some(let part): self = Beginning(of: part, knowing: known)
    case .not: isNullable = true
    }
  }

  private mutating func take(_ other: Beginning) {
    literals.formUnion(other.literals)
    terminals.formUnion(other.terminals)
  }
}

extension Terminal {
  /// Whether a token is of a kind that it can begin with.
  fileprivate func admits(_ token: Token) -> Bool {
    if token.kind == .parameter { return true }
    switch (self, token.kind) {
    case (.number, .number), (.topicName, .number), (.date, .date), (.handle, .handle),
      (.hashtag, .hashtag), (.end, .end), (.text, .text), (.file, .text), (.topicName, .text),
      (.name, .text), (.columnName, .text):
      return true
    case (.rest, _): return token.kind != .end
    case (.number, _), (.date, _), (.handle, _), (.hashtag, _), (.end, _), (.text, _), (.file, _),
      (.parameter, _):
      return false
    default: return token.kind == .word
    }
  }
}
