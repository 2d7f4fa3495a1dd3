package import Graph
package import Values

/// How often others bought at somebody, who is a brand.
package struct PurchasesReceived: Metric {
  package let card = MetricCard(
    name: "purchases received",
    summary: "how often people bought at this person, a brand",
    formula:
      "purchases received(v) = |{purchases y : brand(y) = v}|, person(y) one of those after from",
    meaning: """
      What the data say was done for this brand. Actions that name no brand are nobody's. From \
      a set, only what its people did counts.
      """,
    unit: .count(of: "purchases"),
    source: "classic; counts of web analytics and of tills",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two bought at b",
        graph: "a$purchase$b c$purchase$b a$visit$b",
        expect: ["a": 0, "b": 2, "c": 0]
      )
    ],
    triedWords: ["sales", "orders received"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["purchase"], in: graph)
    return Measured(values: try actions.received(from: arguments.from, watchedBy: monitor))
  }
}
