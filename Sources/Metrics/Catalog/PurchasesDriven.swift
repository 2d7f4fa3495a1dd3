package import Graph
package import Values

/// How many purchases somebody led others to, by a rule of credit.
package struct PurchasesDriven: Metric {
  package let card = MetricCard(
    name: "purchases driven",
    summary: "purchases credited to posts of this person",
    formula: "purchases driven(v) = sum over purchases of the credit of the touches of v",
    meaning: """
      The number behind revenue: a part of a purchase where several touched it, by a click \
      or, where there was none on them, as the purchase names them. It is \
      bookkeeping and proves no cause: followers of a yoga teacher buy mats anyway, and uplift \
      asks about that.
      """,
    unit: .amount(of: "purchases"),
    source: "Google Ads AttributionModel; Matomo; Shapley 1953, Dalessandro et al. 2012",
    accepts: [.to],
    parameters: Attribution.parameters,
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c buys twice, once after a click on v",
        graph: "v^/0 c$click$b:p0/1 c$purchase$b=60/3 c$purchase$b=30/9",
        expect: ["v": 1, "c": 0]
      )
    ],
    triedWords: ["sales driven by", "orders driven"]
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
      watchedBy: monitor
    )
    let direct = "\(ledger.count) purchases, of which \(ledger.directCount) came directly"
    return Measured(
      values: ledger.goals,
      defaults: arguments.creditDefaults,
      remarks: [direct]
    )
  }
}
