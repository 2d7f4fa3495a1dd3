package import Syntax

/// Makes sentences from the woven grammar: random, the same for the same seed, of bounded depth.
///
/// A sentence follows the rules without regard to `!` and to the order of alternatives, so that some
/// of them mean nothing.
package struct SentenceMaker {
  /// The names that stand for the open terminals.
  private let names: [Terminal: [String]]
  /// From which depth on everything is kept as short as it can be.
  private let depthLimit: Int
  private var random: SeededRandom
  private var pieces: [String] = []

  /// A maker that uses some names besides its numbers, texts and dates.
  package init(seed: UInt64, names: [Terminal: [String]], depthLimit: Int = 14) {
    random = SeededRandom(seed: seed)
    self.names = names.merging(SentenceMaker.literals) { own, _ in own }
    self.depthLimit = depthLimit
  }

  /// The next sentence of a rule, its tokens between spaces.
  package mutating func sentence(of rule: Rule = .statement) -> String {
    pieces = []
    make(.rule(rule), depth: 0)
    return pieces.joined(separator: " ")
  }

  private mutating func make(_ expression: Grammar.Expression, depth: Int) {
    switch expression {
    case .literal(let word): pieces.append(word)
    case .terminal(let terminal):
      guard terminal != .end else { return }
      pieces.append(names[terminal]?.randomElement(using: &random) ?? "\(terminal)")
    case .rule(let rule): make(Grammar.expression(of: rule), depth: depth + 1)
    case .sequence(let parts): for part in parts { make(part, depth: depth) }
    case .choice(let parts): make(choice(among: parts, depth: depth), depth: depth)
    case .optional(let part): repeated(part, atLeast: 0, atMost: 1, depth: depth)
    case .many(let part): repeated(part, atLeast: 0, atMost: 2, depth: depth)
    case .some(let part): repeated(part, atLeast: 1, atMost: 2, depth: depth)
    case .not: break
    }
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
    for _ in 0..<count { make(part, depth: depth) }
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
  /// What numbers, texts and dates look like.
  private static let literals: [Terminal: [String]] = [
    .number: ["1", "2", "3", "0.5", "10%", "12.5%", "1_000", ".25", "2026"],
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
