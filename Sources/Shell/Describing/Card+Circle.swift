import Graph
import Rendering
import Values

extension Card {
  /// Adds what a person's followers care for, and with whom the person has most to do.
  ///
  /// Complexity: O(followers x topics + events).
  mutating func addCircle(
    of person: PersonID,
    in graph: Graph,
    threshold: Double,
    watchedBy monitor: WorkMonitor
  ) {
    if let follows = graph.relations["follows"] {
      let mutual = follows.forward[person].count {
        follows.backward.position(of: $0, in: person) != nil
      }
      if mutual > 0 { add("both ways", "\(Tally.text(mutual, "people")), following each other") }
      add("audience cares for", Card.cares(follows.backward[person], in: graph, threshold))
    }
    if let trust = graph.relations["trust"] {
      add("trusted most by", Card.strongest(trust.backward, trust.backwardWeights, person, graph))
      add("trusts most", Card.strongest(trust.forward, trust.forwardWeights, person, graph))
    }
    var counts: [PersonID: Int] = [:]
    for event in graph.interactions.events.watched(by: monitor) {
      if event.source == person, event.target != person { counts[event.target, default: 0] += 1 }
      if event.target == person, event.source != person { counts[event.source, default: 0] += 1 }
    }
    add("most to do with", Card.list(Card.ranked(counts.map { (graph.typed($0), $1) })))
  }

  /// Adds a line over time of what a person did and what others did to them.
  mutating func addTimes(of person: PersonID, in graph: Graph, cells: CellLine) {
    let months = Months(graph.period)
    let posts = graph.posts.posts.filter { $0.author == person }.map(\.time)
    add("posts over time", months.line(of: posts, in: cells))
    let received = graph.interactions.events.filter { $0.target == person && $0.source != person }
    add("reactions over time", months.line(of: received.map(\.time), in: cells))
  }

  /// The topics that most of some people care for, and what part of them does.
  private static func cares(
    _ people: ArraySlice<PersonID>,
    in graph: Graph,
    _ threshold: Double
  ) -> String? {
    var counts = [Int](repeating: 0, count: graph.topicCount)
    let all = graph.interests.all
    for person in people {
      for position in all.backward.range(of: person)
      where (all.backwardWeights?[position] ?? 1) >= threshold {
        counts[Int(all.backward.neighbours[position])] += 1
      }
    }
    let ranked = counts.indices.filter { counts[$0] > 0 }
      .map { (count: counts[$0], name: "#" + graph.topics[UInt32($0)]) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return list(ranked.map { "\($0.name) \(share($0.count, of: people.count) ?? "")" })
  }

  /// The people at the other end of a person's strongest ties, with their weights.
  private static func strongest(
    _ rows: Rows,
    _ weights: WeightColumn?,
    _ person: PersonID,
    _ graph: Graph
  ) -> String? {
    guard let weights else { return nil }
    let ties = rows.range(of: person).map { (graph.typed(rows.neighbours[$0]), weights[$0]) }
    return list(ties.filter { $0.1 > 0 }.keenestFirst)
  }
}

extension Graph {
  /// A person's handle as it is typed.
  fileprivate func typed(_ person: PersonID) -> String { Handle.typed(people[person]) }
}
