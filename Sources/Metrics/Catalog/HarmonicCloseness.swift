package import Graph
package import Values

/// How few steps everybody's attention is from somebody.
package struct HarmonicCloseness: Metric {
  package let card = MetricCard(
    name: "harmonic closeness",
    summary: "sum over others of 1 / their steps to this person along follows",
    formula: "h(v) = sum over u != v of 1 / d(u, v), 1 / infinity = 0",
    meaning: """
      A follower adds 1, a follower of a follower a half. Who cannot be reached adds nothing, so it \
      is defined on any graph; at most n - 1. Above 20,000 people it is estimated, with an error \
      that is shown, unless few people are asked for.
      """,
    unit: .amount(of: "people"),
    source: "Marchiori, Latora, 2000; estimates by HyperBall: Boldi, Vigna, 2013",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "one follower, one two steps away, one three: 1 + 1/2 + 1/3",
        graph: "b>a c>b d>c",
        expect: ["a": 1.8333, "b": 1.5, "c": 1, "d": 0]
      )
    ],
    triedWords: ["closeness", "closeness centrality", "harmonic centrality", "proximity"]
  )

  /// The most people for whom everybody's is worked out, not estimated.
  private let mostPeopleCounted: Int
  /// The most people for whom it is worked out one by one in a larger graph.
  private let mostWantedCounted: Int

  /// The metric; other bounds than the standard ones are for tests.
  package init(countingEverybodyUpTo people: Int = 20_000, wantedUpTo wanted: Int = 200) {
    mostPeopleCounted = people
    mostWantedCounted = wanted
  }

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    var measured: Measured
    if graph.presentCount <= mostPeopleCounted {
      let sums = try BallGrowth(over: relation.backward).sums(
        from: graph.everybody.people,
        reporting: card.name,
        threads: arguments.threads,
        watchedBy: monitor
      ) { 1 / Double($0) }
      measured = Measured(values: sums)
    } else if let wanted = arguments.wanted, wanted.count <= mostWantedCounted {
      measured = try searched(wanted.people, relation, arguments, monitor)
    } else {
      measured = try estimated(for: graph.presentCount, relation, arguments, monitor)
    }
    measured.defaults = arguments.defaultRelation(of: card)
    return measured
  }

  /// By a search from each of some people; the others stay missing.
  private func searched(
    _ people: [PersonID],
    _ relation: Relation,
    _ arguments: MetricArguments,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let search = BreadthFirstSearch(along: relation.backward, against: relation.forward)
    let ranges = ParallelRanges(count: people.count, size: 1)
    let sums = try ranges.map(card.name, threads: arguments.threads, watchedBy: monitor) {
      range throws(MetricError) in
      let found = try search.run(from: Array(people[range]), threads: 1, watchedBy: monitor)
      return found.levels.enumerated().dropFirst()
        .reduce(0) { $0 + Double($1.element) / Double($1.offset) }
    }
    let values = [Double](sums, of: people, among: relation.backward.count)
    return Measured(values: values, missingReason: "not asked for")
  }

  private func estimated(
    for count: Int,
    _ relation: Relation,
    _ arguments: MetricArguments,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ball = HyperBall(people: count)
    let sums = try ball.harmonicSums(
      over: relation.backward,
      threads: arguments.threads,
      watchedBy: monitor
    )
    let percent = Int((ball.standardError * 100).rounded())
    return Measured(
      values: sums,
      remarks: [
        "harmonic closeness is estimated: HyperBall, standard error of a step \(percent) %"
      ],
      claim: .sampled
    )
  }
}
