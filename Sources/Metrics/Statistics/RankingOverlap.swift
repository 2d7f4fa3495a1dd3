/// How much two orders of the same things have in common, above all at their beginnings.
package enum RankingOverlap {
  /// Rank-biased overlap, extrapolated: what the first d have in common, over all depths d, each
  /// depth weighing `persistence` times the one before; 0 to 1.
  ///
  /// With persistence 0.9 the first ten places carry 86 % of the weight. Both orders are without
  /// equals and hold the same things, so that whole orders are alike at their ends: small ones
  /// agree more than they seem to. NaN of nothing. Complexity: O(n). Source: Webber, Moffat, Zobel,
  /// A similarity measure for indefinite rankings, 2010.
  package static func extrapolated(
    _ left: [UInt32],
    _ right: [UInt32],
    persistence: Double
  ) -> Double {
    let depth = min(left.count, right.count)
    guard depth > 0 else { return .nan }
    var seen: Set<UInt32> = []
    var shared = 0
    var weight = 1.0
    var sum = 0.0
    for place in 0..<depth {
      for thing in [left[place], right[place]] where !seen.insert(thing).inserted { shared += 1 }
      weight *= persistence
      sum += Double(shared) / Double(place + 1) * weight
    }
    return Double(shared) / Double(depth) * weight + (1 - persistence) / persistence * sum
  }

  /// What part of those among the first `count` of either order are among them in both.
  ///
  /// An order that is shorter counts as it is; NaN of nothing. Source: P. Jaccard, 1901.
  package static func jaccard(_ left: [UInt32], _ right: [UInt32], first count: Int) -> Double {
    let (first, second) = (Set(left.prefix(count)), Set(right.prefix(count)))
    let all = first.union(second).count
    return all > 0 ? Double(first.intersection(second).count) / Double(all) : .nan
  }
}
