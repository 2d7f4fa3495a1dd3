import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// The people of a set who are in the graph.
  mutating func people(_ set: BoundPeople) throws(EvaluationError) -> PersonSet {
    let people = try members(of: set)
    return graph.present.map(people.intersection) ?? people
  }

  private mutating func members(of set: BoundPeople) throws(EvaluationError) -> PersonSet {
    switch set {
    case .everyone: return graph.everybody
    case .topic(let id, _): return interested(in: id)
    case .topics(let ids, _): return combined(ids.map { interested(in: $0) }, all: false)
    case .interested(let topics, let all):
      return combined(topics.map { interested(in: $0.id) }, all: all)
    case .people(let people):
      return PersonSet(people.map(\.id), universe: graph.personCount)
    case .flagged(let name, _): return flagged(name)
    case .brands: return graph.brandsOfActions
    case .defined(_, let meaning): return try people(meaning)
    case .audience(let speakers, let all, let relation):
      return try combined(speakers, all: all) { evaluator, people throws(EvaluationError) in
        evaluator.sources(of: people, over: relation) { _ in true }
      }
    case .mutuals(let speakers, let all, let relation):
      return try combined(speakers, all: all) { evaluator, people throws(EvaluationError) in
        evaluator.mutuals(of: people, over: relation)
      }
    case .towards(let ties, let sources, let all, let hops):
      return try combined(sources, all: all) { evaluator, people throws(EvaluationError) in
        try evaluator.reached(from: people, along: ties, hops: hops)
      }
    case .acting(let ties, let isNegated, let objects, let all):
      let actors = try combined(objects, all: all) { evaluator, people throws(EvaluationError) in
        evaluator.sources(of: people, over: ties.relation, where: ties.includes)
      }
      return isNegated ? graph.everybody.subtracting(actors) : actors
    case .intersection(let sets): return combined(try all(sets), all: true)
    case .union(let sets): return combined(try all(sets), all: false)
    case .difference(let base, let sets):
      let first = try people(base)
      return try all(sets).reduce(first) { $0.subtracting($1) }
    case .filtered(let base, let condition):
      let first = try people(base)
      try compute(condition.measures)
      let known = wanted
      wanted = first
      defer { wanted = known }
      return first.intersection(try truth(of: condition).yes)
    case .scoped(let base, let scope):
      var inner = try evaluator(on: scope)
      defer { keep(inner, on: scope) }
      return try inner.people(base).clipped(to: graph.personCount)
    case .ranking(let question):
      var inner = sibling(part: graph, scope: scope)
      let answer = try inner.answer(question)
      guard case .people(let people, _)? = answer.table["person"]?.cells else {
        return PersonSet(universe: graph.personCount)
      }
      return PersonSet(people, universe: graph.personCount)
    }
  }

  private mutating func all(_ sets: [BoundPeople]) throws(EvaluationError) -> [PersonSet] {
    var people: [PersonSet] = []
    for set in sets { people.append(try self.people(set)) }
    return people
  }

  private func combined(_ sets: [PersonSet], all: Bool) -> PersonSet {
    guard let first = sets.first else { return PersonSet(universe: graph.personCount) }
    return sets.dropFirst().reduce(first) { all ? $0.intersection($1) : $0.union($1) }
  }

  /// What each of some sets leads to, joined by any or by all.
  private mutating func combined(
    _ sets: [BoundPeople],
    all: Bool,
    _ led: (inout Evaluator, PersonSet) throws(EvaluationError) -> PersonSet
  ) throws(EvaluationError) -> PersonSet {
    var people: [PersonSet] = []
    for set in sets { people.append(try led(&self, self.people(set))) }
    return combined(people, all: all)
  }

  /// Who is interested in a topic.
  func interested(in topic: UInt32) -> PersonSet {
    graph.people(interestedIn: topic, atLeast: settings.interestThreshold)
  }

  private func flagged(_ name: String) -> PersonSet {
    guard case .flags(let flags)? = graph.attribute(name)?.cells else {
      return PersonSet(universe: graph.personCount)
    }
    let people = flags.indices.filter { flags[$0] == true }.map { PersonID($0) }
    return PersonSet(people, universe: graph.personCount)
  }
}

extension Evaluator {
  /// Whose ties lead to any of some people.
  ///
  /// Complexity: O(ties to them).
  private mutating func sources(
    of people: PersonSet,
    over name: String,
    where includes: (Double) -> Bool
  ) -> PersonSet {
    let relation = network(over: name).relations[name]
    return ends(of: relation?.backward, relation?.backwardWeights, of: people, where: includes)
  }

  private func ends(
    of rows: Rows?,
    _ weights: WeightColumn?,
    of people: PersonSet,
    where includes: (Double) -> Bool
  ) -> PersonSet {
    var ends = PersonSet(universe: graph.personCount)
    guard let rows else { return ends }
    for person in people.people {
      for position in rows.range(of: person) where includes(weights?[position] ?? 1) {
        ends.insert(rows.neighbours[position])
      }
    }
    return ends
  }

  /// Whom ties lead to in at most so many hops.
  ///
  /// Somebody they start from is among them only where ties of another lead there: each person keeps
  /// the first two starts that reach them. Complexity: O(hops x ties read), at most twice each tie.
  private mutating func reached(
    from people: PersonSet,
    along ties: BoundPeople.Ties,
    hops: Int
  ) throws(EvaluationError) -> PersonSet {
    let relation = network(over: ties.relation).relations[ties.relation]
    var first = [PersonID](repeating: nobody, count: graph.personCount)
    var second = first
    var frontier = people.people.map { (person: $0, start: $0) }
    for (person, start) in frontier { first[Int(person)] = start }
    for _ in 0..<hops where !frontier.isEmpty {
      guard !monitor.isCancelled() else { throw .cancelled }
      var next: [(person: PersonID, start: PersonID)] = []
      for (person, start) in frontier {
        for position in relation?.forward.range(of: person) ?? 0..<0 {
          guard let relation, ties.includes(relation.forwardWeights?[position] ?? 1) else {
            continue
          }
          let target = Int(relation.forward.neighbours[position])
          if first[target] == nobody {
            first[target] = start
          } else if first[target] != start, second[target] == nobody {
            second[target] = start
          } else {
            continue
          }
          next.append((PersonID(target), start))
        }
      }
      frontier = next
    }
    var reached = PersonSet(universe: graph.personCount)
    for person in 0..<PersonID(graph.personCount) {
      let isReached = people.contains(person) ? second[Int(person)] : first[Int(person)]
      if isReached != nobody { reached.insert(person) }
    }
    return reached
  }

  /// Who has a tie to somebody of a set that is returned by the same person.
  ///
  /// Complexity: O(ties of the set x log degree).
  private mutating func mutuals(of people: PersonSet, over name: String) -> PersonSet {
    var mutuals = PersonSet(universe: graph.personCount)
    guard let relation = network(over: name).relations[name] else { return mutuals }
    for person in people.people {
      for other in relation.backward[person]
      where relation.forward.position(of: other, in: person) != nil {
        mutuals.insert(other)
      }
    }
    return mutuals
  }
}
