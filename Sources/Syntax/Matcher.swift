/// Interprets the woven grammar over the tokens of one statement: a packrat matcher.
///
/// It remembers what each rule gave at each token, so a statement takes O(rules x tokens) time, and
/// it keeps what was expected at the furthest token it could not pass.
struct Matcher {
  private struct Place: Hashable {
    let rule: Rule
    let position: Int
  }

  private struct Match {
    let parts: [SyntaxNode.Part]
    let end: Int
  }

  /// The deepest nesting of rules; brackets within brackets some thirty deep.
  private static let depthLimit = 300

  private let tokens: [Token]
  private let lexicon: Lexicon
  /// The token at the cursor, where completions are wanted; then every alternative is looked at.
  private let cursor: Int?
  private var memory: [Place: Match?] = [:]
  private var depth = 0

  /// The furthest token that was looked at and did not fit.
  private(set) var furthest = 0
  /// What was expected there, in the order it was looked for.
  private(set) var expectations: [Expectation] = []
  /// What was looked for at the cursor.
  private(set) var attempts: [Attempt] = []
  /// Whether nesting went deeper than the limit.
  private(set) var isTooDeep = false

  /// A matcher of one statement's tokens, which an end token closes.
  init(_ tokens: [Token], lexicon: Lexicon, cursor: Int? = nil) {
    self.tokens = tokens
    self.lexicon = lexicon
    self.cursor = cursor
  }

  /// The tree of the rule `statement`; nil where the tokens do not fit.
  mutating func statement() -> SyntaxNode? {
    guard let match = match(.rule(.statement), at: 0, in: .statement) else { return nil }
    guard case .node(let node)? = match.parts.first else { return nil }
    return node
  }

  private mutating func match(
    _ expression: Grammar.Expression,
    at position: Int,
    in rule: Rule
  ) -> Match? {
    switch expression {
    case .literal(let word):
      return match(words: [word], at: position, in: rule)
    case .terminal(let terminal):
      return match(terminal, at: position, in: rule)
    case .rule(let inner):
      return match(inner, at: position)
    case .sequence(let parts):
      return match(sequence: parts, at: position, in: rule)
    case .choice(let alternatives):
      var first: Match?
      for alternative in alternatives {
        let match = match(alternative, at: position, in: rule)
        if first == nil { first = match }
        if match != nil, cursor == nil { break }
      }
      return first
    case .optional(let part):
      return match(part, at: position, in: rule) ?? Match(parts: [], end: position)
    case .many(let part):
      return match(repeated: part, at: position, in: rule)
    case .some(let part):
      let match = match(repeated: part, at: position, in: rule)
      return match.end > position ? match : nil
    case .not(let part):
      // What must not stand here is neither expected nor offered.
      let known = (furthest, expectations, attempts)
      let found = match(part, at: position, in: rule)
      (furthest, expectations, attempts) = known
      return found == nil ? Match(parts: [], end: position) : nil
    }
  }

  private mutating func match(_ rule: Rule, at position: Int) -> Match? {
    let place = Place(rule: rule, position: position)
    if let known = memory[place] { return known }
    guard depth < Matcher.depthLimit else {
      isTooDeep = true
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    let inner = match(Grammar.expression(of: rule), at: position, in: rule)
    let match = inner.map { inner in
      let last = max(position, inner.end - 1)
      let node = SyntaxNode(
        rule: rule,
        parts: inner.parts,
        range: tokens[position].range.lowerBound..<tokens[last].range.upperBound
      )
      return Match(parts: [.node(node)], end: inner.end)
    }
    memory[place] = .some(match)
    return match
  }

  private mutating func match(
    sequence parts: [Grammar.Expression],
    at position: Int,
    in rule: Rule
  ) -> Match? {
    var found: [SyntaxNode.Part] = []
    var end = position
    for (index, part) in parts.enumerated() {
      let next: Match?
      if case .literal = part {
        let words = parts[index...].prefixOfLiterals
        next = match(words: words, at: end, in: rule)
      } else {
        next = match(part, at: end, in: rule)
      }
      guard let next else { return nil }
      found += next.parts
      end = next.end
    }
    return Match(parts: found, end: end)
  }

  private mutating func match(
    repeated part: Grammar.Expression,
    at position: Int,
    in rule: Rule
  ) -> Match {
    var found: [SyntaxNode.Part] = []
    var end = position
    while let next = match(part, at: end, in: rule), next.end > end {
      found += next.parts
      end = next.end
    }
    return Match(parts: found, end: end)
  }

  /// Matches the first of some words that follow each other in the grammar; all of them are what
  /// messages and completion call it.
  private mutating func match(words: [String], at position: Int, in rule: Rule) -> Match? {
    let expectation = Expectation.words(words.joined(separator: " "))
    note(expectation, at: position, from: position, in: rule)
    let token = tokens[position]
    guard token.isLiteral(words[0]) else {
      expect(expectation, at: position)
      return nil
    }
    let leaf = SyntaxLeaf(
      terminal: nil,
      text: words[0],
      number: nil,
      isPercentage: false,
      isQuoted: false,
      range: token.range
    )
    return Match(parts: [.leaf(leaf)], end: position + 1)
  }

  private mutating func match(_ terminal: Terminal, at position: Int, in rule: Rule) -> Match? {
    note(.terminal(terminal), at: position, from: position, in: rule)
    if let cursor, isBegun(terminal, at: position, before: cursor) {
      note(.terminal(terminal), at: cursor, from: position, in: rule)
    }
    guard let count = length(of: terminal, at: position) else {
      expect(.terminal(terminal), at: position)
      return nil
    }
    let end = position + count
    if terminal != .end, end == cursor, count > 0 {
      note(.terminal(terminal), at: end, from: position, in: rule)
    }
    return Match(parts: [.leaf(leaf(terminal, position..<end))], end: end)
  }

  private func leaf(_ terminal: Terminal, _ span: Range<Int>) -> SyntaxLeaf {
    let first = tokens[span.lowerBound]
    let last = tokens[max(span.lowerBound, span.upperBound - 1)]
    var number: Double?
    var isPercentage = false
    if case .number(let value, let percentage) = first.kind {
      (number, isPercentage) = (value, percentage)
    }
    if first.kind == .parameter { number = 1 }
    var isQuoted = false
    if case .text = first.kind { isQuoted = true }
    return SyntaxLeaf(
      terminal: terminal,
      text: tokens[span].map(\.text).joined(separator: " "),
      number: number,
      isPercentage: isPercentage,
      isQuoted: isQuoted,
      range: first.range.lowerBound..<last.range.upperBound
    )
  }

  private mutating func expect(_ expectation: Expectation, at position: Int) {
    if position > furthest {
      furthest = position
      expectations = []
    }
    if position == furthest, !expectations.contains(expectation) {
      expectations.append(expectation)
    }
  }

  private mutating func note(
    _ expectation: Expectation,
    at position: Int,
    from start: Int,
    in rule: Rule
  ) {
    guard position == cursor else { return }
    let attempt = Attempt(expectation: expectation, rule: rule, from: start)
    if !attempts.contains(attempt) { attempts.append(attempt) }
  }
}

extension Matcher {
  /// How many tokens a terminal takes at a position; nil where it does not fit.
  private func length(of terminal: Terminal, at position: Int) -> Int? {
    let token = tokens[position]
    // What a parameter stands for is not known; it may be whatever can be one.
    if token.kind == .parameter { return terminal.canBeParameter ? 1 : nil }
    switch terminal {
    case .parameter: return nil
    case .end: return token.kind == .end ? 0 : nil
    case .number:
      guard case .number = token.kind else { return nil }
      return 1
    case .text, .file:
      guard case .text = token.kind else { return nil }
      return 1
    case .date: return token.kind == .date ? 1 : nil
    case .handle: return token.kind == .handle && !token.text.isEmpty ? 1 : nil
    case .hashtag: return token.kind == .hashtag && !token.text.isEmpty ? 1 : nil
    case .functionName, .settingName:
      return lexicon.longestMatch(of: terminal, in: tokens[position...])
    case .measureName:
      guard !token.isLiteral("people") else { return nil }
      return lexicon.longestMatch(of: terminal, in: tokens[position...])
        ?? nameRun(at: position)
    case .setName:
      guard !token.isLiteral("people"),
        lexicon.longestMatch(of: .measureName, in: tokens[position...]) == nil
      else { return nil }
      return nameRun(at: position)
    case .relationName, .parameterName, .groupName: return nameRun(at: position)
    case .topicName:
      if case .number = token.kind { return 1 }
      return quotedName(token) ?? nameRun(at: position)
    case .name: return quotedName(token) ?? nameRun(at: position)
    case .columnName: return quotedName(token) ?? wordRun(at: position) { $0.kind == .word }
    case .rest: return token.kind == .end ? nil : tokens.count - 1 - position
    }
  }

  /// Whether the tokens up to the cursor begin a name of several words.
  private func isBegun(_ terminal: Terminal, at position: Int, before cursor: Int) -> Bool {
    guard position < cursor else { return false }
    switch terminal {
    case .rest: return true
    case .functionName, .settingName:
      return lexicon.hasName(of: terminal, beginningWith: tokens[position..<cursor])
    default: return false
    }
  }

  private func quotedName(_ token: Token) -> Int? {
    if case .text = token.kind { return 1 }
    return nil
  }

  /// A bare name: a run of words that are not reserved.
  ///
  /// At the start of a statement it does not begin with a word that a statement begins with.
  private func nameRun(at position: Int) -> Int? {
    if position == 0, Grammar.leadingWords.contains(tokens[0].text.lowercased()) { return nil }
    return wordRun(at: position) { $0.isNameWord }
  }

  /// The words from a position on; in front of the cursor a run of names stops, so that what may
  /// follow it is looked for there too.
  private func wordRun(at position: Int, _ belongs: (Token) -> Bool) -> Int? {
    var end = position
    while belongs(tokens[end]), end == position || end != cursor { end += 1 }
    return end > position ? end - position : nil
  }
}

extension Terminal {
  /// Whether a parameter nobody declared may stand for it.
  fileprivate var canBeParameter: Bool {
    switch self {
    case .parameter, .number, .text, .file, .date, .handle, .hashtag, .setName: true
    default: false
    }
  }
}

extension ArraySlice<Grammar.Expression> {
  /// The literals it begins with.
  fileprivate var prefixOfLiterals: [String] {
    var words: [String] = []
    for case .literal(let word) in prefix(while: { if case .literal = $0 { true } else { false } })
    {
      words.append(word)
    }
    return words
  }
}
