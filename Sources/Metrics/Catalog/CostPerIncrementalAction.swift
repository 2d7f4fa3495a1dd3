package import Graph
package import Values

/// What it costs to have one more person do something because of somebody.
package struct CostPerIncrementalAction: Metric {
  package let card = MetricCard(
    name: "cost per incremental action",
    summary: "fee for a post divided by how many more act because of it",
    formula: "cost(v) = price(v) / (audience(v) * uplift(v)); missing where uplift is not above 0",
    meaning: """
      The price is that of the column price. Cost per click hides that most who click would \
      have acted anyway. Where nothing was gained there is no cost of a gain, and it is not \
      negative either.
      """,
    unit: .amount(of: "price"),
    source: "incremental return on advertising; house",
    claim: .model,
    requires: [.measure],
    accepts: [.in, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("at best", "at the upper end of the uplift"),
      MetricCard.Companion("at worst", "at its lower end; missing where that is no gain"),
      MetricCard.Companion("price", "the fee for one post"),
      MetricCard.Companion("gained", "how many people more"),
      MetricCard.Companion("pairs", "how many pairs it rests on"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "no price is known",
        graph: "a>v c>v d>x e>x a$purchase$b c$purchase$b",
        expect: ["v": .nan]
      )
    ],
    triedWords: [
      "cpia", "cost per action", "cost per acquisition",
    ]
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
    func costs(_ gain: (MatchedPairs) -> Double) -> [Double] {
      zip(prices, all).map { price, pairs in
        gain(pairs) > 0 ? price / (pairs.audience * gain(pairs)) : .nan
      }
    }
    return Measured(
      values: costs(\.uplift),
      companions: [
        Measured.Companion("at best", unit: .amount(of: "price"), values: costs(\.upper)),
        Measured.Companion("at worst", unit: .amount(of: "price"), values: costs(\.lower)),
        Measured.Companion("price", unit: .amount(of: "price"), values: prices),
        Measured.Companion(
          "gained",
          unit: .amount(of: "people"),
          values: all.map { $0.audience * $0.uplift }
        ),
        Measured.Companion("pairs", unit: .count(of: "pairs"), values: all.map(\.pairCount)),
      ],
      missingReason: "nothing was gained, or no price is known",
      defaults: arguments.defaultRelation(of: card) + model.defaults,
      remarks: [UpliftModel.warning],
      basis: "pairs"
    )
  }
}
