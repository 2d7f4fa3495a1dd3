package import Graph
package import Values

/// What part of those who bought of a brand speak well of it.
package struct AdvocacyRate: Metric {
  package let card = MetricCard(
    name: "advocacy rate",
    summary: "what part of the buyers of this brand praised it after buying",
    formula: "advocacy(b) = |{u : u mentioned b kindly after buying of b}| / |{u : u bought of b}|",
    meaning: """
      Who recommends, and does not only come back. Kind is what files say is kind; what they do not \
      score is no praise, and neither is what has no date, since it may have been before. It ranks \
      by low, the lower end of its 95 % interval.
      """,
    unit: .share,
    source: "classic in brand monitoring",
    accepts: [.from],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("buyers", "how many people bought"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a praises after buying, c before, d says nothing",
        graph: """
          a$purchase$b/1 a@mention@b=0.5/2 c@mention@b=0.9/1 c$purchase$b/3 d$purchase$b/3 \
          e@mention@b=1/5
          """,
        expect: ["a": .nan, "b": 0.3333]
      )
    ],
    triedWords: ["advocates", "recommend", "promoters", "endorsement rate", "word of mouth"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    _ = try EventCounts(of: "mention", in: graph)
    let customers = try BrandCustomers(in: graph, from: arguments.from, watchedBy: monitor)
    let mention = graph.interactions.kinds.number(of: "mention")
    var praising: Set<BrandCustomers.Pair> = []
    for (number, event) in graph.interactions.events.enumerated() where event.kind == mention {
      try monitor.pause(at: number)
      let pair = BrandCustomers.Pair(brand: event.target, person: event.source)
      guard event.sentiment.value ?? 0 > 0, let time = event.time,
        let bought = customers.all[pair]?.first, bought < time
      else { continue }
      praising.insert(pair)
    }
    return customers.share(of: { praising.contains($0.pair) })
  }
}
