package import Graph
package import Values

/// How much somebody does, of whatever kind.
package struct GeneralActivity: Metric {
  package let card = MetricCard(
    name: "general activity",
    summary: "posts, replies, shares and likes this person made",
    formula: "A(v) = posts(v) + replies made(v) + shares made(v) + likes made(v)",
    meaning: """
      Doing much is not being heard; it is what a ratio of reactions is divided by. Posts and shares \
      are the tweet count score of Noro. Of kinds no file brought there are none.
      """,
    unit: .count(of: "messages"),
    source: "Riquelme, Gonzalez-Cantergiani, Measuring user influence on Twitter, 2016; Noro, 2012",
    accepts: [.in],
    companions: [
      MetricCard.Companion("posts and shares", "the tweet count score")
    ],
    laws: [.liesIn(0...1e12), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a writes, shares and likes; b writes twice",
        graph: "a^ b^ b^ a@share@b:p1 a@like@b:p2",
        expect: ["a": 3, "b": 2]
      )
    ],
    triedWords: ["activity", "tweet count", "tweet count score", "how active"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let made = try MessagesMade(in: graph, about: arguments.topic, watchedBy: monitor)
    let posting = zip(made.posts, made.shares).map { $0 + $1 }
    return Measured(
      values: posting.indices.map { posting[$0] + made.replies[$0] + made.likes[$0] },
      companions: [
        Measured.Companion("posts and shares", unit: .count(of: "messages"), values: posting)
      ]
    )
  }
}
