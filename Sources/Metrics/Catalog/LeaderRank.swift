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

extension LeaderRank: Explaining {
  /// One step of the walk: from each follower, and what the common ground hands out alike.
  ///
  /// Complexity: O(people).
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    guard !measured.values[Int(person)].isNaN else { return Explanation([]) }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let everybody = graph.everybody.people
    func part(_ person: PersonID) -> Double { 1 / Double(relation.forward.degree(of: person) + 1) }
    let sent = everybody.reduce(0) { $0 + measured.values[Int($1)] * part($1) }
    let count = Double(everybody.count)
    let ground = sent / (1 + everybody.reduce(0) { $0 + part($1) } / count)
    let parts = relation.backward[person].map { follower in
      Explanation.Part(
        from: follower,
        (measured.values[Int(follower)] - ground / count) * part(follower),
        "one of \(relation.forward.degree(of: follower)) followed, and the ground"
      )
    }
    return Explanation(parts + [Explanation.Part("the common ground", 2 * ground / count)])
  }
}
