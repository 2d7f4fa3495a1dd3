package import Graph
package import Values

/// How many posts have found as many reactions.
package struct ContentHIndex: Metric {
  package let card = MetricCard(
    name: "content h-index",
    summary: "the most posts that got at least that many reactions each",
    formula: "h(v) = the greatest h with h posts of v that each got h reactions or more",
    meaning: """
      Neither one lucky post nor many unheard ones make it large. Reactions are shares, replies, \
      mentions and likes by others. Many people have the same.
      """,
    unit: .count(of: "posts"),
    source: "Hirsch, An index to quantify an individual's scientific research output, 2005",
    accepts: [.in],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "posts with three, two and one reactions: two have two or more",
        graph: "b^ b^ b^ a@like@b:p0 c@like@b:p0 a@share@b:p0 a@like@b:p1 c@like@b:p1 a@like@b:p2",
        expect: ["a": 0, "b": 2]
      )
    ],
    triedWords: ["h-index", "h index of posts"]
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
    var totals = [[UInt32]](repeating: [], count: graph.personCount)
    for post in tally.posts where post.total > 0 { totals[Int(post.author)].append(post.total) }
    return Measured(
      values: totals.map { totals in
        let sorted = totals.sorted(by: >)
        return Double(sorted.indices.first { sorted[$0] < UInt32($0 + 1) } ?? sorted.count)
      }
    )
  }
}
