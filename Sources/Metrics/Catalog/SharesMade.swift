package import Graph
package import Values

/// How often somebody passed on what others wrote.
package struct SharesMade: Metric {
  package let card = MetricCard(
    name: "shares made",
    summary: "how often this person shared what others wrote",
    formula: "shares made(v) = |{x : kind(x) = share, source(x) = v}|",
    meaning: """
      How readily somebody passes things on: those who share everything lend little weight to any \
      of it. To a set, only shares of what its people wrote count.
      """,
    unit: .count(of: "shares"),
    source: "classic; the sending side of retweet influence in Cha et al. 2010",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a shares b twice, c shares b once",
        graph: "a@share@b a@share@b c@share@b a@mention@c",
        expect: ["a": 2, "b": 0, "c": 1]
      )
    ],
    triedWords: ["retweets made", "reposts made", "shares sent", "resharing"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "share", in: graph)
    return Measured(values: try events.made(to: arguments.to, watchedBy: monitor))
  }
}
