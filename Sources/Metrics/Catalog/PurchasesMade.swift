package import Graph
package import Values

/// How often somebody bought.
package struct PurchasesMade: Metric {
  package let card = MetricCard(
    name: "purchases made",
    bareName: "purchases",
    summary: "how often this person bought",
    formula:
      "purchases made(v) = |{purchases y : person(y) = v}|, brand(y) one of those after to",
    meaning: """
      What this person did at the till, whatever led them there. Whoever buys often need not \
      be heard by anybody. To a set, only what was bought from its brands counts.
      """,
    unit: .count(of: "purchases"),
    source: "classic; counts of web analytics and of tills",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a bought twice, c once",
        graph: "a$purchase$b c$purchase$b a$purchase$c a$visit$b",
        expect: ["a": 2, "b": 0, "c": 1]
      )
    ],
    triedWords: ["orders", "buys", "bought"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["purchase"], in: graph)
    return Measured(values: try actions.made(to: arguments.to, watchedBy: monitor))
  }
}
