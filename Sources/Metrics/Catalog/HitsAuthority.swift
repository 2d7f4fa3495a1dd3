package import Graph
package import Values

/// How much somebody is followed by those who follow the followed.
package struct HitsAuthority: Metric {
  package let card = MetricCard(
    name: "hits authority",
    summary: "followed by those who follow whoever else is followed by such",
    formula: "a(v) = sum over u->v of h(u), h(u) = sum over u->v of a(v), a sums to 1",
    meaning: """
      An authority is followed by good hubs, and a good hub follows authorities; `hits hub` is the \
      other half. Everybody together has 1. The greatest cluster of people who follow the same \
      ones takes nearly everything, so ask it of a relation about one thing.
      """,
    unit: .plain,
    source: "Kleinberg, Authoritative sources in a hyperlinked environment, 1999",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "both hubs follow b; a's one vote goes to c alone",
        graph: "a>b a>c d>b",
        expect: ["a": 0, "b": 0.6180, "c": 0.3820, "d": 0]
      )
    ],
    triedWords: ["authority", "hits", "kleinberg", "authorities", "authority score"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let iteration = PowerIteration(relation, threads: arguments.threads, watchedBy: monitor)
    let outcome = try iteration.authorities(most: 1_000)
    return outcome.measured(as: card, with: arguments, isDefined: relation.count > 0)
  }
}
