package import Graph
package import Values

/// How often others bought or signed up at somebody, who is a brand.
package struct ConversionsReceived: Metric {
  package let card = MetricCard(
    name: "conversions received",
    summary: "how often people bought or signed up at this person, a brand",
    formula: "conversions received(v) = |{y : kind(y) in purchase, signup, brand(y) = v}|",
    meaning: """
      What a brand gets of those who look. From a set, only what its people did counts.
      """,
    unit: .count(of: "conversions"),
    source: "web-analytics practice",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two convert at b",
        graph: "a$purchase$b c$signup$b c$click$b",
        expect: ["a": 0, "b": 2]
      )
    ],
    triedWords: ["signups received"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: Conversions.kinds, in: graph)
    return Measured(values: try actions.received(from: arguments.from, watchedBy: monitor))
  }
}
