#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What an order is worth, by an outcome that each thing in it had.
///
/// Outcomes stand in the order that is judged, best first, and hold no NaN.
package struct RankingGain: Sendable {
  /// The outcomes, in the order that is judged.
  let outcomes: [Double]
  /// The outcomes, the greatest first.
  let ideal: [Double]

  /// An order, by the outcomes of what stands in it.
  package init(_ outcomes: [Double]) {
    self.outcomes = outcomes
    ideal = outcomes.sorted(by: >)
  }

  /// The chance that something with an outcome above 0 has a higher score than something without,
  /// equals counting half: the area under the receiver operating characteristic.
  ///
  /// NaN where all or none have one. `scores` belong to the outcomes, in any order. Complexity:
  /// O(n log n). Source: Hanley and McNeil, 1982.
  package static func area(scores: [Double], outcomes: [Double]) -> Double {
    let ranks = RankCorrelation.midRanks(of: scores)
    let positives = Double(outcomes.count { $0 > 0 })
    let negatives = Double(outcomes.count) - positives
    guard positives > 0, negatives > 0 else { return .nan }
    let sum = zip(ranks, outcomes).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
    return (sum - positives * (positives + 1) / 2) / (positives * negatives)
  }

  /// What part of the first `count` have an outcome above 0; NaN where nothing has.
  package func precision(first count: Int) -> Double {
    guard let best = ideal.first, best > 0, count > 0 else { return .nan }
    let chosen = outcomes.prefix(count)
    return Double(chosen.count { $0 > 0 }) / Double(chosen.count)
  }

  /// The discounted gain of the first `count` over that of the best order: each outcome divided by
  /// the logarithm to base 2 of its place plus 1; 0 to 1.
  ///
  /// NaN where no outcome is above 0, or one is below. Source: Järvelin and Kekäläinen, Cumulated
  /// gain-based evaluation, 2002.
  package func discounted(first count: Int) -> Double {
    guard let best = ideal.first, let worst = ideal.last, best > 0, worst >= 0 else { return .nan }
    return RankingGain.gain(outcomes.prefix(count)) / RankingGain.gain(ideal.prefix(count))
  }

  /// How much more the best `count` had together than the first `count`; on average with `isMean`.
  ///
  /// NaN of nothing.
  package func regret(first count: Int, isMean: Bool = false) -> Double {
    guard count > 0, !outcomes.isEmpty else { return .nan }
    let lost = ideal.prefix(count).reduce(0, +) - outcomes.prefix(count).reduce(0, +)
    return max(0, isMean ? lost / Double(min(count, outcomes.count)) : lost)
  }

  private static func gain(_ outcomes: ArraySlice<Double>) -> Double {
    zip(outcomes, 2...).reduce(0) { $0 + $1.0 / log2(Double($1.1)) }
  }
}
