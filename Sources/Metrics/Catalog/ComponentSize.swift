package import Graph
package import Values

/// How many people somebody hangs together with.
package struct ComponentSize: Metric {
  package let card = MetricCard(
    name: "component size",
    summary: "how many people hang together with this one, whichever way ties point",
    formula: "component size(v) = |{u : a chain of ties in either direction joins u and v}|",
    meaning: """
      The person counts too, so somebody alone has 1. Nearly everybody is in one giant component \
      in most networks; the small ones are often imports that went wrong, or closed circles.
      """,
    unit: .count(of: "people"),
    source: "weakly connected components; Sutton, Ben-Nun, Barak, 2018",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(1...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "three in a chain, two in a pair, one alone",
        graph: "a>b c>b d>e f",
        expect: ["a": 3, "b": 3, "c": 3, "d": 2, "e": 2, "f": 1]
      )
    ],
    triedWords: ["component", "components", "connected component", "weakly connected component"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let components = try Components(
      of: relation,
      threads: arguments.threads,
      watchedBy: monitor
    )
    let everybody = graph.everybody.people
    let count = Set(everybody.map { components.roots[Int($0)] }).count
    return Measured(
      values: components.sizes.map(Double.init),
      defaults: arguments.defaultRelation(of: card),
      remarks: [Tally.text(count, "components")]
    )
  }
}
