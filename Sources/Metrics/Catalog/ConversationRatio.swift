package import Graph
package import Values

/// Whether people pass on what somebody says, or talk with them.
package struct ConversationRatio: Metric {
  package let card = MetricCard(
    name: "conversation ratio",
    summary: "shares received for each reply or mention received",
    formula: "CC(v) = shares received(v) / (replies received(v) + mentions received(v))",
    meaning: """
      Above 1 what is said is passed on more than it is talked about: content; below 1 it is \
      conversation. Neither is better. Where nobody replies or mentions there is no ratio.
      """,
    unit: .ratio,
    source: "content and conversation, after Riquelme, Gonzalez-Cantergiani, 2016",
    accepts: [.in],
    companions: [
      MetricCard.Companion("passed on", "shares received"),
      MetricCard.Companion("talked", "replies and mentions received"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is shared once, and answered and mentioned once each",
        graph: "b^ a@share@b:p0 a@reply@b:p0 c@mention@b",
        expect: ["a": .nan, "b": 0.5, "c": .nan]
      )
    ],
    triedWords: ["content ratio", "cc ratio", "content or conversation"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    func received(_ kind: String) throws(MetricError) -> [Double] {
      try EventCounts(of: kind, in: view).received(from: nil, watchedBy: monitor)
    }
    let shares = try received("share")
    var talk = [Double](repeating: 0, count: graph.personCount)
    for kind in ["reply", "mention"] where view.interactions.kinds.number(of: kind) != nil {
      for (person, count) in try received(kind).enumerated() { talk[person] += count }
    }
    return Measured(
      values: zip(shares, talk).map { $1 > 0 ? $0 / $1 : .nan },
      companions: [
        Measured.Companion("passed on", unit: .count(of: "shares"), values: shares),
        Measured.Companion("talked", unit: .count(of: "messages"), values: talk),
      ],
      missingReason: "nobody replies or mentions",
      basis: "talked"
    )
  }
}
