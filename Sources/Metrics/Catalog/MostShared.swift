package import Graph
package import Values

/// How often somebody's most shared post was shared, Twtrland's famous words.
package struct MostShared: Metric {
  package let card = MetricCard(
    name: "most shared",
    summary: "how often this person's most shared post was shared",
    formula: "most shared(v) = max over p in posts(v) of |{x : kind(x) = share, on p}|",
    meaning: """
      Twtrland's famous words. One post may have gone round once and never again; read it beside \
      share rate, and content h-index for how many did well.
      """,
    unit: .count(of: "shares"),
    source: "Twtrland 2011-2015, famous words",
    accepts: [.in],
    companions: [MetricCard.Companion("share of shares", "its part of all shares of the posts")],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two shares of one post, one of the other",
        graph: "b^ b^ a@share@b:p0 c@share@b:p0 a@share@b:p1",
        expect: ["a": .nan, "b": 2]
      )
    ],
    triedWords: ["famous words", "top post", "best post"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let tally = try PostTally(in: view, watchedBy: monitor)
    var most = [Double](repeating: .nan, count: graph.personCount)
    for post in tally.posts {
      let shares = Double(post.counts[0])
      most[Int(post.author)] = max(
        shares,
        most[Int(post.author)].isNaN ? 0 : most[Int(post.author)]
      )
    }
    let all = tally.sums { Double($0.counts[0]) }
    return Measured(
      values: most,
      companions: [
        Measured.Companion("share of shares", unit: .share, values: zip(most, all).map { $0 / $1 })
      ],
      missingReason: "no posts"
    )
  }
}
