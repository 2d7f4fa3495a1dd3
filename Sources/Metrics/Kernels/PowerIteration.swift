package import Graph
package import Values

/// Scores that everybody's neighbours make: hubs, authorities, chains of follows.
///
/// Each is a column that is gathered along ties again and again, and scaled. Sums over people run
/// in the order of ids. Complexity: O(rounds x (ties + people)).
package struct PowerIteration: Sendable {
  /// What came out.
  package struct Outcome: Sendable {
    /// A score for each person.
    package let scores: [Double]
    /// How many rounds were run.
    package let rounds: Int
    /// The L1 change of the last round, relative to the sum of the scores.
    package let change: Double
  }

  private let relation: Relation
  private let threads: Int?
  private let monitor: WorkMonitor

  /// The relative L1 change at which it stops.
  package static let tolerance = 1e-12

  /// Iterations over a relation.
  package init(_ relation: Relation, threads: Int? = nil, watchedBy monitor: WorkMonitor) {
    self.relation = relation
    self.threads = threads
    self.monitor = monitor
  }

  /// Rounds of `step` until the relative L1 change is at most `tolerance`, or `most` are over.
  ///
  /// Throws what `step` throws.
  package func settle(
    _ start: [Double],
    tolerance: Double = PowerIteration.tolerance,
    most: Int,
    reporting what: String,
    _ step: ([Double]) throws(MetricError) -> [Double]
  ) throws(MetricError) -> Outcome {
    var scores = start
    var change = Double.infinity
    var rounds = 0
    while change > tolerance, rounds < most {
      let next = try step(scores)
      let sum = next.reduce(0) { $0 + abs($1) }
      let moved = zip(next, scores).reduce(0) { $0 + abs($1.0 - $1.1) }
      change = sum > 0 ? moved / sum : 0
      scores = next
      rounds += 1
      monitor.report(what, min(1, Double(rounds) / Double(most)))
    }
    return Outcome(scores: scores, rounds: rounds, change: change)
  }

  /// The leading authorities, which sum to 1: followed by good hubs, who follow good authorities.
  ///
  /// `isHub` gives the hubs instead. Nothing but zeros where there are no ties. Throws `cancelled`.
  package func authorities(
    asHubs isHub: Bool = false,
    most: Int
  ) throws(MetricError) -> Outcome {
    let inward = TiePull(isHub ? relation.forward : relation.backward)
    let outward = TiePull(isHub ? relation.backward : relation.forward)
    let count = relation.backward.count
    let start = [Double](repeating: count > 0 ? 1 / Double(count) : 0, count: count)
    return try settle(start, most: most, reporting: "hits") { scores throws(MetricError) in
      let others = try outward.sums(of: scores, threads: threads, watchedBy: monitor)
      return try inward.sums(of: others, threads: threads, watchedBy: monitor).scaledToOne
    }
  }

  /// About how much the number of chains grows with each step: the greatest eigenvalue of the ties.
  ///
  /// It is the growth after `rounds` rounds in which everybody also keeps what they have, less one,
  /// so that rings do not make it swing. Never negative. Throws `cancelled`.
  package func growth(rounds: Int = 100) throws(MetricError) -> Double {
    let pull = TiePull(relation.backward)
    var scores = [Double](repeating: 1, count: relation.backward.count).scaledToOne
    var growth = 0.0
    for _ in 0..<rounds {
      let gathered = try pull.sums(of: scores, threads: threads, watchedBy: monitor)
      let next = zip(scores, gathered).map { $0 + $1 }
      growth = max(0, next.reduce(0, +) - 1)
      scores = next.scaledToOne
    }
    return growth
  }

  /// Katz scores: 1 for everybody, and `attenuation` of the score of each follower.
  ///
  /// Nil where the rounds do not shrink, so that there are no scores. Throws `cancelled`.
  package func chains(attenuation: Double, most: Int) throws(MetricError) -> Outcome? {
    let pull = TiePull(relation.backward)
    var scores = [Double](repeating: 1, count: relation.backward.count)
    var added = scores
    var change = Double.infinity
    var rounds = 0
    var earlier = Double.infinity
    while change > PowerIteration.tolerance, rounds < most {
      added = try pull.sums(of: added, threads: threads, watchedBy: monitor)
        .map { $0 * attenuation }
      scores = zip(scores, added).map { $0 + $1 }
      let sum = scores.reduce(0, +)
      change = sum > 0 ? added.reduce(0, +) / sum : 0
      rounds += 1
      monitor.report("katz centrality", min(1, Double(rounds) / Double(most)))
      guard rounds.isMultiple(of: 100) else { continue }
      guard change < earlier, sum.isFinite else { return nil }
      earlier = change
    }
    return Outcome(scores: scores, rounds: rounds, change: change)
  }
}

extension [Double] {
  /// The same numbers, divided by their sum where there is one.
  fileprivate var scaledToOne: [Double] {
    let sum = reduce(0, +)
    return sum > 0 ? map { $0 / sum } : self
  }
}
