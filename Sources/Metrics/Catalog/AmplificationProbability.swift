package import Graph
package import Values

/// What part of somebody's posts others act upon, Klout's words taken literally.
package struct AmplificationProbability: Metric {
  package let card = MetricCard(
    name: "amplification probability",
    summary: "what part of this person's posts somebody shared or answered",
    formula: "P(v) = |{p in posts(v) : somebody else shared, answered or named it}| / |posts(v)|",
    meaning: """
      How likely a message is to be acted upon, in any way but a like. One sharer of everything \
      makes it 100 %; amplification counts who and how much. It ranks by low, the lower end of its \
      95 % interval.
      """,
    unit: .share,
    source: "Klout scores 101, klout.wordpress.com, 2010, read literally",
    claim: .reconstruction,
    parameters: [.window(days: 90)],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("posts", "how many posts it rests on"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "one of two posts is shared; a like does not count",
        graph: "b^ b^ a@share@b:p0 a@like@b:p1",
        expect: ["a": .nan, "b": 0.5]
      )
    ],
    triedWords: ["share probability", "retweet probability"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let days = try arguments.value(of: card.parameters[0])
    let window = EventWindow(of: graph, days: days, with: arguments)
    let tally = try PostTally(in: window.graph, watchedBy: monitor)
    let likes = ReactionWeights.kinds.count - 1
    let acted = tally.sums { $0.total > $0.counts[likes] ? 1 : 0 }
    return Measured(
      share: zip(acted, tally.written).map { $0 / $1 },
      of: tally.written,
      basis: Measured.Companion("posts", unit: .count(of: "posts"), values: tally.written),
      missingReason: "no posts in the window",
      defaults: window.defaults
    )
  }
}
