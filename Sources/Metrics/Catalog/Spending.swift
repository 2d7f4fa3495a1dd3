package import Graph
package import Values

/// What somebody paid for what they bought.
package struct Spending: Metric {
  package let card = MetricCard(
    name: "spending",
    summary: "value of what this person bought",
    formula: "spending(v) = sum of value(y) over purchases y with person(y) = v",
    meaning: """
      The best customers are seldom those who are heard most. Purchases without a known value \
      count nothing. To a set, only what its brands sold counts.
      """,
    unit: .amount(of: "revenue"),
    source: "classic; monetary value in Hughes 1994",
    accepts: [.to],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a pays 60 and 30",
        graph: "a$purchase$b=60 a$purchase$b=30 c$click$b",
        expect: ["a": 90, "b": 0, "c": 0]
      )
    ],
    triedWords: ["revenue made", "spent", "spend", "monetary value"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["purchase"], in: graph)
    return Measured(
      values: try actions.made(to: arguments.to, watchedBy: monitor) { $0.knownValue }
    )
  }
}
