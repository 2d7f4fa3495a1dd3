package import Graph
package import Values

/// The share of a random walk that prefers prolific people of like interest in a topic.
package struct TwitterRank: Metric {
  package let card = MetricCard(
    name: "twitterrank",
    summary: "random walk to those who write much and care alike about a topic",
    formula: "p = d P'p + (1-d) e, P(u->v) = posts(v) (1-|i(u)-i(v)|) / posts of all u follows",
    meaning: """
      i is the topic's part of all a person's interests, and e is in proportion to it: walks start \
      with those who care most about the topic beside other things, and a listener is drawn to \
      whoever writes most and cares as much. What P does not hand on goes back to e; everybody \
      together has 1. Posts on anything count. That volume draws listeners is an assumption.
      """,
    unit: .plain,
    source: "Weng, Lim, Jiang, He, TwitterRank, WSDM 2010; topics and interests as loaded",
    claim: .model,
    requires: [.in],
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "damping",
        default: 0.85,
        in: 0...0.999,
        "how likely the walk goes on along a tie instead of starting again"
      )
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two alike care; what b hands to c, who does not, is lost to b's start",
        graph: "a>b b>c a~yoga:1 b~yoga:0.5 c~pop:1 a^yoga b^yoga c^pop",
        topic: "yoga",
        expect: ["a": 0.3509, "b": 0.6491, "c": 0]
      )
    ],
    triedWords: ["topical influence", "twitter rank", "topic rank", "influence on a topic"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let damping = try arguments.value(of: card.parameters[0])
    let parts = TwitterRank.parts(of: topic, in: graph)
    let interest = parts.reduce(0, +)
    guard interest > 0 else {
      return Measured(
        values: Array(repeating: .nan, count: graph.personCount),
        missingReason: "nobody is interested",
        defaults: arguments.defaultRelation(of: card)
      )
    }
    let posts = try graph.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    let written = try TiePull(relation.forward)
      .sums(of: posts, threads: arguments.threads, watchedBy: monitor)
    let rows = relation.backward
    let weights = try ParallelRanges(balancing: rows).map(
      nil,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      range.flatMap { target in
        rows[PersonID(target)].map { posts[target] * (1 - abs(parts[Int($0)] - parts[target])) }
      }
    }.concatenated
    let walk = RandomWalk(
      relation,
      weights: weights,
      partOfTie: written.map { $0 > 0 ? damping / $0 : 0 },
      start: parts.map { $0 / interest }
    )
    let outcome = try walk.run(
      tolerance: PageRank.tolerance,
      most: PageRank.mostRounds,
      threads: arguments.threads,
      watchedBy: monitor
    )
    return Measured(
      values: outcome.shares,
      defaults: arguments.defaultRelation(of: card),
      remarks: outcome.remarks(on: card.name)
    )
  }

  /// What part of each person's interests a topic has; 0 for who has none.
  private static func parts(of topic: UInt32, in graph: Graph) -> [Double] {
    guard topic < graph.topicCount else { return Array(repeating: 0, count: graph.personCount) }
    let all = graph.interests.all
    return zip(0..<PersonID(graph.personCount), graph.interest(in: topic, orElse: 0)).map {
      person,
      interest in
      guard interest > 0 else { return 0 }
      let sum = all.backward.range(of: person).reduce(0) {
        $0 + (all.backwardWeights?[$1] ?? 1)
      }
      return interest / sum
    }
  }
}
