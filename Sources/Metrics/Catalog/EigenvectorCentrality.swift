package import Graph
package import Values

/// How much somebody is followed by those who are much followed, and nothing else.
package struct EigenvectorCentrality: Metric {
  package let card = MetricCard(
    name: "eigenvector centrality",
    summary: "followed by those who are followed by such; squares sum to 1",
    formula: "x(v) = 1/lambda * sum over u->v of x(u), lambda the greatest eigenvalue of the ties",
    meaning: """
      Standing that only rings of follows can lend: whoever no ring leads to has 0, however many \
      follow, and without any ring there is no standing at all. Katz centrality and PageRank give \
      everybody something of their own and mend that.
      """,
    unit: .plain,
    source: "Bonacich, Factoring and weighting approaches to status scores, 1972",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1.000_000_1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a and b follow each other and both follow c: each has 1/sqrt 6, c twice that",
        graph: "a>b b>a a>c b>c d>c",
        expect: ["a": 0.4082, "b": 0.4082, "c": 0.8165, "d": 0]
      )
    ],
    triedWords: ["eigenvector", "bonacich", "eigencentrality", "power centrality"]
  )

  /// The most rounds.
  private static let mostRounds = 1_000

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let isOnRing = try relation.leadToByRings(watchedBy: monitor)
    let iteration = PowerIteration(relation, threads: arguments.threads, watchedBy: monitor)
    let pull = TiePull(relation.backward)
    let start = isOnRing.map { $0 ? 1.0 : 0 }
    let outcome = try iteration.settle(start, most: Self.mostRounds, reporting: card.name) {
      scores throws(MetricError) in
      // Everybody keeps what they have besides, so that rings do not make it swing.
      let sums = try pull.sums(of: scores, threads: arguments.threads, watchedBy: monitor)
      return zip(scores, sums).map { $0 + $1 }.scaledToUnitLength
    }
    var measured = outcome.measured(as: card, with: arguments, isDefined: isOnRing.contains(true))
    measured.missingReason = "nobody follows in a ring; katz centrality and pagerank need none"
    return measured
  }
}

extension Relation {
  /// Whom a ring of ties leads to, its own people among them.
  ///
  /// Whoever nobody is left to follow goes, again and again. Complexity: O(ties).
  fileprivate func leadToByRings(watchedBy monitor: WorkMonitor) throws(MetricError) -> [Bool] {
    var left = (0..<PersonID(backward.count)).map { backward.degree(of: $0) }
    var gone = left.indices.filter { left[$0] == 0 }
    var next = 0
    while next < gone.count {
      try monitor.pause(at: next)
      for target in forward[PersonID(gone[next])] {
        left[Int(target)] -= 1
        if left[Int(target)] == 0 { gone.append(Int(target)) }
      }
      next += 1
    }
    return left.map { $0 > 0 }
  }
}

extension [Double] {
  /// The same numbers, divided by the root of the sum of their squares where there is any.
  fileprivate var scaledToUnitLength: [Double] {
    let length = reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? map { $0 / length } : self
  }
}
