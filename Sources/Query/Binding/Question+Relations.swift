import Metrics

extension Question {
  /// The relations it reads, as far as its words say.
  package var relationsRead: Set<String> {
    var names = people.relationsRead
    if case .ties(let name, _, _) = rows { names.insert(name) }
    var calls = allMeasures.flatMap(\.calls)
    if case .choose(let choice) = kind { calls.append(choice.spread) }
    for call in calls {
      if let name = call.relation ?? call.metric.card.relation { names.insert(name) }
      if case .ties(let name)? = call.weight { names.insert(name) }
      if let name = call.weight?.measure?.inferredTie?.metric.card.relation { names.insert(name) }
      names.formUnion(call.group?.relationsRead ?? [])
    }
    return names
  }
}

extension BoundPeople {
  /// The relations that decide who is in it.
  fileprivate var relationsRead: Set<String> {
    switch self {
    case .audience(let sets, _, let name), .mutuals(let sets, _, let name):
      Set(sets.flatMap(\.relationsRead)).union([name])
    case .towards(let ties, let sets, _, _), .acting(let ties, _, let sets, _):
      Set(sets.flatMap(\.relationsRead)).union([ties.relation])
    case .intersection(let sets), .union(let sets): Set(sets.flatMap(\.relationsRead))
    case .difference(let base, let sets): Set(([base] + sets).flatMap(\.relationsRead))
    case .defined(_, let inner), .filtered(let inner, _), .scoped(let inner, _):
      inner.relationsRead
    case .ranking(let question): question.relationsRead
    default: []
    }
  }
}
