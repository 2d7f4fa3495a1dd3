package import Graph
package import Values

/// How often others clicked at somebody, who is a brand.
package struct ClicksReceived: Metric {
  package let card = MetricCard(
    name: "clicks received",
    summary: "how often people clicked at this person, a brand",
    formula:
      "clicks received(v) = |{clicks y : brand(y) = v}|, person(y) one of those after from",
    meaning: """
      What the data say was done for this brand. Actions that name no brand are nobody's. From \
      a set, only what its people did counts.
      """,
    unit: .count(of: "clicks"),
    source: "classic; counts of web analytics and of tills",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two clicked at b",
        graph: "a$click$b c$click$b a$visit$b",
        expect: ["a": 0, "b": 2, "c": 0]
      )
    ],
    triedWords: ["clicks on a brand"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["click"], in: graph)
    return Measured(values: try actions.received(from: arguments.from, watchedBy: monitor))
  }
}
