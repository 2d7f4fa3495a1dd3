package import Graph
package import Values

/// How much the network would fall apart without somebody, seen from some steps away.
package struct CollectiveInfluence: Metric {
  package let card = MetricCard(
    name: "collective influence",
    summary: "own contacts times those of the rim two steps away: who ties it all",
    formula: "CI(v) = (k(v) - 1) * sum of k(w) - 1 over w exactly h steps from v, k = contacts",
    meaning: """
      Somebody with few contacts can matter much where their surroundings do. It ranks who to win, \
      or to lose, first; taking several at once would ask for counting anew after each. \
      Who has one contact or none has 0. The rim is 2 steps away unless `within` says otherwise. \
      Dear for everybody in a large network.
      """,
    unit: .plain,
    source: "Morone, Makse, Influence maximization in complex networks, Nature 2015",
    accepts: [.within, .over],
    relation: "follows",
    laws: [.liesIn(0...1e18), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "in a chain with a fork at its end the rim of b is d, who has two contacts more",
        graph: "a>b b>c c>d d>e d>f",
        expect: ["a": 0, "b": 2, "c": 0, "d": 2, "e": 0]
      )
    ],
    triedWords: ["ci", "optimal percolation", "percolation", "collective impact"]
  )

  /// How far away the rim is when nobody says.
  private static let standardHops = 2

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let hops = arguments.hops ?? Self.standardHops
    guard hops >= 1 else {
      throw .outOfRange(parameter: "hops", value: Double(hops), range: 1...64)
    }
    let contacts = try Rows(contactsIn: relation, threads: arguments.threads, watchedBy: monitor)
    let people = (arguments.wanted ?? graph.everybody).people
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 1_024))
    let parts = try ranges.map(
      card.name,
      threads: arguments.threads,
      watchedBy: monitor,
      scratch: { Rim(contacts) }
    ) { rim, range throws(MetricError) in
      var watch = StopWatch(monitor)
      var values: [Double] = []
      for person in people[range] {
        let own = contacts.degree(of: person)
        let others = own > 1 ? try rim.weight(around: person, at: hops, &watch) : 0
        values.append(Double(max(0, own - 1)) * others)
      }
      return values
    }.parts
    return Measured(
      values: [Double](parts.concatenated, of: people, among: graph.personCount),
      missingReason: "not asked for",
      defaults: arguments.defaultRelation(of: card)
        + (arguments.hops == nil ? ["within \(Self.standardHops) hops"] : [])
    )
  }
}
