package import Graph
package import Values

/// How active somebody is, without a premium for flooding, after PeerIndex.
package struct PeerIndexActivity: Metric {
  package let card = MetricCard(
    name: "peerindex activity",
    summary: "0 to 100: the standing by posts written, up to a ceiling",
    formula: "activity(v) = 100 * F(min(posts(v), q)), q = 95th percentile of those who wrote",
    meaning: """
      Posts beyond those of nineteen in twenty writers add nothing. F is the share of writers who \
      have fewer, and half of those who have as many. Whoever wrote nothing has 0. \
      In a topic, posts about it count. It says nothing of whether anybody read them.
      """,
    unit: .points,
    source: "PeerIndex, help.peerindex.com, in words; the form is unpublished",
    claim: .reconstruction,
    accepts: [.in],
    parameters: PeerIndexModel.activityParameters,
    companions: [MetricCard.Companion("posts", "how many posts in the window")],
    laws: [.liesIn(0...100), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two write, one of them twice",
        graph: "a^ a^ b^ c",
        expect: ["a": 75, "b": 25, "c": 0]
      )
    ],
    triedWords: ["activity score", "how active"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try PeerIndexModel(on: graph, with: arguments, watchedBy: monitor)
    let activity = try model.activity()
    return Measured(
      values: activity.values,
      companions: [
        Measured.Companion("posts", unit: .count(of: "posts"), values: activity.posts)
      ],
      defaults: model.defaults
    )
  }
}
