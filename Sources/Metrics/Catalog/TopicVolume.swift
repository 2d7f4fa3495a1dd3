package import Graph
package import Values

/// How much somebody lately wrote about a topic, Radian6's on-topic volume.
package struct TopicVolume: Metric {
  package let card = MetricCard(
    name: "topic volume",
    summary: "how many posts about the topic this person wrote in the last 30 days",
    formula: "volume(v) = |{p : author(p) = v, p about the topic, in the window}|",
    meaning: """
      How loud, not how well heard: it counts what is written. Its share of the volume says how much \
      of all that is said about the topic comes from one mouth, its share of the posts what part of \
      the own ones is on it. A topic takes in those below it.
      """,
    unit: .count(of: "posts"),
    source: "Radian6, topic profiles, 2006-2013",
    requires: [.in],
    parameters: [.window(days: 30, assumed: true)],
    companions: [
      MetricCard.Companion("daily", "the same for each day of the window"),
      MetricCard.Companion("share of volume", "its part of all posts about the topic"),
      MetricCard.Companion("share of posts", "the part of the own posts that is about the topic"),
    ],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of three posts about yoga two are a's",
        graph: "a^yoga a^yoga a^pop b^yoga c",
        topic: "yoga",
        expect: ["a": 2, "b": 1, "c": 0]
      )
    ],
    triedWords: ["on-topic volume", "volume", "topic posts", "post volume"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let days = try arguments.value(of: card.parameters[0])
    var anything = arguments
    anything.topic = nil
    let window = EventWindow(of: graph, days: days, with: anything)
    let posts = window.graph.posts.posts
    let all = try posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    let volume = try posts.counts(graph.personCount, watchedBy: monitor) { post in
      graph.isAbout(post, topic) ? post.author : nil
    }
    let total = volume.reduce(0, +)
    return Measured(
      values: volume,
      companions: [
        Measured.Companion(
          "daily",
          unit: .amount(of: "posts"),
          values: volume.map { arguments.now == nil ? .nan : $0 / days }
        ),
        Measured.Companion("share of volume", unit: .share, values: volume.map { $0 / total }),
        Measured.Companion(
          "share of posts",
          unit: .share,
          values: zip(volume, all).map { $0 / $1 }
        ),
      ],
      defaults: window.defaults,
      remarks: ["\(Tally.text(Int(total), "posts")) about the topic"]
    )
  }
}
