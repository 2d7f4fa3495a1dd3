/// How far two columns of numbers put the same things into the same order.
///
/// Columns are of one length and hold no NaN: whoever has no number is left out before.
package enum RankCorrelation {
  /// Each number's place from the least, counted from 1; equals share the middle of their places.
  ///
  /// Complexity: O(n log n).
  package static func midRanks(of numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    for run in runs(of: order.map { numbers[$0] }) {
      let middle = Double(run.lowerBound + run.upperBound + 1) / 2
      for place in run { ranks[order[place]] = middle }
    }
    return ranks
  }

  /// Spearman's rho: Pearson's correlation of middle ranks, -1 to 1.
  ///
  /// NaN where one column is the same throughout. Complexity: O(n log n). Source: C. Spearman, 1904.
  package static func spearman(_ left: [Double], _ right: [Double]) -> Double {
    pearson(midRanks(of: left), midRanks(of: right))
  }

  /// Kendall's tau-b: pairs in the same order less pairs in the opposite one, over the root of the
  /// pairs that each column tells apart; -1 to 1.
  ///
  /// NaN where one column is the same throughout. Pairs in the opposite order are the exchanges
  /// that sorting by merging makes. Complexity: O(n log n). Source: M. G. Kendall, 1945; W. R.
  /// Knight, 1966.
  package static func kendall(_ left: [Double], _ right: [Double]) -> Double {
    let order = left.indices.sorted {
      left[$0] < left[$1] || left[$0] == left[$1] && right[$0] < right[$1]
    }
    var ordered = order.map { right[$0] }
    var (tiedLeft, tiedBoth) = (0, 0)
    for run in runs(of: order.map { left[$0] }) {
      tiedLeft += pairs(run.count)
      for inner in runs(of: Array(ordered[run])) { tiedBoth += pairs(inner.count) }
    }
    let exchanges = sortCounting(&ordered)
    let tiedRight = runs(of: ordered).reduce(0) { $0 + pairs($1.count) }
    let all = pairs(left.count)
    let surplus = all - tiedLeft - tiedRight + tiedBoth - 2 * exchanges
    guard all > tiedLeft, all > tiedRight else { return .nan }
    let (toldLeft, toldRight) = (Double(all - tiedLeft), Double(all - tiedRight))
    return bounded(Double(surplus) / toldLeft.squareRoot() / toldRight.squareRoot())
  }

  /// Spearman's rho of two columns with others held constant.
  ///
  /// Takes one control after the other out of all correlations. NaN where a column is the same
  /// throughout, or goes with a control in the very same or the opposite order. Complexity:
  /// O(c n log n + c^3) for c controls. Source: partial correlation, R. A. Fisher, 1924, on ranks.
  package static func partial(
    _ left: [Double],
    _ right: [Double],
    given controls: [[Double]]
  ) -> Double {
    let ranks = ([left, right] + controls).map(midRanks)
    var known = ranks.map { first in ranks.map { pearson(first, $0) } }
    for control in ranks.indices.dropFirst(2).reversed() {
      let before = known
      for row in 0..<control {
        for column in 0..<control {
          let (first, second) = (before[row][control], before[column][control])
          let rest = (1 - first * first) * (1 - second * second)
          known[row][column] =
            rest > 1e-12
            ? bounded((before[row][column] - first * second) / rest.squareRoot()) : .nan
        }
      }
    }
    return known[0][1]
  }

  /// Pearson's correlation; NaN where one column is the same throughout.
  static func pearson(_ left: [Double], _ right: [Double]) -> Double {
    let count = Double(left.count)
    let meanLeft = left.reduce(0, +) / count
    let meanRight = right.reduce(0, +) / count
    var (both, ofLeft, ofRight) = (0.0, 0.0, 0.0)
    for (first, second) in zip(left, right) {
      let (apart, beside) = (first - meanLeft, second - meanRight)
      both += apart * beside
      ofLeft += apart * apart
      ofRight += beside * beside
    }
    guard ofLeft > 0, ofRight > 0 else { return .nan }
    return bounded(both / ofLeft.squareRoot() / ofRight.squareRoot())
  }

  /// A correlation without what rounding put beyond its ends.
  static func bounded(_ correlation: Double) -> Double { min(1, max(-1, correlation)) }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  /// The runs of equals among numbers that are in order.
  static func runs(of ordered: [Double]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for end in ordered.indices.dropFirst() where ordered[end] != ordered[start] {
      runs.append(start..<end)
      start = end
    }
    if start < ordered.count { runs.append(start..<ordered.count) }
    return runs
  }

  /// Sorts by merging; how many pairs stood in the wrong order.
  private static func sortCounting(_ numbers: inout [Double]) -> Int {
    var exchanges = 0
    var width = 1
    while width < numbers.count {
      var merged: [Double] = []
      merged.reserveCapacity(numbers.count)
      var start = 0
      while start < numbers.count {
        let middle = min(start + width, numbers.count)
        let end = min(middle + width, numbers.count)
        var (left, right) = (start, middle)
        while left < middle || right < end {
          if right == end || left < middle && numbers[left] <= numbers[right] {
            merged.append(numbers[left])
            left += 1
          } else {
            merged.append(numbers[right])
            exchanges += middle - left
            right += 1
          }
        }
        start = end
      }
      numbers = merged
      width *= 2
    }
    return exchanges
  }
}
