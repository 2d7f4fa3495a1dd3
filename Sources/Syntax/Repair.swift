import Diagnostics

/// Reads a statement, and where it does not fit finds the small change that makes it fit.
///
/// A change is a word of the grammar for a word that is nearly it, or one word put in where it is
/// missing; it is proposed only when the changed statement parses, or gets further than before. It is
/// looked for near the failure, and not at all in very long statements, so that time stays bounded.
struct Repair {
  /// One change.
  fileprivate struct Change {
    let tokens: [Token]
    let original: Token
    let word: String
    let isInsertion: Bool
    let distance: Int
  }

  /// The most changes one statement may need.
  private static let changeLimit = 3
  /// How many tokens up to the failure are looked at; each costs a reading of the whole statement.
  private static let tokensLookedAt = 40
  /// The longest statement that is mended, in tokens.
  private static let longest = 400

  /// The tree of the statement, changed as proposed; nil where no change helps.
  let tree: SyntaxNode?
  /// Whether the statement only stops too early.
  let isUnfinished: Bool
  private let changes: [Change]
  /// What did not fit in the end, and what was expected there.
  private let failure: (token: Token, expectations: [Expectation], isTooDeep: Bool)?

  /// Reads the tokens of a statement.
  init(_ tokens: [Token], lexicon: Lexicon) {
    var tokens = tokens
    var changes: [Change] = []
    var matcher = Matcher(tokens, lexicon: lexicon)
    var tree = matcher.statement()
    isUnfinished = tree == nil && tokens[matcher.furthest].kind == .end && !matcher.isTooDeep
    while tree == nil {
      matcher = Matcher(tokens, lexicon: lexicon, for: .explaining)
      _ = matcher.statement()
      guard tokens.count <= Repair.longest, changes.count < Repair.changeLimit,
        let change = Repair.change(tokens, matcher, lexicon)
      else { break }
      changes.append(change)
      tokens = change.tokens
      matcher = Matcher(tokens, lexicon: lexicon)
      tree = matcher.statement()
    }
    self.tree = tree
    self.changes = changes
    failure =
      tree == nil
      ? (tokens[matcher.furthest], matcher.expectations, matcher.isTooDeep) : nil
  }

  /// What was wrong, in the order of places.
  func diagnostics(in source: SourceText) -> [Diagnostic] {
    var all = changes.map { $0.diagnostic(in: source) }
    if let failure {
      all.append(diagnostic(failure.token, failure.expectations, failure.isTooDeep, in: source))
    }
    return all
  }

  /// The best change: the one that gets furthest, then the smallest, then the last.
  private static func change(_ tokens: [Token], _ failed: Matcher, _ lexicon: Lexicon) -> Change? {
    var best: (change: Change, furthest: Int)?
    for change in misspellings(tokens, failed) {
      var matcher = Matcher(change.tokens, lexicon: lexicon)
      let furthest = matcher.statement() != nil ? Int.max : matcher.furthest
      guard furthest > failed.furthest else { continue }
      let isBetter =
        best.map { (furthest, -change.distance) > ($0.furthest, -$0.change.distance) } ?? true
      if isBetter { best = (change, furthest) }
    }
    return best?.change ?? insertion(tokens, failed, lexicon)
  }

  /// Each word up to the failure that is no word of the grammar but nearly one; and the word at the
  /// failure, whatever it is, where it is nearly one of those expected there.
  private static func misspellings(_ tokens: [Token], _ failed: Matcher) -> [Change] {
    let expected = failed.expectations.compactMap { expectation -> String? in
      guard case .words(let words) = expectation else { return nil }
      return words.split(separator: " ").first.map(String.init)
    }
    let known = Array(Grammar.usedWords)
    return tokens.indices.prefix(failed.furthest + 1).suffix(tokensLookedAt).reversed().flatMap {
      index -> [Change] in
      let token = tokens[index]
      let typed = token.text.lowercased()
      let isKnown = Grammar.usedWords.contains(typed)
      guard token.kind == .word, typed.count > (isKnown ? 3 : 2),
        !isKnown || index == failed.furthest
      else { return [] }
      let words = isKnown ? expected : known
      return NearestName.candidates(for: typed, among: words).map { word in
        var changed = tokens
        changed[index] = Token(kind: .word, text: word, range: token.range)
        let distance = NearestName.distance(
          Array(typed.unicodeScalars),
          Array(word.unicodeScalars)
        )
        return Change(
          tokens: changed,
          original: token,
          word: word,
          isInsertion: false,
          distance: distance
        )
      }
    }
  }

  /// The one word that is missing, where exactly one word at one place makes the statement fit.
  private static func insertion(_ tokens: [Token], _ failed: Matcher, _ lexicon: Lexicon) -> Change?
  {
    let words = Grammar.connectingWords(ofStatementBeginningWith: tokens[0].text.lowercased())
    var found: Change?
    let last = max(1, failed.furthest)
    for position in max(1, last - tokensLookedAt)...last where position < tokens.count - 1 {
      for word in words {
        let change = insertion(of: word, at: position, in: tokens)
        var matcher = Matcher(change.tokens, lexicon: lexicon)
        guard matcher.statement() != nil, stands(change.tokens[position + 1], lexicon) else {
          continue
        }
        guard found == nil else { return nil }
        found = change
      }
    }
    return found
  }

  /// Whether a token behind a word that was put in is more than a bare name nobody knows.
  private static func stands(_ token: Token, _ lexicon: Lexicon) -> Bool {
    token.kind != .word || lexicon.begins(with: token)
  }

  private static func insertion(of word: String, at position: Int, in tokens: [Token]) -> Change {
    let token = tokens[position]
    let range = token.range.lowerBound..<token.range.lowerBound
    var changed = tokens
    changed.insert(Token(kind: .word, text: word, range: range), at: position)
    return Change(
      tokens: changed,
      original: token,
      word: word,
      isInsertion: true,
      distance: word.count
    )
  }

  private func diagnostic(
    _ token: Token,
    _ expectations: [Expectation],
    _ isTooDeep: Bool,
    in source: SourceText
  ) -> Diagnostic {
    if isTooDeep {
      return Diagnostic(
        .unexpectedWord,
        "brackets are nested too deep here",
        at: source.place(of: token.range)
      )
    }
    let isEnd = token.kind == .end
    return Diagnostic(
      isEnd ? .unfinished : .unexpectedWord,
      isEnd
        ? "something is missing at the end" : "`\(source.slice(token.range))` does not fit here",
      at: source.place(of: token.range),
      choices: Repair.choices(expectations),
      choicesLabel: "here could stand"
    )
  }

  /// What could stand there: words first, the longest clause forms before short ones, then what
  /// the lexicon knows, then signs.
  private static func choices(_ expectations: [Expectation]) -> [String] {
    func order(_ expectation: Expectation) -> Int {
      switch expectation {
      case .terminal(.end): 3
      case .terminal: 0
      case .words(let words): words.first?.isLetter == true ? 1 : 2
      }
    }
    var seen: Set<String> = []
    return (0...3).flatMap { rank in
      expectations.filter { order($0) == rank }.map(\.label)
    }.filter { seen.insert($0).inserted }
  }
}

extension Repair.Change {
  fileprivate func diagnostic(in source: SourceText) -> Diagnostic {
    let typed = source.slice(original.range)
    guard isInsertion else {
      return Diagnostic(
        .unexpectedWord,
        "no word `\(typed)` fits here",
        at: source.place(of: original.range),
        fix: Diagnostic.Fix(range: original.range, replacement: word)
      )
    }
    let start = original.range.lowerBound
    // A comma stands right behind the word before it.
    let gap = source.slice(0..<start).reversed().prefix { $0 == " " }.count
    return Diagnostic(
      .unexpectedWord,
      "`\(word)` is missing before `\(typed)`",
      at: source.place(of: original.range),
      fix: word == ","
        ? Diagnostic.Fix(range: (start - gap)..<start, replacement: ", ")
        : Diagnostic.Fix(range: start..<start, replacement: word + " ")
    )
  }
}

extension Grammar {
  /// The words that join the parts of a statement: `by` of `top`, `from` of `load`.
  fileprivate static func connectingWords(ofStatementBeginningWith first: String) -> [String] {
    // A question that begins with a name is a list of measures.
    guard leadingWords.contains(first) else { return [","] }
    return StatementRule.allCases.flatMap { statement -> [String] in
      guard let rule = Rule(rawValue: statement.rawValue),
        case .sequence(let parts) = expression(of: rule), parts[0].words.contains(first)
      else { return [] }
      return parts.dropFirst().flatMap(\.joints)
    }
  }
}

extension Grammar.Expression {
  /// The words that stand in a sequence, alone or as one of several to choose from.
  fileprivate var joints: [String] {
    switch self {
    case .literal(let word): word.allSatisfy(\.isLetter) ? [word] : []
    case .sequence(let parts): parts.flatMap(\.joints)
    case .choice(let parts):
      parts.flatMap { if case .sequence = $0 { $0.joints } else { [String]() } }
    default: []
    }
  }

  /// The words it can be, where it is nothing but words.
  fileprivate var words: [String] {
    switch self {
    case .literal(let word): [word]
    case .choice(let parts): parts.flatMap(\.words)
    default: []
    }
  }
}
