package import Graph
package import Values

/// What comes back for each unit of a fee, beyond what would have come anyway.
package struct IncrementalReturn: Metric {
  package let card = MetricCard(
    name: "incremental return",
    summary: "how much more comes in because of somebody, for each unit of fee",
    formula: "return(v) = audience(v) * mean of (M(member) - M(alike)) over pairs / price(v)",
    meaning: """
      Ask it of an amount, as in spending. Below 1 the fee does not come back, below 0 those alike \
      did more. The price is that of the column price. Attributed revenue divided by the fee takes \
      what would have been bought anyway for a return.
      """,
    unit: .ratio,
    source: "incremental return on advertising spend; house",
    claim: .model,
    requires: [.measure],
    accepts: [.in, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("at worst", "at the lower end of the 95 % interval, from ten pairs on"),
      MetricCard.Companion("at best", "at its upper end"),
      MetricCard.Companion("gained", "how much more came in"),
      MetricCard.Companion("price", "the fee for one post"),
      MetricCard.Companion("pairs", "how many pairs it rests on"),
    ],
    laws: [.liesIn(-1e12...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "no price is known",
        graph: "a>v c>v d>x e>x a$purchase$b c$purchase$b",
        expect: ["v": .nan]
      )
    ],
    triedWords: ["iroas", "return on investment", "roi", "roas", "incremental revenue"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try UpliftModel(in: graph, with: arguments, watchedBy: monitor)
    let all = try model.effects(
      of: arguments.wanted ?? graph.everybody,
      reporting: card.name,
      watchedBy: monitor
    )
    let prices = graph.prices
    func returns(_ more: (MatchedPairs) -> Double) -> [Double] {
      zip(prices, all).map { price, pairs in
        price > 0 ? pairs.audience * more(pairs) / price : .nan
      }
    }
    return Measured(
      values: returns(\.more),
      companions: [
        Measured.Companion("at worst", unit: .ratio, values: returns(\.leastMore)),
        Measured.Companion("at best", unit: .ratio, values: returns(\.mostMore)),
        Measured.Companion("gained", unit: .plain, values: all.map { $0.audience * $0.more }),
        Measured.Companion("price", unit: .amount(of: "price"), values: prices),
        Measured.Companion("pairs", unit: .count(of: "pairs"), values: all.map(\.pairCount)),
      ],
      missingReason: "no price is known, or nobody is alike",
      defaults: arguments.defaultRelation(of: card) + model.defaults,
      remarks: [UpliftModel.warning],
      basis: "pairs"
    )
  }
}
