import Notation

/// What rules can begin with and what can stand behind them: words and signs of the language, and
/// the names of open terminals.
struct FollowSets {
  /// What each rule stands for.
  let rules: [String: GrammarExpression]
  /// What an open terminal can begin with.
  private let opening: (String) -> Set<String>
  private var first: [String: Set<String>] = [:]
  private var follow: [String: Set<String>] = [:]

  /// The sets of some rules; takes passes over all of them until nothing is added.
  init(_ rules: [String: GrammarExpression], opening: @escaping (String) -> Set<String>) {
    self.opening = opening
    self.rules = rules
    var size = -1
    while size != total {
      size = total
      for (name, expression) in rules {
        first[name, default: []].formUnion(first(of: expression))
        note(expression, before: follow[name] ?? [])
      }
    }
  }

  /// The sets of the same rules read from right to left: what they end with, and what can stand
  /// before them.
  var mirrored: FollowSets { FollowSets(rules.mapValues(\.mirrored), opening: opening) }

  /// What can stand behind a rule.
  func behind(_ rule: String) -> Set<String> { follow[rule] ?? [] }

  private var total: Int {
    (Array(first.values) + Array(follow.values)).map(\.count).reduce(0, +)
  }

  /// Whether a rule can go on with the same word that can stand behind it, so that one word does
  /// not tell which of the two it is.
  func isOpenEnded(_ rule: String) -> Bool {
    guard let expression = rules[rule] else { return false }
    let behind = behind(rule)
    return endings(of: expression).contains { !first(of: $0).isDisjoint(with: behind) }
  }

  /// The parts that an expression can end without.
  private func endings(of expression: GrammarExpression) -> [GrammarExpression] {
    switch expression {
    case .optional(let part), .many(let part), .some(let part): return [part] + endings(of: part)
    case .choice(let parts): return parts.flatMap(endings)
    case .sequence(let parts):
      var found: [GrammarExpression] = []
      for part in parts.reversed() {
        found += endings(of: part)
        if !canBeEmpty(part) { break }
      }
      return found
    case .literal, .terminal, .rule, .not: return []
    }
  }

  /// Whether an expression can take nothing.
  func canBeEmpty(_ expression: GrammarExpression) -> Bool {
    switch expression {
    case .literal, .rule: false
    case .terminal(let name): name == "End"
    case .some(let part): canBeEmpty(part)
    case .optional, .many, .not: true
    case .sequence(let parts): parts.allSatisfy(canBeEmpty)
    case .choice(let parts): parts.contains(where: canBeEmpty)
    }
  }

  private func first(of expression: GrammarExpression) -> Set<String> {
    switch expression {
    case .literal(let word): return [word]
    case .terminal(let name): return opening(name)
    case .rule(let name): return first[name] ?? []
    case .not: return []
    case .optional(let part), .many(let part), .some(let part): return first(of: part)
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion(first(of: $1)) }
    case .sequence(let parts): return first(of: parts[...], before: [])
    }
  }

  /// What a sequence can begin with, and what stands behind it where all of it can be left out.
  func first(
    of parts: ArraySlice<GrammarExpression>,
    before behind: Set<String> = []
  ) -> Set<String> {
    var found: Set<String> = []
    for part in parts {
      found.formUnion(first(of: part))
      if !canBeEmpty(part) { return found }
    }
    return found.union(behind)
  }

  /// Notes what stands behind the rules in an expression.
  private mutating func note(_ expression: GrammarExpression, before behind: Set<String>) {
    switch expression {
    case .literal, .terminal, .not: break
    case .rule(let name): follow[name, default: []].formUnion(behind)
    case .optional(let part): note(part, before: behind)
    case .many(let part), .some(let part): note(part, before: behind.union(first(of: part)))
    case .choice(let parts): for part in parts { note(part, before: behind) }
    case .sequence(let parts):
      for index in parts.indices {
        note(parts[index], before: first(of: parts[(index + 1)...], before: behind))
      }
    }
  }
}

extension GrammarExpression {
  /// The expression from right to left.
  var mirrored: GrammarExpression {
    switch self {
    case .literal, .terminal, .rule: self
    case .sequence(let parts): .sequence(parts.reversed().map(\.mirrored))
    case .choice(let parts): .choice(parts.map(\.mirrored))
    case .optional(let part): .optional(part.mirrored)
    case .many(let part): .many(part.mirrored)
    case .some(let part): .some(part.mirrored)
    case .not(let part): .not(part.mirrored)
    }
  }
}
