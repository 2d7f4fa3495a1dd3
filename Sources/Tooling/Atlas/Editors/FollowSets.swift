import Notation

/// What rules can begin with and what can stand behind them: words and signs of the language, and
/// the names of open terminals.
struct FollowSets {
  private let rules: [String: GrammarExpression]
  /// What an open terminal can begin with.
  private let opening: (String) -> Set<String>
  private var first: [String: Set<String>] = [:]
  private var follow: [String: Set<String>] = [:]

  /// The sets of a grammar; takes passes over all rules until nothing is added.
  init(_ source: GrammarSource, opening: @escaping (String) -> Set<String>) {
    self.opening = opening
    rules = Dictionary(source.rules.map { ($0.name, $0.expression) }) { first, _ in first }
    var size = -1
    while size != total {
      size = total
      for rule in source.rules {
        first[rule.name, default: []].formUnion(first(of: rule.expression))
        note(rule.expression, before: follow[rule.name] ?? [])
      }
    }
  }

  private var total: Int {
    (Array(first.values) + Array(follow.values)).map(\.count).reduce(0, +)
  }

  /// Whether a rule can go on with the same word that can stand behind it, so that one word does
  /// not tell which of the two it is.
  func isOpenEnded(_ rule: String) -> Bool {
    guard let expression = rules[rule], let behind = follow[rule] else { return false }
    return endings(of: expression).contains { !first(of: $0).isDisjoint(with: behind) }
  }

  /// The other rules that can stand at the same word as an open-ended one: those that hold what
  /// it holds before its open end, and can end or go on there with what may stand behind it.
  ///
  /// Some of them never meet; to name them too costs nothing but a warning.
  func rivals(of rule: String) -> [String] {
    guard let expression = rules[rule], let behind = follow[rule] else { return [] }
    let heads = Set(stops(in: expression).filter { stop in
      stop.isFirst && stop.mayEnd && !stop.next.isDisjoint(with: behind)
    }.map(\.head))
    let ends = stops(in: expression).filter { heads.contains($0.head) }
      .reduce(into: behind) { $0.formUnion($1.next) }
    return rules.keys.sorted().filter { other in
      other != rule && stops(in: rules[other] ?? .choice([])).contains { stop in
        heads.contains(stop.head)
          && (!stop.next.isDisjoint(with: behind)
            || (stop.mayEnd && !(follow[other] ?? []).isDisjoint(with: ends)))
      }
    }
  }

  /// Whether an open-ended rule can be one word that could as well be a name.
  func isNameToo(_ rule: String, contextual: [String]) -> Bool {
    stops(in: rules[rule] ?? .choice([])).contains { stop in
      guard case .literal(let word) = stop.head else { return false }
      return stop.isFirst && stop.mayEnd && contextual.contains(word)
    }
  }

  /// A place in a rule behind a part of it.
  private struct Stop {
    /// The part: a word, a name or a rule.
    let head: GrammarExpression
    /// Whether nothing stands before it.
    let isFirst: Bool
    /// What can stand next in the rule.
    let next: Set<String>
    /// Whether the rule can end here.
    let mayEnd: Bool
  }

  /// The places in an expression.
  private func stops(in expression: GrammarExpression) -> [Stop] {
    switch expression {
    case .literal, .rule: return [Stop(head: expression, isFirst: true, next: [], mayEnd: true)]
    case .terminal(let name):
      let head = GrammarExpression.terminal(name.hasSuffix("Name") ? "Name" : name)
      return name == "End" ? [] : [Stop(head: head, isFirst: true, next: [], mayEnd: true)]
    case .not: return []
    case .optional(let part), .many(let part), .some(let part): return stops(in: part)
    case .choice(let parts): return parts.flatMap(stops)
    case .sequence(let parts):
      return parts.indices.flatMap { index in
        let rest = parts[(index + 1)...]
        let isFirst = parts[..<index].allSatisfy(canBeEmpty)
        return stops(in: parts[index]).map { stop in
          Stop(
            head: stop.head,
            isFirst: stop.isFirst && isFirst,
            next: stop.next.union(stop.mayEnd ? first(of: rest, before: []) : []),
            mayEnd: stop.mayEnd && rest.allSatisfy(canBeEmpty)
          )
        }
      }
    }
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

  private func canBeEmpty(_ expression: GrammarExpression) -> Bool {
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
  private func first(
    of parts: ArraySlice<GrammarExpression>,
    before behind: Set<String>
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
