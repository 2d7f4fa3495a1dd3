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
    /// What was known of the token before; negative where nothing was.
    let before: Int
  }

  /// The deepest nesting of rules; brackets within brackets some thirty deep.
  private static let depthLimit = 300

  /// The tokens of the statement; the last one is its end.
  let tokens: [Token]
  /// The names it knows.
  let lexicon: Lexicon
  private let isReading: Bool
  /// The token at the cursor, where completions are wanted.
  let cursor: Int?
  /// What is known; a few rules a token, and only those that more than one place looks for.
  private var memory: [Memory] = []
  /// The last of it for each token; negative where nothing is.
  private var latest: [Int]
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
    latest = Array(repeating: -1, count: tokens.count)
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
    let isRemembered = Grammar.isShared[rule.number]
    if isRemembered, let known = known(rule, at: position) {
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
      if isRemembered { remember(rule, nil, at: position) }
      return nil
    }
    let last = max(position, end - 1)
    let range = tokens[position].range.lowerBound..<tokens[last].range.upperBound
    let node = SyntaxNode(rule: rule, parts: inner, range: range)
    if isRemembered { remember(rule, (node, end), at: position) }
    parts.append(.node(node))
    return end
  }

  private func known(_ rule: Rule, at position: Int) -> Memory? {
    var index = latest[position]
    while index >= 0 {
      if memory[index].rule == rule { return memory[index] }
      index = memory[index].before
    }
    return nil
  }

  /// Behind `!` nothing is noted, and so nothing is remembered either.
  private mutating func remember(
    _ rule: Rule,
    _ match: (node: SyntaxNode, end: Int)?,
    at position: Int
  ) {
    guard denials == 0 else { return }
    memory.append(Memory(rule: rule, match: match, before: latest[position]))
    latest[position] = memory.count - 1
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
      text: span.count == 1
        ? first.text : tokens[span].map(\.text).joined(separator: " "),
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
