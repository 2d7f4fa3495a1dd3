package import Graph
package import Values

/// How much somebody makes the passive act, after Romero and others.
package struct InfluencePassivity: Metric {
  package let card = MetricCard(
    name: "influence-passivity",
    summary: "how much of what is passed on is passed on by those who seldom do",
    formula: "I(i) ~ sum of u(i, j) P(j), P(i) ~ sum of v(j, i) I(j); both sum to 1",
    meaning: """
      w(i, j) is the part of i's posts that j shared of those j was shown. Of what a reader takes, \
      u(i, j) is i's part; of what a writer is refused, v is the reader's. Whoever shares everything \
      makes nobody influential; who resists the influential is passive. A follower is taken to be \
      shown every post. Being popular does not help.
      """,
    unit: .plain,
    source: "Romero, Galuba, Asur, Huberman, Influence and passivity in social media, 2011",
    claim: .model,
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("passivity", "how much this person resists the influential; sums to 1")
    ],
    laws: [.liesIn(0...1.000_000_1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c and d, each shown two writers, share one post: c one of b's two, d a's only one",
        graph: "c>a c>b d>a d>b a^ b^ b^ c@share@b:p1 d@share@a:p0",
        expect: ["a": 0.4, "b": 0.6, "c": 0]
      )
    ],
    triedWords: ["influence over the passive", "passivity", "ip influence", "ip algorithm"]
  )

  /// The most rounds over ties of many people, and of few.
  private static let mostRounds = (many: 200, few: 1_000)
  /// From how many ties on they are many.
  private static let manyTies = 1 << 20

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let exposure = try Exposure(over: relation, in: graph, watchedBy: monitor)
    let outcome = try exposure.settled(
      most: relation.count < Self.manyTies ? Self.mostRounds.few : Self.mostRounds.many,
      threads: arguments.threads,
      watchedBy: monitor
    )
    // Where those who share share everything, nobody makes the passive act.
    let isDefined = outcome.influence.scores.contains { $0 > 0 } && exposure.isShared
    var measured = outcome.influence.measured(as: card, with: arguments, isDefined: isDefined)
    measured.missingReason = "nobody passive shared what they were shown"
    measured.companions = [
      Measured.Companion(
        "passivity",
        unit: .plain,
        values: isDefined ? outcome.passivity : measured.values
      )
    ]
    return measured
  }
}

/// Who was shown whose posts, and what part of them they shared.
///
/// A row of readers for each writer: followers, who are shown every post, and whoever shared one.
private struct Exposure: Sendable {
  /// Influence and passivity, which rest on each other.
  struct Outcome: Sendable {
    /// The influence of each person, and how it settled.
    let influence: PowerIteration.Outcome
    /// The passivity of each, which sums to 1.
    let passivity: [Double]
  }

  private let ties: Relation
  /// Beside the readers of each writer, the part of the posts shared.
  private let taken: [Double]
  /// Beside the writers of each reader, the part of the posts not shared.
  private let refused: [Double]

  /// Whether anything was shared.
  let isShared: Bool

  /// The exposure by the follows of a relation, the posts and the shares of a graph.
  ///
  /// Throws `postsNotLoaded`, `interactionsNotLoaded`, `cancelled`. Complexity: O(ties + events log
  /// events).
  init(
    over relation: Relation,
    in graph: Graph,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    _ = try EventCounts(of: "share", in: graph)
    let written = try PostTally(in: graph, watchedBy: monitor).written
    let shares = try Reactions(
      in: graph,
      weighing: try ReactionWeights(["share": 1], in: graph),
      watchedBy: monitor
    )
    var buffer = TieBuffer(weighted: true)
    for writer in graph.everybody.people where written[Int(writer)] > 0 {
      try monitor.pause(at: Int(writer))
      let sharers = shares[Int(writer)]
      var next = sharers.startIndex
      for reader in relation.backward[writer] where reader != writer {
        while next < sharers.endIndex, sharers[next].person < reader {
          // Whoever shares without following was shown what they shared.
          if sharers[next].posts > 0 {
            buffer.append(from: writer, to: sharers[next].person, weight: 1)
          }
          next += 1
        }
        var part = 0.0
        if next < sharers.endIndex, sharers[next].person == reader {
          part = min(1, sharers[next].posts / written[Int(writer)])
          next += 1
        }
        buffer.append(from: writer, to: reader, weight: part)
      }
      for sharer in sharers[next...] where sharer.posts > 0 {
        buffer.append(from: writer, to: sharer.person, weight: 1)
      }
    }
    ties = buffer.frozen(sources: graph.personCount, targets: graph.personCount)
    let (forward, backward) = (ties.forwardWeights, ties.backwardWeights)
    taken = (0..<ties.count).map { forward?[$0] ?? 0 }
    refused = (0..<ties.count).map { 1 - (backward?[$0] ?? 0) }
    isShared = taken.contains { $0 > 0 }
  }

  /// Runs influence and passivity until they settle, or so many rounds are over.
  ///
  /// Throws `cancelled`. Complexity: O(rounds x (ties + people)).
  func settled(
    most: Int,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Outcome {
    let count = ties.forward.count
    let inward = TiePull(ties.backward, weights: refused)
    let outward = TiePull(ties.forward, weights: taken)
    // All a reader took, and all a writer was refused.
    let takes = sums(of: taken, as: ties.forward)
    let refusals = sums(of: refused, as: ties.backward)
    var passivity = [Double](repeating: 0, count: count)
    let start = [Double](repeating: count > 0 ? 1 / Double(count) : 0, count: count)
    let iteration = PowerIteration(ties, threads: threads, watchedBy: monitor)
    let influence = try iteration.settle(start, most: most, reporting: "influence") {
      influence throws(MetricError) in
      let spread = zip(influence, refusals).map { $1 > 0 ? $0 / $1 : 0 }
      passivity = try inward.sums(of: spread, threads: threads, watchedBy: monitor).partsOfOne
      let gained = zip(passivity, takes).map { $1 > 0 ? $0 / $1 : 0 }
      return try outward.sums(of: gained, threads: threads, watchedBy: monitor).partsOfOne
    }
    return Outcome(influence: influence, passivity: passivity)
  }

  /// The weights beside some rows, added up by whom the ties lead to.
  private func sums(of weights: [Double], as rows: Rows) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.count)
    for (position, person) in rows.neighbours.enumerated() {
      sums[Int(person)] += weights[position]
    }
    return sums
  }
}

extension [Double] {
  /// The same numbers, divided by their sum where there is one.
  fileprivate var partsOfOne: [Double] {
    let sum = reduce(0, +)
    return sum > 0 ? map { $0 / sum } : self
  }
}
