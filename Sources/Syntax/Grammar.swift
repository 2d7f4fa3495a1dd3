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
struct Beginning: Equatable {
  /// The words and signs of the grammar, by their numbers.
  private var words = [Bool](repeating: false, count: Grammar.wordNumbers.count)
  /// The kinds of token that an open terminal can begin with, by their numbers.
  private var kinds = [Bool](repeating: false, count: Token.Kind.each.count)
  /// Whether it can be nothing at all, and so begins with whatever follows it.
  private(set) var isNullable = false

  /// Nothing.
  init() {}

  /// Whether it may begin with a token; a word that some open terminal could take is let through.
  func admits(_ token: Token) -> Bool {
    isNullable || kinds[token.kind.number] || token.word.map { words[$0] } == true
  }

  /// What an expression begins with, by what is known of the rules in it.
  fileprivate init(of expression: Grammar.Expression, knowing known: [Beginning]) {
    switch expression {
    case .literal(let word):
      if let number = Grammar.wordNumbers[word] { words[number] = true }
    case .terminal(let terminal):
      for kind in Token.Kind.each where terminal.admits(kind) { kinds[kind.number] = true }
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
    for index in words.indices where other.words[index] { words[index] = true }
    for index in kinds.indices where other.kinds[index] { kinds[index] = true }
  }
}

extension Grammar {
  /// The words and signs that the rules use, each with a number, from 0.
  static let wordNumbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for rule in Rule.allCases {
      for word in expression(of: rule).literals where numbers[word] == nil {
        numbers[word] = numbers.count
      }
    }
    return numbers
  }()

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

  /// Whether more than one place of the grammar looks for a rule, in the order of the rules.
  ///
  /// Rules that lead back to themselves are among them.
  static let isShared: [Bool] = {
    var counts = Rule.allCases.map { _ in 0 }
    for rule in Rule.allCases {
      for inner in expression(of: rule).rules { counts[inner.number] += 1 }
    }
    return counts.map { $0 > 1 }
  }()
}

extension Grammar.Expression {
  /// The words and signs in it.
  fileprivate var literals: [String] {
    if case .literal(let word) = self { [word] } else { parts.flatMap(\.literals) }
  }

  /// The rules in it, each as often as it stands there.
  fileprivate var rules: [Rule] {
    if case .rule(let rule) = self { [rule] } else { parts.flatMap(\.rules) }
  }

  private var parts: [Grammar.Expression] {
    switch self {
    case .literal, .terminal, .rule: []
    case .sequence(let parts), .choice(let parts): parts
    case .optional(let part), .many(let part), .some(let part), .not(let part): [part]
    }
  }
}

extension Token.Kind {
  /// A kind of each sort, in the order of their numbers.
  fileprivate static let each: [Token.Kind] = [
    .word, .number(0, isPercentage: false), .date, .text(isClosed: true), .handle, .hashtag,
    .parameter, .sign, .end,
  ]

  /// Its place among the kinds, from 0.
  fileprivate var number: Int {
    switch self {
    case .word: 0
    case .number: 1
    case .date: 2
    case .text: 3
    case .handle: 4
    case .hashtag: 5
    case .parameter: 6
    case .sign: 7
    case .end: 8
    }
  }
}

extension Terminal {
  /// Whether it can begin with a token of a kind.
  fileprivate func admits(_ kind: Token.Kind) -> Bool {
    if kind == .parameter { return true }
    switch (self, kind) {
    case (.number, .number), (.count, .number), (.topicName, .number), (.date, .date),
      (.handle, .handle),
      (.hashtag, .hashtag), (.end, .end), (.text, .text), (.file, .text), (.topicName, .text),
      (.name, .text), (.columnName, .text):
      return true
    case (.rest, _): return kind != .end
    case (.number, _), (.count, _), (.date, _), (.handle, _), (.hashtag, _), (.end, _), (.text, _),
      (.file, _),
      (.parameter, _):
      return false
    default: return kind == .word
    }
  }
}
