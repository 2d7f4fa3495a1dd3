package import Graph
package import Values

/// PageRank by pulling: everybody gathers the shares of those who follow them.
///
/// A round reads each tie once (4 bytes in order, 8 at random) and moves some 40 bytes a person.
/// The mass of people without outgoing ties goes to everybody alike. Sums over people are made
/// range by range in a fixed order, so the bits do not depend on the threads.
package struct PageRankPull: Sendable {
  /// What came out.
  package struct Outcome: Sendable {
    /// Each person's rank; they sum to 1.
    package let ranks: [Double]
    /// How many rounds were run.
    package let rounds: Int
    /// The L1 change of the last round.
    package let change: Double
  }

  /// One range of people after a round.
  private struct Part: Sendable {
    var ranks: [Double] = []
    var shares: [Double] = []
    var change = 0.0
    var dangling = 0.0
  }

  private let rows: Rows
  private let ranges: ParallelRanges
  /// 1 / outgoing ties; 0 without any.
  private let shareOfTie: [Double]
  /// Whom the walk may be at.
  private let present: MemberMask
  /// How many people that are.
  private let count: Int

  /// A pull over a relation; score flows from source to target.
  ///
  /// The walk jumps to anybody who is `present`, which is everybody when nil; nobody else has a tie.
  /// Complexity: O(people).
  package init(_ relation: Relation, among present: PersonSet? = nil) {
    rows = relation.backward
    ranges = ParallelRanges(balancing: relation.backward)
    let starts = relation.forward.starts
    shareOfTie = zip(starts, starts.dropFirst()).map { $0 == $1 ? 0 : 1 / Double($1 - $0) }
    let present = present ?? .everybody(of: relation.backward.count)
    self.present = MemberMask(present)
    count = present.count
  }

  /// Rounds until the L1 change is at most `tolerance`, or `most` rounds are over.
  ///
  /// Whoever is not present has rank 0. Throws `cancelled`. Complexity: O(rounds x (ties + people)).
  package func run(
    damping: Double,
    tolerance: Double = 1e-12,
    most: Int = 200,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> Outcome {
    guard count > 0 else {
      return Outcome(ranks: Array(repeating: 0, count: rows.count), rounds: 0, change: 0)
    }
    let count = Double(count)
    var parts = ranges.ranges.map { Part(ranks: $0.map { Double(present[$0]) / count }) }
    var shares = shareOfTie.map { $0 / count }
    let sinks = shareOfTie.indices.count { shareOfTie[$0] == 0 && present[$0] == 1 }
    var dangling = Double(sinks) / count
    var change = Double.infinity
    var rounds = 0
    while change > tolerance, rounds < most {
      let before = parts.map(\.ranks)
      let level = (1 - damping + damping * dangling) / count
      parts = try ranges.map(nil, threads: threads, watchedBy: monitor) {
        [shares] index, range in
        round(range, before: before[index], shares: shares, damping: damping, level: level)
      }
      shares = parts.map(\.shares).concatenated
      dangling = parts.reduce(0) { $0 + $1.dangling }
      change = parts.reduce(0) { $0 + $1.change }
      rounds += 1
      monitor.report("pagerank", min(1, Double(rounds) / Double(most)))
    }
    return Outcome(ranks: parts.map(\.ranks).concatenated, rounds: rounds, change: change)
  }

  /// One round of one range; `level` is what everybody gets without any follower.
  private func round(
    _ range: Range<Int>,
    before: [Double],
    shares: [Double],
    damping: Double,
    level: Double
  ) -> Part {
    var part = Part()
    part.ranks.reserveCapacity(range.count)
    part.shares.reserveCapacity(range.count)
    let starts = rows.starts
    let neighbours = rows.neighbours.span
    let shares = shares.span
    let present = present.words.span
    for person in range {
      var sum = 0.0
      for position in Int(starts[person])..<Int(starts[person + 1]) {
        sum += shares[Int(neighbours[position])]
      }
      let rank = present.bit(person) == 1 ? level + damping * sum : 0
      let shareOfTie = shareOfTie[person]
      part.change += abs(rank - before[person - range.lowerBound])
      part.dangling += shareOfTie == 0 ? rank : 0
      part.ranks.append(rank)
      part.shares.append(rank * shareOfTie)
    }
    return part
  }
}
