package import Graph
package import Values

/// How much those who count on a topic rely on somebody, after PeerIndex.
package struct Authority: Metric {
  package let card = MetricCard(
    name: "authority",
    summary: "0 to 100: who is answered and shared on a topic by those who are too",
    formula: "authority in #t(v) = 100 * F(p(v)), p = d * sum of p(u) w(u, v)/w(u) + (1-d)/n",
    meaning: """
      A random walk from whoever reacts to whom they react to, on posts about the topic, then F, the \
      share of those who take part who have less, and half of those who have as much. Without a topic it is the mean over topics, by how many \
      people talk about each; PeerIndex did not publish its weights.
      """,
    unit: .points,
    source: "PeerIndex, blog.peerindex.com, Opening the temple door; 120 days",
    claim: .reconstruction,
    accepts: [.in],
    parameters: PeerIndexModel.authorityParameters,
    companions: [
      MetricCard.Companion("resonance", "the share of the walk spent at this person, in a topic"),
      MetricCard.Companion("topics", "on how many topics this person has authority"),
    ],
    laws: [.liesIn(0...100), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "too few talk about anything to have authority",
        graph: "b^yoga a@share@b:p0",
        expect: ["a": .nan, "b": .nan]
      ),
      MetricExample(
        "ten people, nine of whom share the tenth",
        graph: """
          v^yoga a@share@v:p0 b@share@v:p0 c@share@v:p0 d@share@v:p0 e@share@v:p0 f@share@v:p0 \
          g@share@v:p0 h@share@v:p0 i@share@v:p0
          """,
        expect: ["v": 95, "a": 45]
      ),
    ],
    triedWords: ["topic authority", "peerindex authority", "topic resonance", "resonance"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try PeerIndexModel(on: graph, with: arguments, watchedBy: monitor)
    let authority = try model.authority()
    let isOne = arguments.topic != nil
    return Measured(
      values: authority.values,
      companions: [
        Measured.Companion("resonance", unit: .plain, values: authority.resonance, isShown: isOne),
        Measured.Companion(
          "topics",
          unit: .count(of: "topics"),
          values: authority.topics,
          isShown: !isOne
        ),
      ],
      missingReason: "not in a community that is large enough",
      defaults: model.defaults,
      remarks: isOne ? ["\(Tally.text(authority.community, "people")) talk about it"] : []
    )
  }
}
