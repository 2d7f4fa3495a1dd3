package import Graph
package import Values

/// How often somebody bought or signed up.
package struct ConversionsMade: Metric {
  package let card = MetricCard(
    name: "conversions made",
    summary: "how often this person bought or signed up",
    formula: "conversions made(v) = |{y : kind(y) in purchase, signup, person(y) = v}|",
    meaning: """
      What somebody who was only looking became. To a set, only what was done for its brands \
      counts.
      """,
    unit: .count(of: "conversions"),
    source: "web-analytics practice",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a buys and signs up",
        graph: "a$purchase$b a$signup$b c$click$b",
        expect: ["a": 2, "b": 0]
      )
    ],
    triedWords: ["signups made"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: Conversions.kinds, in: graph)
    return Measured(values: try actions.made(to: arguments.to, watchedBy: monitor))
  }
}
