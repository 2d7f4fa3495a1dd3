package import Graph
package import Values

/// What part of the talk about some people or brands is about each, after Radian6.
package struct ShareOfVoice: Metric {
  package let card = MetricCard(
    name: "share of voice",
    summary: "what part of the mentions of those compared is of this one",
    formula: "share of voice(v) = mentions(v) / sum of mentions(b) over b in the set after for",
    meaning: """
      The value depends on who is compared: the people behind `for`, else everybody. A post that \
      names two counts once for each. In a topic, mentions on posts about it count. It ranks by \
      low, the lower end of its 95 % interval.
      """,
    unit: .share,
    source: "classic in brand monitoring; Radian6, 2006-2013",
    accepts: [.in, .from],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("all mentions", "how many mentions those compared have together"),
      MetricCard.Companion("mentions", "how often this one was mentioned"),
    ],
    isProportion: true,
    isAmongShown: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "three mentions, two of them of b",
        graph: "a@mention@b c@mention@b a@mention@c",
        expect: ["a": 0, "b": 0.6667, "c": 0.3333]
      )
    ],
    triedWords: ["voice", "share of mentions", "sov"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let mentions = try EventCounts(of: "mention", in: view)
      .received(from: arguments.from, watchedBy: monitor)
    let compared = (arguments.wanted ?? graph.everybody).people
    let total = compared.reduce(0) { $0 + mentions[Int($1)] }
    let totals = [Double](repeating: total, count: mentions.count)
    var shares = [Double](repeating: .nan, count: mentions.count)
    for person in compared { shares[Int(person)] = mentions[Int(person)] / total }
    return Measured(
      share: shares,
      of: totals,
      basis: Measured.Companion("all mentions", unit: .count(of: "mentions"), values: totals),
      with: [Measured.Companion("mentions", unit: .count(of: "mentions"), values: mentions)],
      missingReason: total == 0 ? "nobody compared was mentioned" : "not among those compared",
      defaults: ["among \(Tally.text(compared.count, "people"))"]
    )
  }
}
