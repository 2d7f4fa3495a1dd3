/// Rows by the places a number gives them, the greatest first.
struct RowPlaces {
  /// Rows with a number, in order; equals as they were.
  let order: [Int]
  /// The place of each row, equals in the middle of theirs; NaN without a number.
  let middles: [Double]
  /// The place of each row as it is written, `2=` where it is shared; nothing without a number.
  let texts: [String]

  /// The places by numbers, NaN for rows without one.
  ///
  /// Complexity: O(rows log rows).
  init(_ numbers: [Double]) {
    let known = numbers.indices.filter { !numbers[$0].isNaN }
    order = known.sorted { left, right in
      numbers[left] == numbers[right] ? left < right : numbers[left] > numbers[right]
    }
    var middles = [Double](repeating: .nan, count: numbers.count)
    var texts = [String](repeating: "", count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      for row in order[start..<end] {
        middles[row] = Double(start + 1 + end) / 2
        texts[row] = end - start > 1 ? "\(start + 1)=" : "\(start + 1)"
      }
      start = end
    }
    self.middles = middles
    self.texts = texts
  }
}
