package import Graph
package import Values

/// How much somebody follows those who are followed.
package struct HitsHub: Metric {
  package let card = MetricCard(
    name: "hits hub",
    summary: "follows those whom other such people follow too",
    formula: "h(u) = sum over u->v of a(v), a(v) = sum over u->v of h(u), h sums to 1",
    meaning: """
      A hub follows good authorities: a reader worth copying. `hits authority` is the other half. \
      Everybody together has 1. Who follows nobody has 0, however famous.
      """,
    unit: .plain,
    source: "Kleinberg, Authoritative sources in a hyperlinked environment, 1999",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a follows both authorities, d the greater one",
        graph: "a>b a>c d>b",
        expect: ["a": 0.6180, "b": 0, "c": 0, "d": 0.3820]
      )
    ],
    triedWords: ["hub", "hubs", "hub score", "curator"]
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
    let outcome = try iteration.authorities(asHubs: true, most: 1_000)
    return outcome.measured(as: card, with: arguments, isDefined: relation.count > 0)
  }
}
