package import Graph
package import Values

/// The share of a random walk that is free of a setting: everybody is tied to a common ground.
package struct LeaderRank: Metric {
  package let card = MetricCard(
    name: "leaderrank",
    summary: "random walk along follows and through a common ground; average 1",
    formula:
      "s(v) = s(g)/n + sum over u->v of s(u)/(following(u)+1), g tied with everybody both ways",
    meaning: """
      PageRank without a damping to choose: a walk from somebody who follows many jumps seldom, \
      from somebody who follows few often. All together have n, so 1 is the average; the ground's \
      own part is handed out alike.
      """,
    unit: .ratio,
    source: "Lü, Zhang, Yeung, Zhou, Leaders in social networks, PLoS ONE 2011",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "who is followed has more than the average, who follows less",
        graph: "a>b",
        expect: ["a": 0.8889, "b": 1.1111]
      )
    ],
    triedWords: ["leader rank", "leaders", "parameter-free pagerank"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let starts = relation.forward.starts
    let parts = zip(starts, starts.dropFirst()).map { 1 / Double($1 - $0 + 1) }
    // Passing through the ground is a jump to anybody, and takes a step there.
    let walk = RandomWalk(
      relation,
      partOfTie: parts,
      start: RandomWalk.start(anywhereIn: graph)
    )
    let outcome = try walk.run(
      tolerance: PageRank.tolerance,
      most: PageRank.mostRounds,
      threads: arguments.threads,
      watchedBy: monitor
    )
    let ground = zip(outcome.shares, parts).reduce(0) { $0 + $1.0 * $1.1 }
    let count = Double(graph.presentCount)
    let scale = count / (1 + ground)
    return Measured(
      values: outcome.shares.map { ($0 + ground / count) * scale },
      defaults: arguments.defaultRelation(of: card),
      remarks: outcome.remarks(on: card.name)
    )
  }
}
