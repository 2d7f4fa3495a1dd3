package import Graph
package import Values

/// How much somebody wrote.
package struct PostsMade: Metric {
  package let card = MetricCard(
    name: "posts made",
    summary: "how many posts this person wrote",
    formula: "posts made(v) = |{p : author(p) = v}|; in a topic, also p is about it",
    meaning: """
      Activity, and the denominator of rates per post. In a topic, only posts about it count. Much \
      writing is not much being read.
      """,
    unit: .count(of: "posts"),
    source: "classic; the denominator of rates per 100 posts, as in Twtrland 2011",
    accepts: [.in],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a writes twice, b once about nothing in particular",
        graph: "a^yoga a^pop b^ c",
        expect: ["a": 2, "b": 1, "c": 0]
      )
    ],
    triedWords: ["posts", "post count", "tweets", "messages", "activity", "posts written"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let posts = graph.posts.posts
    guard posts.isLoaded else { throw .postsNotLoaded }
    let topic = arguments.topic
    let values = try posts.counts(graph.personCount, watchedBy: monitor) { post in
      topic.map { graph.isAbout(post, $0) } != false ? post.author : nil
    }
    return Measured(values: values)
  }
}
