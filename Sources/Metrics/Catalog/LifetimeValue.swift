package import Graph
package import Values

/// What somebody is worth as a customer, if they go on as before.
package struct LifetimeValue: Metric {
  package let card = MetricCard(
    name: "lifetime value",
    summary: "what this person will still spend, worth today, if it goes on so",
    formula:
      "value(v) = m r / (1 + d - r), m margin * spending a period, r buying again, d its discount",
    meaning: """
      Retention is that of all customers: the part of those who bought in one period who \
      bought in the next; with data of less than two periods it is not known and must be \
      given. Assumes that everybody is alike in it and that nothing ends.
      """,
    unit: .amount(of: "revenue"),
    source: "Gupta, Lehmann 2003",
    claim: .model,
    accepts: [.to],
    parameters: LifetimeModel.parameters,
    companions: [
      MetricCard.Companion("a period", "mean spending a period")
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two years, one of two buyers came back: r = 1/2, m = 20, so 20 (1/2) / (1.1 - 1/2)",
        graph: """
          d$click$b/0 a$purchase$b=20/10 c$purchase$b=30/10 a$purchase$b=20/400 d$click$b/730
          """,
        expect: ["a": 16.6667, "c": 12.5, "d": 0]
      )
    ],
    triedWords: ["clv", "ltv", "customer lifetime value", "customer value"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let value = try LifetimeModel(in: graph, with: arguments, watchedBy: monitor)
    return Measured(
      values: value.values,
      companions: [
        Measured.Companion("a period", unit: .amount(of: "revenue"), values: value.spending)
      ],
      missingReason: "retention needs data of two periods, or `retention 0.8` in brackets",
      defaults: value.defaults
    )
  }
}
