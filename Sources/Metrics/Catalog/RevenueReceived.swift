package import Graph
package import Values

/// What somebody, who is a brand, sold.
package struct RevenueReceived: Metric {
  package let card = MetricCard(
    name: "revenue received",
    summary: "value of what was bought from this person, a brand",
    formula: "revenue received(v) = sum of value(y) over purchases y with brand(y) = v",
    meaning: """
      What reached the till, whoever led the buyers there. Purchases without a known value \
      count nothing here, and are counted beside it.
      """,
    unit: .amount(of: "revenue"),
    source: "classic; the till",
    accepts: [.from],
    companions: [
      MetricCard.Companion("without value", "how many purchases have no known value")
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b sells for 60 and 30",
        graph: "a$purchase$b=60 c$purchase$b=30 a$click$b",
        expect: ["a": 0, "b": 90]
      )
    ],
    triedWords: ["turnover of a brand", "takings"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["purchase"], in: graph)
    let people = arguments.from
    let unvalued = try actions.received(from: people, watchedBy: monitor) { $0.value.isNaN ? 1 : 0 }
    return Measured(
      values: try actions.received(from: people, watchedBy: monitor) { $0.knownValue },
      companions: [
        Measured.Companion(
          "without value",
          unit: .count(of: "purchases"),
          values: unvalued,
          isShown: unvalued.contains { $0 > 0 }
        )
      ]
    )
  }
}
