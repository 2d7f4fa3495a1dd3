package import Graph
package import Values

/// What part of what somebody says is about a topic.
package struct TopicalSignal: Metric {
  package let card = MetricCard(
    name: "topical signal",
    summary: "what part of posts, replies and shares is about the topic",
    formula: "TS(v) = messages(v) about the topic / messages(v), messages = posts, replies, shares",
    meaning: """
      How much somebody is about one thing; it says nothing of whether they know it. A share or a \
      reply is about what the post is about. Without a message there is nothing to take a part of.
      """,
    unit: .share,
    source: "Pal, Counts, Identifying topical authorities in microblogs, 2011",
    requires: [.in],
    companions: [
      MetricCard.Companion("on topic", "messages about the topic"),
      MetricCard.Companion("messages", "messages about anything"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of a's three messages a post and a share are about yoga",
        graph: "a^yoga a^ b^yoga a@share@b:p2 c",
        topic: "yoga",
        expect: ["a": 0.6667, "b": 1, "c": .nan]
      )
    ],
    triedWords: ["topic focus", "focus", "specialisation"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    func messages(_ topic: UInt32?) throws(MetricError) -> [Double] {
      let made = try MessagesMade(in: graph, about: topic, watchedBy: monitor)
      return made.posts.indices.map { made.posts[$0] + made.replies[$0] + made.shares[$0] }
    }
    let (about, all) = (try messages(topic), try messages(nil))
    return Measured(
      values: zip(about, all).map { $0 / $1 },
      companions: [
        Measured.Companion("on topic", unit: .count(of: "messages"), values: about),
        Measured.Companion("messages", unit: .count(of: "messages"), values: all),
      ],
      missingReason: "no messages",
      basis: "messages"
    )
  }
}
