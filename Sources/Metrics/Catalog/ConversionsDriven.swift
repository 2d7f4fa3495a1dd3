package import Graph
package import Values

/// How many purchases and signups somebody led others to.
package struct ConversionsDriven: Metric {
  package let card = MetricCard(
    name: "conversions driven",
    bareName: "conversions",
    summary: "purchases and signups credited to posts of this person",
    formula: "conversions(v) = sum over purchases and signups of the credit of the touches of v",
    meaning: """
      Touches are clicks of the person on others' posts for that brand, in the lookback and \
      since they last converted there. Whom the conversion itself names is the last touch, \
      unless a click on them is among these. It is bookkeeping and proves no cause: followers of a \
      yoga teacher buy mats anyway, and uplift asks about that.
      """,
    unit: .amount(of: "conversions"),
    source: "web-analytics practice",
    accepts: [.to],
    parameters: Attribution.parameters,
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c signs up and buys after a click each, d buys directly",
        graph: "v^/0 c$click$b:p0/1 c$signup$b/2 c$click$b:p0/3 c$purchase$b/4 d$purchase$b/5",
        expect: ["v": 2, "c": 0]
      )
    ],
    triedWords: ["leads", "signups driven"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ledger = try CreditLedger(
      for: Conversions.kinds,
      in: graph,
      with: arguments,
      watchedBy: monitor
    )
    let direct = "\(ledger.count) conversions, of which \(ledger.directCount) came directly"
    return Measured(
      values: ledger.goals,
      defaults: arguments.creditDefaults,
      remarks: [direct]
    )
  }
}
