package import Graph
package import Values

/// What somebody is worth as a customer and by whom they brought.
package struct ReferralValue: Metric {
  package let card = MetricCard(
    name: "referral value",
    summary: "lifetime value, and what others bought who came through them first",
    formula: "referral value(v) = lifetime value(v) + revenue driven(v) by first touch",
    meaning: """
      A loyal customer who speaks well is worth more than their purse. Clicks come first, and \
      then whom a purchase names without one. Missing where lifetime value is.
      """,
    unit: .amount(of: "revenue"),
    source: "Kumar, Petersen, Leone 2010",
    claim: .model,
    accepts: [.to],
    parameters: LifetimeModel.parameters + [Attribution.parameters[1]],
    companions: [
      MetricCard.Companion("lifetime", "the lifetime value"),
      MetricCard.Companion("referred", "what others bought who came through this person first"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "without two periods of data retention is not known",
        graph: "v^/0 a$click$b:p0/1 a$purchase$b=20/2",
        expect: ["v": .nan]
      )
    ],
    triedWords: ["customer referral value", "word of mouth value"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let value = try LifetimeModel(in: graph, with: arguments, watchedBy: monitor)
    let ledger = try CreditLedger(
      for: ["purchase"],
      in: graph,
      with: arguments,
      by: .firstTouch,
      watchedBy: monitor
    )
    return Measured(
      values: zip(value.values, ledger.values).map { $0 + $1 },
      companions: [
        Measured.Companion("lifetime", unit: .amount(of: "revenue"), values: value.values),
        Measured.Companion("referred", unit: .amount(of: "revenue"), values: ledger.values),
      ],
      missingReason: "retention needs data of two periods, or `retention 0.8` in brackets",
      defaults: value.defaults
    )
  }
}
