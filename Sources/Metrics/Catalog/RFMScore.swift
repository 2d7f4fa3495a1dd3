package import Graph
package import Values

/// How recently, how often and for how much somebody bought.
package struct RFMScore: Metric {
  package let card = MetricCard(
    name: "rfm score",
    summary: "how recently, often and dearly this person bought, 3 to 15",
    formula:
      "rfm(v) = fifth of -days since + fifth of purchases + fifth of spending, among buyers",
    meaning: """
      Each part is the fifth of all buyers a person falls in, 5 the best; ties share the \
      middle. The sum hides which of the three it is, so read the parts. Who never bought has \
      none.
      """,
    unit: .points,
    source: "Hughes 1994",
    accepts: [.to],
    companions: [
      MetricCard.Companion("days since", "days since the last purchase"),
      MetricCard.Companion("purchases", "how many purchases"),
      MetricCard.Companion("spent", "the sum of their values"),
      MetricCard.Companion("recency fifth", "the fifth by how recent, 5 the latest"),
      MetricCard.Companion("frequency fifth", "the fifth by how often"),
      MetricCard.Companion("spending fifth", "the fifth by how much"),
    ],
    laws: [.liesIn(3...15), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a bought last, most and dearest of two buyers",
        graph: "a$purchase$b=50/1 a$purchase$b=50/9 c$purchase$b=10/2 d$click$b/9",
        expect: ["a": 12, "c": 6, "d": .nan]
      )
    ],
    triedWords: ["rfm", "recency frequency monetary", "customer score"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let history = try PurchaseHistory(in: graph, to: arguments.to, watchedBy: monitor)
    let now = arguments.now
    let recency = history.last.map { last in
      last.flatMap { last in now.map { $0.days(since: last) } } ?? .nan
    }
    let buyers = graph.everybody.people.filter { history.counts[Int($0)] > 0 }
    func fifths(_ values: [Double]) -> [Double] {
      values.standings(among: buyers).map { (5 * $0).rounded(.up) }
    }
    let parts = [
      fifths(recency.map { -$0 }), fifths(history.counts), fifths(history.spending),
    ]
    return Measured(
      values: parts[0].indices.map { parts[0][$0] + parts[1][$0] + parts[2][$0] },
      companions: [
        Measured.Companion("days since", unit: .amount(of: "days"), values: recency),
        Measured.Companion("purchases", unit: .count(of: "purchases"), values: history.counts),
        Measured.Companion("spent", unit: .amount(of: "revenue"), values: history.spending),
        Measured.Companion("recency fifth", unit: .plain, values: parts[0], isShown: false),
        Measured.Companion("frequency fifth", unit: .plain, values: parts[1], isShown: false),
        Measured.Companion("spending fifth", unit: .plain, values: parts[2], isShown: false),
      ],
      missingReason: "no dated purchase",
      defaults: now.map { ["now is \($0.dayText)"] } ?? []
    )
  }
}
