package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Authors by what their posts set off, weighed by whoever asks, after Radian6.
package struct InfluencerScore: Metric {
  package let card = MetricCard(
    name: "influencer score",
    summary: "0 to 1: replies, repliers, shares, mentions and followers, as weighed",
    formula: "I(v) = sum of w z(v), z = (ln(1+x) - least) / (most - least), weights sum to 1",
    meaning: """
      The weights are the asker's to give, in brackets or by `set`; the parts beside it add up to \
      it. A figure that is the same for everybody adds nothing. In a topic, only what is on posts \
      about it counts, but for followers.
      """,
    unit: .score,
    source:
      "Radian6, influencer widget, 2009-2013: weights set by sliders; the scale is unpublished",
    claim: .reconstruction,
    accepts: [.in],
    parameters: [MetricCard.Parameter.window(days: 30)]
      + ["reply", "replier", "share", "mention", "follower"].map { part in
        MetricCard.Parameter(
          "\(part) weight",
          default: 1,
          in: 0...100,
          assumed: true,
          "what the number of \(part == "reply" ? "replies" : part + "s") weighs"
        )
      },
    companions: [
      MetricCard.Companion("replies", "the part that replies received add"),
      MetricCard.Companion("repliers", "the part that different people replying add"),
      MetricCard.Companion("shares", "the part that shares received add"),
      MetricCard.Companion("mentions", "the part that mentions received add"),
      MetricCard.Companion("followers", "the part that followers add"),
    ],
    laws: [.liesIn(0...1.000_000_1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b leads by replies, repliers and shares, of five; mentions and followers nobody has",
        graph: "b^ a@reply@b:p0 c@share@b:p0",
        expect: ["a": 0, "b": 0.6, "c": 0]
      )
    ],
    triedWords: ["influencer rank", "influencer ranking", "influencers"]
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
    let weights = try card.parameters.dropFirst().map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let total = weights.reduce(0, +)
    let figures = try figures(graph, window.graph, monitor)
    let people = graph.everybody.people.map(Int.init)
    let parts = zip(weights, figures).map { weight, figures in
      let logs = figures.map { log1p($0) }
      let known = people.map { logs[$0] }
      let (least, most) = (known.min() ?? 0, known.max() ?? 0)
      return logs.map { most > least ? weight / total * ($0 - least) / (most - least) : 0 }
    }
    return Measured(
      values: (0..<graph.personCount).map { person in parts.reduce(0) { $0 + $1[person] } },
      companions: zip(card.companions, parts).map { companion, part in
        Measured.Companion(companion.name, unit: .score, values: part)
      },
      missingReason: "nothing weighs anything",
      defaults: window.defaults
    )
  }

  /// Replies, repliers, shares, mentions and followers of everybody.
  private func figures(
    _ graph: Graph,
    _ window: Graph,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> [[Double]] {
    func received(_ kind: String) throws(MetricError) -> [Double] {
      try window.interactions.events.counts(graph.personCount, watchedBy: monitor) {
        $0.kind == graph.interactions.kinds.number(of: kind) ? $0.target : nil
      }
    }
    let replies = try Reactions(
      in: window,
      weighing: try ReactionWeights(["reply": 1], in: graph),
      watchedBy: monitor
    )
    let repliers = (0..<graph.personCount).map { Double(replies[$0].count) }
    let rows = graph.relations["follows"]?.backward
    let followers = (0..<UInt32(graph.personCount)).map { Double(rows?.degree(of: $0) ?? 0) }
    return [
      try received("reply"), repliers, try received("share"), try received("mention"), followers,
    ]
  }
}
