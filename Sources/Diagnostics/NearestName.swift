/// Finds the names someone may have meant.
package enum NearestName {
  /// The candidates close enough to `typed` to be worth showing, closest first, at most `limit`.
  ///
  /// Close means an optimal-string-alignment distance of at most `max(1, length / 3)`, without
  /// regard to case. Complexity: O(candidates x length squared), with an early exit on length.
  package static func candidates(
    for typed: String,
    among names: some Sequence<String>,
    limit: Int = 3
  ) -> [String] {
    let wanted = Array(typed.lowercased().unicodeScalars)
    let furthest = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in names {
      let scalars = Array(name.lowercased().unicodeScalars)
      guard abs(scalars.count - wanted.count) <= furthest else { continue }
      let distance = distance(wanted, scalars)
      if distance <= furthest { found.append((distance, name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    // A name that stands for two things is still one word to suggest.
    var distinct: [String] = []
    for (_, name) in found where distinct.last != name { distinct.append(name) }
    return Array(distinct.prefix(limit))
  }

  /// The single candidate that is clearly meant: strictly closer than every other.
  package static func clear(for typed: String, among names: some Sequence<String>) -> String? {
    let close = candidates(for: typed, among: names, limit: 2)
    guard let first = close.first else { return nil }
    guard close.count == 2 else { return first }
    let wanted = Array(typed.lowercased().unicodeScalars)
    let distances = close.map { distance(wanted, Array($0.lowercased().unicodeScalars)) }
    return distances[0] < distances[1] ? first : nil
  }

  /// The optimal-string-alignment distance: insertions, deletions, substitutions and swaps of
  /// neighbours, each counting 1.
  ///
  /// Complexity: O(left x right).
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty { return right.count }
    if right.isEmpty { return left.count }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        let swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2]
          && left[row - 2] == right[column - 1]
        if swapped { best = min(best, beforeLast[column - 2] + 1) }
        current[column] = best
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
