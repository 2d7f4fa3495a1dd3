package import Graph
package import Values

/// What part of those who bought of a brand came back.
package struct RepeatRate: Metric {
  package let card = MetricCard(
    name: "repeat rate",
    summary: "what part of the buyers of this brand bought more than once",
    formula: "repeat(b) = |{u : u bought of b at least twice}| / |{u : u bought of b}|",
    meaning: """
      Loyalty as it is seen: who bought lately has had less time to come back, so a growing brand \
      looks less loyal than it is. It ranks by low, the lower end of its 95 % interval.
      """,
    unit: .share,
    source: "classic in direct marketing",
    accepts: [.from],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("buyers", "how many people bought"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of two who bought of b one came back",
        graph: "a$purchase$b=10 a$purchase$b=20 c$purchase$b=5",
        expect: ["a": .nan, "b": 0.5]
      )
    ],
    triedWords: ["repeat buyers", "repeat purchase rate", "loyalty", "retention rate"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let customers = try BrandCustomers(in: graph, from: arguments.from, watchedBy: monitor)
    return customers.share(of: { $0.purchases > 1 })
  }
}
