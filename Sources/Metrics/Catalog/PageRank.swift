package import Graph
package import Values

/// The share of an endless random walk along follows that is spent at somebody.
package struct PageRank: Metric {
  package let card = MetricCard(
    name: "pagerank",
    summary: "chance that an endless random walk along follows is at this person",
    formula: "p(v) = (1-d)/n + d * (sum over u->v of p(u)/following(u) + sum over sinks of p(u)/n)",
    meaning: """
      To be followed counts for more when the follower is followed a lot and follows few. \
      Everybody together has 1, so 1/n is the average. Who follows nobody hands their rank to \
      everybody. Ties count alike, whatever their weight.
      """,
    unit: .plain,
    source: "Page, Brin, Motwani, Winograd, The PageRank citation ranking, 1999",
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "damping",
        default: 0.85,
        in: 0...0.999,
        "how likely the walk goes on along a tie instead of jumping to anybody"
      )
    ],
    laws: [.sumsTo(1), .liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a sink hands its rank back to everybody",
        graph: "a>b",
        expect: ["a": 0.3509, "b": 0.6491]
      ),
      MetricExample(
        "in a ring all are alike",
        graph: "a>b b>c c>a",
        expect: ["a": 0.3333, "b": 0.3333, "c": 0.3333]
      ),
    ],
    triedWords: ["page rank", "random walk", "centrality", "eigenvector", "importance"]
  )

  /// The L1 change at which it stops.
  private static let tolerance = 1e-12
  /// The most rounds.
  private static let mostRounds = 200

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let outcome = try PageRankPull(relation, among: graph.present).run(
      damping: try arguments.value(of: card.parameters[0]),
      tolerance: PageRank.tolerance,
      most: PageRank.mostRounds,
      threads: arguments.threads,
      watchedBy: monitor
    )
    var remarks: [String] = []
    if outcome.change > PageRank.tolerance {
      remarks.append(
        "pagerank stopped after \(outcome.rounds) rounds, still changing by \(outcome.change)"
      )
    }
    if relation.backwardWeights != nil {
      remarks.append("pagerank counts every tie alike, whatever its weight")
    }
    return Measured(
      values: outcome.ranks,
      defaults: arguments.defaultRelation(of: card),
      remarks: remarks
    )
  }
}

extension PageRank: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let damping = try arguments.value(of: card.parameters[0])
    let count = Double(graph.presentCount)
    guard measured.values[Int(person)] > 0 else { return Explanation([]) }
    let sinks = graph.everybody.people.filter { relation.forward.degree(of: $0) == 0 }
    let held = sinks.reduce(0) { $0 + measured.values[Int($1)] }
    let parts = relation.backward[person].map { follower in
      let degree = relation.forward.degree(of: follower)
      return Explanation.Part(
        from: follower,
        damping * measured.values[Int(follower)] / Double(degree),
        "one of \(degree) followed"
      )
    }
    return Explanation(
      parts + [
        Explanation.Part("a jump to anybody", (1 - damping) / count),
        Explanation.Part("from those who follow nobody", damping * held / count),
      ]
    )
  }
}
