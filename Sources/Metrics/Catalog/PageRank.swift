package import Graph
package import Values

/// The share of an endless random walk along follows that is spent at somebody.
package struct PageRank: Metric {
  package let card = MetricCard(
    name: "pagerank",
    summary: "chance that an endless random walk along follows is at this person",
    formula:
      "p(v) = (1-d) t(v) + d (sum over u->v of p(u)/following(u) + t(v) sum over sinks of p(u))",
    meaning: """
      To be followed counts for more when the follower is followed a lot and follows few. \
      Everybody together has 1, so 1/n is the average; t is 1/n for all. `from PEOPLE` and \
      `in #TOPIC` (by interest) start the walk there: who cannot be reached from there has 0. Who \
      follows nobody hands their rank back to where walks start. Ties count alike unless \
      `weighted by` says which the walk prefers: by a measure of people, those who have more.
      """,
    unit: .plain,
    source: "Page, Brin, Motwani, Winograd, 1999; personalised: Haveliwala, 2002",
    accepts: [.from, .in, .weightedBy, .over],
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
      MetricExample(
        "by trust, three quarters of what a hands on go to b",
        graph: "a>b:0.9 a>c:0.3 b>a:1 c>a:1",
        weightedByTrust: true,
        expect: ["a": 0.4865, "b": 0.3601, "c": 0.1534]
      ),
    ],
    triedWords: [
      "page rank", "random walk", "centrality", "eigenvector", "importance",
      "personalised pagerank",
      "personalized pagerank", "topic-sensitive pagerank",
    ]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let damping = try arguments.value(of: card.parameters[0])
    guard let start = RandomWalk.start(in: graph, at: arguments.from, topic: arguments.topic) else {
      return Measured(
        values: Array(repeating: .nan, count: graph.personCount),
        missingReason: "nobody to start from",
        defaults: arguments.defaultRelation(of: card)
      )
    }
    let weights = try arguments.listedWeights(
      beside: relation,
      missing: arguments.missingWeight ?? 0,
      watchedBy: monitor
    )
    let walk = RandomWalk(relation, weights: weights, damping: damping, start: start)
    let outcome = try walk.run(
      tolerance: PageRank.tolerance,
      most: PageRank.mostRounds,
      threads: arguments.threads,
      watchedBy: monitor
    )
    var measured = Measured(
      values: outcome.shares,
      defaults: arguments.defaultRelation(of: card),
      remarks: outcome.remarks(on: card.name)
    )
    if let weight = arguments.weight {
      measured.defaults += arguments.missingDefaults(none: "not walked along")
      guard case .ties = weight else { return measured }
      measured.remarks += try arguments.weightRemarks(
        over: relation,
        in: graph,
        watchedBy: monitor
      )
    } else if weights == nil, relation.backwardWeights != nil {
      measured.remarks.append("pagerank counts every tie alike, whatever its weight")
    }
    return measured
  }

  /// The L1 change at which a walk stops.
  package static let tolerance = 1e-12
  /// The most rounds of a walk.
  package static let mostRounds = 200
}

extension RandomWalk.Outcome {
  /// What to say where it stopped before it stood still.
  package func remarks(on name: String) -> [String] {
    guard change > PageRank.tolerance else { return [] }
    return ["\(name) stopped after \(rounds) rounds, still changing by \(change)"]
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
    guard !measured.values[Int(person)].isNaN,
      let start = RandomWalk.start(in: graph, at: arguments.from, topic: arguments.topic)
    else { return Explanation([]) }
    let weights = try arguments.listedWeights(
      beside: relation,
      missing: arguments.missingWeight ?? 0
    )
    let totals = RandomWalk.totals(of: relation, weights)
    let sinks = graph.everybody.people.filter { totals[Int($0)] == 0 }
    let held = sinks.reduce(0) { $0 + measured.values[Int($1)] }
    let parts = relation.backward.range(of: person).map { position in
      let follower = relation.backward.neighbours[position]
      let total = totals[Int(follower)]
      let part = total > 0 ? (weights?[position] ?? 1) / total : 0
      return Explanation.Part(
        from: follower,
        damping * measured.values[Int(follower)] * part,
        "one of \(relation.forward.degree(of: follower)) followed"
      )
    }
    let home = start[Int(person)]
    return Explanation(
      parts + [
        Explanation.Part("a jump", (1 - damping) * home),
        Explanation.Part("from those who follow nobody", damping * held * home),
      ]
    )
  }
}
