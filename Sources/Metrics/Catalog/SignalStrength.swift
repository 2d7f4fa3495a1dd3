package import Graph
package import Values

/// What part of what somebody says is their own.
package struct SignalStrength: Metric {
  package let card = MetricCard(
    name: "signal strength",
    summary: "what part of posts and shares is this person's own posts",
    formula: "S(v) = posts(v) / (posts(v) + shares made(v))",
    meaning: """
      1 for whoever only writes, 0 for whoever only passes on. It says nothing of whether anybody \
      listens. Without a post or a share there is no signal to weigh.
      """,
    unit: .share,
    source: "Pal, Counts, Identifying topical authorities in microblogs, 2011",
    accepts: [.in],
    companions: [
      MetricCard.Companion("own posts", "how many posts this person wrote"),
      MetricCard.Companion("shares passed on", "how many posts of others this person shared"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b writes twice and shares once; a only shares",
        graph: "b^ b^ c^ b@share@c:p2 a@share@c:p2",
        expect: ["a": 0, "b": 0.6667, "c": 1]
      )
    ],
    triedWords: ["originality", "original posts", "own content"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    guard view.posts.posts.isLoaded else { throw .postsNotLoaded }
    let posts = try view.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    let shares = try EventCounts(of: "share", in: view).made(to: nil, watchedBy: monitor)
    return Measured(
      values: zip(posts, shares).map { $0 / ($0 + $1) },
      companions: [
        Measured.Companion("own posts", unit: .count(of: "posts"), values: posts),
        Measured.Companion("shares passed on", unit: .count(of: "shares"), values: shares),
      ],
      missingReason: "neither posts nor shares"
    )
  }
}
