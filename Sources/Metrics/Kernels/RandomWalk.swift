package import Graph
package import Values

/// The share of an endless random walk that is spent at everybody: the kernel of the PageRank
/// family.
///
/// At a person the walk goes on along one of their ties, or else jumps: to where it starts. Everybody
/// gathers what comes to them along the backward rows, so a round reads each tie once (4 bytes in
/// order, 8 at random; a weight is 8 more in order) and moves some 60 bytes a person. Sums over
/// people are made range by range in a fixed order, so the bits do not depend on the threads.
package struct RandomWalk: Sendable {
  /// What came out.
  package struct Outcome: Sendable {
    /// Each person's part of the walk; together 1.
    package let shares: [Double]
    /// How many rounds were run.
    package let rounds: Int
    /// The L1 change of the last round.
    package let change: Double
  }

  private let pull: TiePull
  /// What part of somebody's walk goes along a tie of theirs of weight 1.
  private let partOfTie: [Double]
  /// What part of it goes along all their ties together; the rest jumps.
  private let carried: [Double]
  /// Where it starts and jumps to; sums to 1.
  private let start: [Double]

  /// A walk against the backward rows of a relation.
  ///
  /// `weights` lie beside those rows; every tie weighs 1 when nil. `partOfTie` says what part of a
  /// person's walk goes along a tie of weight 1; of all ties together that must be at most 1.
  /// `start` must sum to 1, and nobody outside of it may have a tie from within, for the parts to
  /// sum to 1. Complexity: O(ties + people).
  package init(
    _ relation: Relation,
    weights: [Double]? = nil,
    partOfTie: [Double],
    start: [Double]
  ) {
    pull = TiePull(relation.backward, weights: weights)
    self.partOfTie = partOfTie
    self.start = start
    let totals = RandomWalk.totals(of: relation, weights)
    carried = zip(partOfTie, totals).map { $0 * $1 }
  }

  /// A walk that goes on with a chance of `damping` wherever there is a tie to go on along.
  ///
  /// Complexity: O(ties + people).
  package init(
    _ relation: Relation,
    weights: [Double]? = nil,
    damping: Double,
    start: [Double]
  ) {
    pull = TiePull(relation.backward, weights: weights)
    self.start = start
    let totals = RandomWalk.totals(of: relation, weights)
    partOfTie = totals.map { $0 > 0 ? damping / $0 : 0 }
    carried = totals.map { $0 > 0 ? damping : 0 }
  }

  /// What the ties of each person weigh together, added in the order of the backward rows.
  package static func totals(of relation: Relation, _ weights: [Double]?) -> [Double] {
    let starts = relation.forward.starts
    guard let weights else { return zip(starts, starts.dropFirst()).map { Double($1 - $0) } }
    var totals = [Double](repeating: 0, count: relation.forward.count)
    for (source, weight) in zip(relation.backward.neighbours, weights) {
      totals[Int(source)] += weight
    }
    return totals
  }

  /// Rounds until the L1 change is at most `tolerance`, or `most` rounds are over.
  ///
  /// Throws `cancelled`. Complexity: O(rounds x (ties + people)).
  package func run(
    tolerance: Double = 1e-12,
    most: Int = 200,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> Outcome {
    var shares = start
    var sent = zip(start, partOfTie).map { $0 * $1 }
    var nextSent = sent
    var jumping = 1 - zip(start, carried).reduce(0) { $0 + $1.0 * $1.1 }
    var change = Double.infinity
    var rounds = 0
    while change > tolerance, rounds < most {
      let parts = try round(from: sent, to: &nextSent, &shares, level: jumping, threads, monitor)
      swap(&sent, &nextSent)
      change = parts.reduce(0) { $0 + $1.0 }
      jumping = 1 - parts.reduce(0) { $0 + $1.1 }
      rounds += 1
      monitor.report("walk", min(1, Double(rounds) / Double(most)))
    }
    return Outcome(shares: shares, rounds: rounds, change: change)
  }

  /// One round: per range, the L1 change of the shares and what of them goes on along ties.
  ///
  /// Unsafe: ranges, which do not overlap, write to their part of the columns in place.
  private func round(
    from sent: [Double],
    to nextSent: inout [Double],
    _ shares: inout [Double],
    level: Double,
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> [(Double, Double)] {
    try unsafe shares.withUnsafeMutableBufferPointer { shares throws(MetricError) in
      nonisolated(unsafe) let shares = unsafe shares
      return try unsafe pull.rounds(sent, into: &nextSent, threads: threads, watchedBy: monitor) {
        [start, partOfTie, carried] range, sent in
        let (start, partOfTie, carried) = (start.span, partOfTie.span, carried.span)
        var (change, going) = (0.0, 0.0)
        for person in range {
          let next = unsafe start[person] * level + sent[person]
          change += unsafe abs(next - shares[person])
          going += next * carried[person]
          unsafe shares[person] = next
          unsafe sent[person] = next * partOfTie[person]
        }
        return (change, going)
      }
    }
  }
}

extension RandomWalk {
  /// Where PageRank starts: at everybody who is there alike.
  ///
  /// Complexity: O(people).
  package static func start(anywhereIn graph: Graph) -> [Double] {
    start(in: graph, at: nil, topic: nil) ?? Array(repeating: 0, count: graph.personCount)
  }

  /// Where a walk starts: at these people, or anybody, in proportion to their interest in a topic,
  /// or alike; nil where that is nobody.
  ///
  /// Complexity: O(people).
  package static func start(
    in graph: Graph,
    at people: PersonSet?,
    topic: UInt32?
  ) -> [Double]? {
    var start: [Double]
    if let topic {
      guard topic < graph.topicCount else { return nil }
      start = graph.interest(in: topic, orElse: 0)
    } else {
      start = Array(repeating: 1, count: graph.personCount)
    }
    let those = people.map { graph.everybody.intersection($0) } ?? graph.everybody
    let mask = MemberMask(those)
    for person in start.indices where mask[person] == 0 { start[person] = 0 }
    let sum = start.reduce(0, +)
    guard sum > 0 else { return nil }
    return start.map { $0 / sum }
  }
}
