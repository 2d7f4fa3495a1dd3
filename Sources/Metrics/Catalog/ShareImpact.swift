package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How widely somebody is shared: posts times the logarithm of people.
package struct ShareImpact: Metric {
  package let card = MetricCard(
    name: "share impact",
    summary: "posts that were shared, times the logarithm of people who shared",
    formula: "impact(v) = shared posts(v) * ln(sharers(v))",
    meaning: """
      One fan who shares everything makes no impact: the logarithm of one is 0. It grows with how \
      much is shared and, slowly, with by how many. Whoever was never shared has 0.
      """,
    unit: .plain,
    source: "Pal, Counts, Identifying topical authorities in microblogs, 2011: retweet impact",
    accepts: [.in],
    companions: [
      MetricCard.Companion("shared posts", "how many of the posts somebody shared"),
      MetricCard.Companion("sharers", "how many different people did"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two of b's posts are shared, by two people: 2 ln 2; of a's one, by one",
        graph: "b^ b^ a^ a@share@b:p0 c@share@b:p1 c@share@b:p0 c@share@a:p2",
        expect: ["a": 0, "b": 1.3863, "c": 0]
      )
    ],
    triedWords: ["retweet impact", "pal counts"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    _ = try EventCounts(of: "share", in: graph)
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let tally = try PostTally(in: view, watchedBy: monitor)
    let posts = tally.sums { $0.counts[0] > 0 ? 1 : 0 }
    let shares = try Reactions(
      in: view,
      weighing: try ReactionWeights(["share": 1], in: view),
      watchedBy: monitor
    )
    let sharers = (0..<graph.personCount).map { person in
      Double(shares[person].count { $0.posts > 0 && $0.person != PersonID(person) })
    }
    return Measured(
      values: zip(posts, sharers).map { $1 > 0 ? $0 * log($1) : 0 },
      companions: [
        Measured.Companion("shared posts", unit: .count(of: "posts"), values: posts),
        Measured.Companion("sharers", unit: .count(of: "people"), values: sharers),
      ]
    )
  }
}
