import Notation

/// The rules that one word ahead does not tell from themselves going on, or from each other.
///
/// An upper bound: some of the pairs never meet, because it looks only at the words on both sides.
struct RuleConflicts {
  /// A place in a rule behind a part of it.
  private struct Stop {
    /// The part: a word, a name or a rule.
    let head: GrammarExpression
    /// What can stand before the part in the rule.
    let before: Set<String>
    /// Whether the rule can begin with the part.
    let isFirst: Bool
    /// What can stand next in the rule.
    let next: Set<String>
    /// Whether the rule can end here.
    let mayEnd: Bool
  }

  private let ahead: FollowSets
  private let back: FollowSets
  private let stops: [String: [Stop]]

  /// The conflicts of rules with those sets.
  init(_ sets: FollowSets) {
    ahead = sets
    let back = sets.mirrored
    self.back = back
    stops = sets.rules.mapValues { RuleConflicts.stops(in: $0, sets, back) }
  }

  /// The rules that can stand at the same word as an open-ended one: those that hold what it
  /// begins with, and can end or go on there with what may stand behind it.
  func rivals(of rule: String) -> [String] {
    let behind = ahead.behind(rule)
    let open = stops[rule, default: []].filter {
      $0.isFirst && $0.mayEnd && !$0.next.isDisjoint(with: behind)
    }
    let nexts = open.reduce(into: behind) { $0.formUnion($1.next) }
    let before = back.behind(rule)
    return stops.keys.sorted().filter { other in
      other != rule
        && stops[other, default: []].contains { stop in
          open.contains { $0.head == stop.head }
            && !place(before: stop, in: other).isDisjoint(with: before)
            && (!stop.next.isDisjoint(with: behind)
              || (stop.mayEnd && !ahead.behind(other).isDisjoint(with: nexts)))
        }
    }
  }

  /// Whether an open-ended rule can be one word that could as well be a name.
  func isNameToo(_ rule: String, contextual: [String]) -> Bool {
    stops[rule, default: []].contains { stop in
      guard case .literal(let word) = stop.head else { return false }
      return stop.isFirst && stop.mayEnd && contextual.contains(word)
    }
  }

  private func place(before stop: Stop, in rule: String) -> Set<String> {
    stop.isFirst ? stop.before.union(back.behind(rule)) : stop.before
  }

  /// The places in an expression.
  private static func stops(
    in expression: GrammarExpression,
    _ ahead: FollowSets,
    _ back: FollowSets
  ) -> [Stop] {
    switch expression {
    case .literal, .rule: return [stop(behind: expression)]
    case .terminal("End"), .not: return []
    case .terminal(let name):
      return [stop(behind: .terminal(name.hasSuffix("Name") ? "Name" : name))]
    case .optional(let part), .many(let part), .some(let part): return stops(in: part, ahead, back)
    case .choice(let parts): return parts.flatMap { stops(in: $0, ahead, back) }
    case .sequence(let parts):
      return parts.indices.flatMap { index in
        let rest = parts[(index + 1)...]
        let head = Array(parts[..<index].reversed())
        let before = back.first(of: head.map(\.mirrored)[...])
        return stops(in: parts[index], ahead, back).map { stop in
          Stop(
            head: stop.head,
            before: stop.isFirst ? stop.before.union(before) : stop.before,
            isFirst: stop.isFirst && head.allSatisfy(ahead.canBeEmpty),
            next: stop.mayEnd ? stop.next.union(ahead.first(of: rest)) : stop.next,
            mayEnd: stop.mayEnd && rest.allSatisfy(ahead.canBeEmpty)
          )
        }
      }
    }
  }

  private static func stop(behind head: GrammarExpression) -> Stop {
    Stop(head: head, before: [], isFirst: true, next: [], mayEnd: true)
  }
}
