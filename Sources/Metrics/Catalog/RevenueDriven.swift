package import Graph
package import Values

/// What others bought because of somebody, by a rule of credit.
package struct RevenueDriven: Metric {
  package let card = MetricCard(
    name: "revenue driven",
    bareName: "revenue",
    summary: "value of purchases credited to posts of this person",
    formula:
      "revenue(v) = sum over purchases of value * credit of the touches of v; the rest is direct",
    meaning: """
      Touches are clicks of the buyer on others' posts for that brand, in the lookback and \
      since their last purchase there. Whom the purchase itself names is the last touch, \
      unless a click on them is among these. All credit and what came directly sum to what was \
      bought, under each rule. It is bookkeeping and proves no cause: followers of a yoga \
      teacher buy mats anyway, and uplift asks about that.
      """,
    unit: .amount(of: "revenue"),
    source: "Google Ads AttributionModel; Matomo; Shapley 1953, Dalessandro et al. 2012",
    accepts: [.to],
    parameters: Attribution.parameters,
    companions: [
      MetricCard.Companion("credited", "how many purchases are credited, in parts of purchases"),
      MetricCard.Companion("part", "what part of all revenue, direct included"),
      MetricCard.Companion("per follower", "revenue for each follower"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c buys for 60 after clicks on v and then on w, and later directly for 30; the last has it",
        graph: "v^/0 w^/0 c$click$b:p0/1 c$click$b:p1/2 c$purchase$b=60/3 c$purchase$b=30/9",
        expect: ["v": 0, "w": 60, "c": 0]
      )
    ],
    triedWords: [
      "sales", "sales driven", "attributed revenue", "revenue attributed", "turnover", "income",
    ]
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
    let followers = graph.relations["follows"]?.backward
    let perFollower = ledger.values.enumerated().map { person, value in
      value / Double(followers?.degree(of: UInt32(person)) ?? 0)
    }
    return Measured(
      values: ledger.values,
      companions: [
        Measured.Companion("credited", unit: .amount(of: "purchases"), values: ledger.goals),
        Measured.Companion(
          "part",
          unit: .share,
          values: ledger.values.map { $0 / ledger.total }
        ),
        Measured.Companion(
          "per follower",
          unit: .amount(of: "revenue"),
          values: perFollower.map { $0.isFinite ? $0 : .nan },
          isShown: false
        ),
      ],
      defaults: arguments.creditDefaults,
      remarks: ledger.remarks
    )
  }
}
