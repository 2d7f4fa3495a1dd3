/// Interprets the woven grammar over the tokens of one statement: a packrat matcher.
///
/// It remembers what each rule gave at each token, so a statement takes O(rules x tokens) time. A
/// rule that cannot begin with a token is not looked into, unless what was looked for is to be told.
struct Matcher {
  /// What is to be told besides the tree.
  enum Purpose: Equatable {
    /// Nothing but how far it got.
    case reading
    /// What was expected at the furthest token it could not pass.
    case explaining
    /// What could stand at a token; then every alternative is looked at.
    case completing(at: Int)
  }

  /// What a rule gave at a token.
  private struct Memory {
    let rule: Rule
    /// The node and the token behind it; nil where the rule does not fit.
    let match: (node: SyntaxNode, end: Int)?
  }

  /// The deepest nesting of rules; brackets within brackets some thirty deep.
  private static let depthLimit = 300

  private let tokens: [Token]
  private let lexicon: Lexicon
  private let isReading: Bool
  /// The token at the cursor, where completions are wanted.
  private let cursor: Int?
  /// What is known, by token; a few rules each.
  private var memory: [[Memory]]
  private var depth = 0
  /// How many `!` the matcher is behind: what must not stand there is neither expected nor offered.
  private var denials = 0

  /// The furthest token that was looked at and did not fit.
  private(set) var furthest = 0
  /// What was expected there, in the order it was looked for.
  private(set) var expectations: [Expectation] = []
  /// What was looked for at the cursor.
  private(set) var attempts: [Attempt] = []
  private var knownAttempts: Set<Attempt> = []
  /// Whether nesting went deeper than the limit.
  private(set) var isTooDeep = false

  /// A matcher of one statement's tokens, which an end token closes.
  init(_ tokens: [Token], lexicon: Lexicon, for purpose: Purpose = .reading) {
    self.tokens = tokens
    self.lexicon = lexicon
    isReading = purpose == .reading
    cursor = if case .completing(let token) = purpose { token } else { nil }
    memory = Array(repeating: [], count: tokens.count)
  }

  /// The tree of the rule `statement`; nil where the tokens do not fit.
  mutating func statement() -> SyntaxNode? {
    var parts: [SyntaxNode.Part] = []
    guard match(.statement, at: 0, into: &parts) != nil, case .node(let node)? = parts.first
    else { return nil }
    return node
  }

  /// Where an expression that begins at a token ends, its parts added to those found so far; nil
  /// where it does not fit, which leaves them as they were.
  private mutating func match(
    _ expression: Grammar.Expression,
    at position: Int,
    in rule: Rule,
    into parts: inout [SyntaxNode.Part]
  ) -> Int? {
    switch expression {
    case .literal(let word):
      return match(word, at: position, in: rule, into: &parts) { word }
    case .terminal(let terminal):
      return match(terminal, at: position, in: rule, into: &parts)
    case .rule(let inner):
      return match(inner, at: position, into: &parts)
    case .sequence(let sequence):
      return match(sequence: sequence, at: position, in: rule, into: &parts)
    case .choice(let alternatives):
      return match(choice: alternatives, at: position, in: rule, into: &parts)
    case .optional(let part):
      return match(part, at: position, in: rule, into: &parts) ?? position
    case .many(let part):
      return match(repeated: part, at: position, in: rule, into: &parts)
    case .some(let part):
      let end = match(repeated: part, at: position, in: rule, into: &parts)
      return end > position ? end : nil
    case .not(let part):
      denials += 1
      defer { denials -= 1 }
      var unused: [SyntaxNode.Part] = []
      return match(part, at: position, in: rule, into: &unused) == nil ? position : nil
    }
  }

  private mutating func match(
    _ rule: Rule,
    at position: Int,
    into parts: inout [SyntaxNode.Part]
  ) -> Int? {
    if isReading, !Grammar.beginnings[rule.number].admits(tokens[position]) {
      if denials == 0 { furthest = max(furthest, position) }
      return nil
    }
    if let known = memory[position].first(where: { $0.rule == rule }) {
      if let match = known.match { parts.append(.node(match.node)) }
      return known.match?.end
    }
    guard depth < Matcher.depthLimit else {
      isTooDeep = true
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    var inner: [SyntaxNode.Part] = []
    let end = match(Grammar.expression(of: rule), at: position, in: rule, into: &inner)
    guard let end else {
      remember(Memory(rule: rule, match: nil), at: position)
      return nil
    }
    let last = max(position, end - 1)
    let range = tokens[position].range.lowerBound..<tokens[last].range.upperBound
    let node = SyntaxNode(rule: rule, parts: inner, range: range)
    remember(Memory(rule: rule, match: (node, end)), at: position)
    parts.append(.node(node))
    return end
  }

  /// Behind `!` nothing is noted, and so nothing is remembered either.
  private mutating func remember(_ known: Memory, at position: Int) {
    if denials == 0 { memory[position].append(known) }
  }

  private mutating func match(
    sequence: [Grammar.Expression],
    at position: Int,
    in rule: Rule,
    into parts: inout [SyntaxNode.Part]
  ) -> Int? {
    let known = parts.count
    var end = position
    for index in sequence.indices {
      let part = sequence[index]
      let next: Int?
      if case .literal(let word) = part {
        next = match(word, at: end, in: rule, into: &parts) {
          sequence[index...].prefixOfLiterals.joined(separator: " ")
        }
      } else {
        next = match(part, at: end, in: rule, into: &parts)
      }
      guard let next else {
        parts.removeLast(parts.count - known)
        return nil
      }
      end = next
    }
    return end
  }

  private mutating func match(
    choice alternatives: [Grammar.Expression],
    at position: Int,
    in rule: Rule,
    into parts: inout [SyntaxNode.Part]
  ) -> Int? {
    var first: Int?
    for alternative in alternatives {
      if first == nil {
        first = match(alternative, at: position, in: rule, into: &parts)
        if first != nil, cursor == nil { break }
      } else {
        var unused: [SyntaxNode.Part] = []
        _ = match(alternative, at: position, in: rule, into: &unused)
      }
    }
    return first
  }

  private mutating func match(
    repeated part: Grammar.Expression,
    at position: Int,
    in rule: Rule,
    into parts: inout [SyntaxNode.Part]
  ) -> Int {
    var end = position
    while true {
      let known = parts.count
      guard let next = match(part, at: end, in: rule, into: &parts) else { return end }
      guard next > end else {
        parts.removeLast(parts.count - known)
        return end
      }
      end = next
    }
  }

  /// Matches a word; `label` is what messages and completion call it, together with the words that
  /// follow it in the grammar.
  private mutating func match(
    _ word: String,
    at position: Int,
    in rule: Rule,
    into parts: inout [SyntaxNode.Part],
    _ label: () -> String
  ) -> Int? {
    let token = tokens[position]
    let isMatch = token.isLiteral(word)
    if position == cursor { note(.words(label()), at: position, from: position, in: rule) }
    guard isMatch else {
      if position >= furthest { expect(.words(isReading ? word : label()), at: position) }
      return nil
    }
    let leaf = SyntaxLeaf(
      terminal: nil,
      text: word,
      number: nil,
      isPercentage: false,
      isQuoted: false,
      range: token.range
    )
    parts.append(.leaf(leaf))
    return position + 1
  }

  private mutating func match(
    _ terminal: Terminal,
    at position: Int,
    in rule: Rule,
    into parts: inout [SyntaxNode.Part]
  ) -> Int? {
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
    parts.append(.leaf(leaf(terminal, position..<end)))
    return end
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
    guard denials == 0 else { return }
    if position > furthest {
      furthest = position
      expectations = []
    }
    if !isReading, position == furthest, !expectations.contains(expectation) {
      expectations.append(expectation)
    }
  }

  private mutating func note(
    _ expectation: Expectation,
    at position: Int,
    from start: Int,
    in rule: Rule
  ) {
    guard position == cursor, denials == 0 else { return }
    let attempt = Attempt(expectation: expectation, rule: rule, from: start)
    if knownAttempts.insert(attempt).inserted { attempts.append(attempt) }
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
    if position == 0, Grammar.leadingWords.contains(tokens[0].literal) { return nil }
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
