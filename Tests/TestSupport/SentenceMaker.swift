package import Syntax

/// Makes sentences from the woven grammar: random, the same for the same seed, of bounded depth.
///
/// A sentence follows the rules without regard to `!` and to the order of alternatives. It keeps to
/// what the language asks beyond its rules: a clause stands once, one word joins a list, and a name
/// that a word of the language stands right behind is in quotes.
package struct SentenceMaker {
  /// The names that stand for the open terminals.
  private let names: [Terminal: [String]]
  /// From which depth on everything is kept as short as it can be.
  private let depthLimit: Int
  private var random: SeededRandom
  private var pieces: [String] = []
  /// The clauses of each rule that is being made, the innermost last.
  private var clauses: [Set<Rule>] = []
  /// What joins each list that is being made, the innermost last; "" where that is still open.
  private var joints: [String] = []
  /// Whether the last piece is a bare name, which a word behind it would go on with.
  private var endsInName = false

  /// A maker that uses some names besides its numbers, texts and dates.
  package init(seed: UInt64, names: [Terminal: [String]], depthLimit: Int = 14) {
    random = SeededRandom(seed: seed)
    self.names = names.merging(SentenceMaker.literals) { own, _ in own }
    self.depthLimit = depthLimit
  }

  /// The next sentence of a rule, its tokens between spaces.
  package mutating func sentence(of rule: Rule = .statement) -> String {
    (pieces, clauses, joints, endsInName) = ([], [], [], false)
    make(.rule(rule), depth: 0)
    return pieces.joined(separator: " ")
  }

  private mutating func make(_ expression: Grammar.Expression, depth: Int) {
    switch expression {
    case .literal(let word): make(word)
    case .terminal(let terminal):
      guard terminal != .end else { return }
      let name = names[terminal]?.randomElement(using: &random) ?? "\(terminal)"
      pieces.append(name)
      endsInName = terminal == .topicName && name.first?.isLetter == true
    case .rule(let rule): make(rule, depth: depth + 1)
    case .sequence(let parts): for part in parts { make(part, depth: depth) }
    case .choice(let parts):
      if SentenceMaker.joinsLists(parts), let joint = joints.last {
        if joint.isEmpty, case .literal(let word)? = parts.randomElement(using: &random) {
          joints[joints.count - 1] = word
        }
        make(joints.last ?? "")
      } else {
        make(choice(among: parts, depth: depth), depth: depth)
      }
    case .optional(let part): repeated(part, atLeast: 0, atMost: 1, depth: depth)
    case .many(let part): repeated(part, atLeast: 0, atMost: 2, depth: depth)
    case .some(let part): repeated(part, atLeast: 1, atMost: 2, depth: depth)
    case .not: break
    }
  }

  /// A word or sign; behind a bare name that would go on with it the name gets quotes.
  private mutating func make(_ word: String) {
    let isWord = word.first?.isLetter == true && !Grammar.reservedWords.contains(word)
    if endsInName, isWord { pieces.append("\"\(pieces.removeLast())\"") }
    pieces.append(word)
    endsInName = false
  }

  private mutating func make(_ rule: Rule, depth: Int) {
    if SentenceMaker.standsOnce(rule), let last = clauses.indices.last {
      guard clauses[last].insert(rule).inserted else { return }
    }
    let isWrapping = SentenceMaker.wrappings.contains(rule)
    if !isWrapping { clauses.append([]) }
    make(Grammar.expression(of: rule), depth: depth)
    if !isWrapping { clauses.removeLast() }
  }

  private mutating func repeated(
    _ part: Grammar.Expression,
    atLeast least: Int,
    atMost most: Int,
    depth: Int
  ) {
    var count = least
    while count < most, depth < depthLimit, Int.random(in: 0..<3, using: &random) == 0 {
      count += 1
    }
    joints.append("")
    for _ in 0..<count { make(part, depth: depth) }
    joints.removeLast()
  }

  /// Any alternative; deep down one of the shallowest.
  private mutating func choice(
    among parts: [Grammar.Expression],
    depth: Int
  ) -> Grammar.Expression {
    var open = parts
    if depth >= depthLimit {
      let least = parts.map { SentenceMaker.height(of: $0, SentenceMaker.heights) }.min()
      open = parts.filter { SentenceMaker.height(of: $0, SentenceMaker.heights) == least }
    }
    return open.randomElement(using: &random) ?? .sequence([])
  }
}

extension SentenceMaker {
  /// The rules that only say which clauses there are.
  private static let wrappings: Set<Rule> = [.clause, .rowClause, .scope]

  /// Whether a rule is a clause, or as good as one.
  private static func standsOnce(_ rule: Rule) -> Bool {
    rule.rawValue.hasSuffix("Clause") || rule == .against || rule == .choosing
  }

  /// Whether alternatives are the words that join a list.
  private static func joinsLists(_ parts: [Grammar.Expression]) -> Bool {
    let words = parts.compactMap { part in
      if case .literal(let word) = part { word } else { nil as String? }
    }
    return words.count == parts.count && words.contains("and") && words.contains("or")
  }

  /// What numbers, texts and dates look like.
  private static let literals: [Terminal: [String]] = [
    .number: ["1", "2", "3", "0.5", "10%", "12.5%", "1_000", ".25", "2026"],
    .count: ["1", "2", "3", "1_000", "2026"],
    .text: ["\"fan\"", "\"N*\"", "\"a \\\"b\\\" \\\\\"", "“NL”", "\"\""],
    .file: ["\"f.csv\"", "\"a b.tsv\""],
    .date: ["2026-01-31", "2026-03"],
    .handle: ["@ann", "@bob", "@\"Ann Lee\"", "@eve"],
    .hashtag: ["#yoga", "#pop"],
    .topicName: ["yoga", "\"hot yoga\"", "pop"],
    .parameter: ["$topic"],
    .rest: ["audience overlap", "rank"],
  ]

  /// The least nesting a rule can do with, by its number.
  private static let heights: [Int] = {
    var known = Rule.allCases.map { _ in 1_000 }
    for _ in Rule.allCases {
      for rule in Rule.allCases {
        known[rule.number] = 1 + height(of: Grammar.expression(of: rule), known)
      }
    }
    return known
  }()

  private static func height(of expression: Grammar.Expression, _ known: [Int]) -> Int {
    switch expression {
    case .literal, .terminal, .optional, .many, .not: 0
    case .rule(let rule): known[rule.number]
    case .sequence(let parts): parts.map { height(of: $0, known) }.max() ?? 0
    case .choice(let parts): parts.map { height(of: $0, known) }.min() ?? 0
    case .some(let part): height(of: part, known)
    }
  }
}

extension SyntaxNode {
  /// The tree in brackets, with what its leaves say and without their places.
  package var shape: String {
    let inner = parts.map { part in
      switch part {
      case .node(let node): node.shape
      case .leaf(let leaf): leaf.isQuoted ? "\"\(leaf.text)\"" : leaf.text
      }
    }
    return "(\(rule.rawValue) \(inner.joined(separator: " ")))"
  }
}
