extension [Double] {
  /// Each p adjusted for having looked at all of them: the least rate of false discoveries at which
  /// it counts as one.
  ///
  /// What is missing stays so and does not count. Source: Benjamini, Hochberg 1995. Complexity:
  /// O(count log count).
  package var adjustedForSearch: [Double] {
    let order = indices.filter { !self[$0].isNaN }.sorted { self[$0] < self[$1] }
    var adjusted = [Double](repeating: .nan, count: count)
    var least = 1.0
    for (place, index) in order.enumerated().reversed() {
      least = Swift.min(least, self[index] * Double(order.count) / Double(place + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
