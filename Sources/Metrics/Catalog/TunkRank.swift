package import Graph
package import Values

/// How much attention a post gets, when listeners divide theirs among all they follow.
package struct TunkRank: Metric {
  package let card = MetricCard(
    name: "tunkrank",
    summary: "readers a post can expect, attention divided and shares passed on",
    formula: "x(v) = sum over u->v of (1 + p x(u)) / following(u)",
    meaning: """
      A follower who follows a hundred others gives a hundredth of their attention, and passes on \
      what they read with a chance of p. In readers' worth of attention, not in people: nobody \
      needs to read everything. The chance is an assumption.
      """,
    unit: .amount(of: "readers"),
    source: "Tunkelang, A Twitter analog to PageRank, 2009",
    claim: .model,
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "share probability",
        default: 0.05,
        in: 0...0.95,
        assumed: true,
        "how likely a reader passes on what they read"
      )
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c has all of d's attention, d and b half of c's: x(d) = (1 + 0.05 x(c)) / 2",
        graph: "c>d d>c c>b",
        expect: ["b": 0.5257, "c": 1.0263, "d": 0.5257]
      )
    ],
    triedWords: ["tunk rank", "attention", "effective readers", "attention rank"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let chance = try arguments.value(of: card.parameters[0])
    let shares = RandomWalk.totals(of: relation, nil).map { $0 > 0 ? 1 / $0 : 0 }
    let pull = TiePull(relation.backward)
    let iteration = PowerIteration(relation, threads: arguments.threads, watchedBy: monitor)
    let outcome = try iteration.settle(
      Array(repeating: 0, count: shares.count),
      most: PageRank.mostRounds,
      reporting: card.name
    ) { scores throws(MetricError) in
      let given = zip(scores, shares).map { (1 + chance * $0) * $1 }
      return try pull.sums(of: given, threads: arguments.threads, watchedBy: monitor)
    }
    return outcome.measured(as: card, with: arguments, isDefined: true)
  }
}

extension TunkRank: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    guard !measured.values[Int(person)].isNaN else { return Explanation([]) }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let chance = try arguments.value(of: card.parameters[0])
    return Explanation(
      relation.backward[person].map { follower in
        let followed = relation.forward.degree(of: follower)
        let given = (1 + chance * measured.values[Int(follower)]) / Double(followed)
        return Explanation.Part(from: follower, given, "one of \(followed) followed")
      }
    )
  }
}
