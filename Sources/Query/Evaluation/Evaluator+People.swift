import Graph
import Values

extension Evaluator {
  /// The people of a set.
  mutating func people(_ set: BoundPeople) throws(EvaluationError) -> PersonSet {
    switch set {
    case .everyone: return graph.everybody
    case .topic(let id, _): return interested(in: id)
    case .interested(let topics, let all):
      return combined(topics.map { interested(in: $0.id) }, all: all)
    case .people(let people):
      return PersonSet(people.map(\.id), universe: graph.personCount)
    case .flagged(let name, _): return flagged(name)
    case .defined(_, let meaning): return try people(meaning)
    case .audience(let speakers, let all, let relation):
      var audiences: [PersonSet] = []
      for speaker in speakers { audiences.append(try audience(of: speaker, over: relation)) }
      return combined(audiences, all: all)
    case .intersection(let sets): return combined(try all(sets), all: true)
    case .union(let sets): return combined(try all(sets), all: false)
    case .difference(let base, let sets):
      let first = try people(base)
      return try all(sets).reduce(first) { $0.subtracting($1) }
    case .filtered(let base, let condition):
      let first = try people(base)
      try compute(condition.measures)
      return first.intersection(try truth(of: condition).yes)
    case .ranking(let question):
      var inner = Evaluator(graph: graph, settings: settings, monitor: monitor)
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

  private func interested(in topic: UInt32) -> PersonSet {
    graph.people(interestedIn: topic, atLeast: settings.interestThreshold)
  }

  private func flagged(_ name: String) -> PersonSet {
    guard case .flags(let flags)? = graph.attribute(name)?.cells else {
      return PersonSet(universe: graph.personCount)
    }
    let people = flags.indices.filter { flags[$0] == true }.map { PersonID($0) }
    return PersonSet(people, universe: graph.personCount)
  }

  private mutating func audience(
    of speakers: BoundPeople,
    over relation: String
  ) throws(EvaluationError) -> PersonSet {
    let speakers = try people(speakers)
    let rows = network(over: relation).relations[relation]?.backward
    var audience = PersonSet(universe: graph.personCount)
    for speaker in speakers.people {
      for member in rows?[speaker] ?? [] { audience.insert(member) }
    }
    return audience
  }
}
