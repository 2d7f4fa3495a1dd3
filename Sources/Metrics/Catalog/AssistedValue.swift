package import Graph
package import Values

/// What others bought that somebody touched without being the last to.
package struct AssistedValue: Metric {
  package let card = MetricCard(
    name: "assisted value",
    summary: "value of purchases this person touched without being the last",
    formula:
      "assisted(v) = sum of value over purchases with a touch of v whose last touch is another's",
    meaning: """
      What last touch never shows: who began or helped. Whom a purchase names without a \
      click on them is its last touch. One purchase counts in full for each \
      who assisted, so it does not sum to the revenue. It is bookkeeping and proves no cause: \
      followers of a yoga teacher buy mats anyway, and uplift asks about that.
      """,
    unit: .amount(of: "revenue"),
    source: "web-analytics practice",
    accepts: [.to],
    parameters: [Attribution.parameters[1]],
    companions: [
      MetricCard.Companion("assists", "how many purchases were assisted")
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c clicks on v, then on w, and buys",
        graph: "v^/0 w^/0 c$click$b:p0/1 c$click$b:p1/2 c$purchase$b=60/3",
        expect: ["v": 60, "w": 0]
      )
    ],
    triedWords: ["assisted conversions", "assisted revenue", "assists"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ledger = try CreditLedger(
      for: ["purchase"],
      in: graph,
      with: arguments,
      by: .lastTouch,
      watchedBy: monitor
    )
    return Measured(
      values: ledger.assistedValues,
      companions: [
        Measured.Companion("assists", unit: .count(of: "purchases"), values: ledger.assists)
      ],
      defaults: Array(arguments.creditDefaults.suffix(1))
    )
  }
}
