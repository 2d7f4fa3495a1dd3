package import Graph
package import Values

/// How large the receptive audience is, after PeerIndex.
package struct PeerIndexAudience: Metric {
  package let card = MetricCard(
    name: "peerindex audience",
    summary: "0 to 100: the standing by followers who reacted in the window",
    formula: "audience(v) = 100 * F(|{u in audience(v) : u reacted to v}|)",
    meaning: """
      A follower who never reacts adds nothing, which is how inactive accounts and spam drop out; \
      PeerIndex discounted them by rules it did not publish. F is the \
      share of people who have fewer, and half of those who have as many: it moves when others do.
      """,
    unit: .points,
    source: "PeerIndex, help.peerindex.com, in words; the form is unpublished",
    claim: .reconstruction,
    accepts: [.over],
    relation: "follows",
    parameters: [PeerIndexModel.window],
    companions: [
      MetricCard.Companion("receptive", "how many followers reacted")
    ],
    laws: [.liesIn(0...100), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of two followers one reacts; c reacts and does not follow",
        graph: "a>b d>b a@like@b c@like@b",
        expect: ["a": 37.5, "b": 87.5]
      )
    ],
    triedWords: ["receptive audience", "real followers"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try PeerIndexModel(on: graph, with: arguments, watchedBy: monitor)
    let receptive = try model.receptiveFollowers()
    return Measured(
      values: model.standing(receptive),
      companions: [
        Measured.Companion("receptive", unit: .count(of: "people"), values: receptive)
      ],
      defaults: arguments.defaultRelation(of: card) + model.defaults
    )
  }
}
