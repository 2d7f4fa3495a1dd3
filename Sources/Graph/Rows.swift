/// Compressed sparse rows: for each of `count` sources, its neighbours in ascending order.
///
/// `neighbours[starts[i]..<starts[i + 1]]` is row `i`. 4 bytes a neighbour, 4 bytes a row.
package struct Rows: Sendable, Hashable {
  /// Where each row starts in `neighbours`, and one end: `count + 1` numbers, ascending.
  package let starts: [UInt32]
  /// The neighbours of all rows, one row after the other.
  package let neighbours: [UInt32]

  /// Rows from their parts; the invariants above are the caller's to keep.
  package init(starts: [UInt32], neighbours: [UInt32]) {
    self.starts = starts
    self.neighbours = neighbours
  }

  /// So many empty rows.
  package init(emptyRows count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    neighbours = []
  }

  /// How many rows there are.
  package var count: Int { starts.count - 1 }

  /// Where a row lies in `neighbours`, and in every column parallel to it.
  package func range(of row: UInt32) -> Range<Int> {
    Int(starts[Int(row)])..<Int(starts[Int(row) + 1])
  }

  /// The neighbours of a row.
  package subscript(row: UInt32) -> ArraySlice<UInt32> {
    neighbours[range(of: row)]
  }

  /// How many neighbours a row has.
  @inlinable
  package func degree(of row: UInt32) -> Int {
    Int(starts[Int(row) + 1]) - Int(starts[Int(row)])
  }

  /// How many neighbours each row has.
  ///
  /// Complexity: O(rows).
  package var degrees: [Double] { RowStarts(starts).degrees }

  /// Where a neighbour stands in a row; nil where it does not.
  ///
  /// Complexity: O(log degree).
  package func position(of neighbour: UInt32, in row: UInt32) -> Int? {
    var range = range(of: row)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if neighbours[middle] == neighbour { return middle }
      range =
        neighbours[middle] < neighbour
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The same rows with empty ones added up to `count`; shares the neighbours.
  package func widened(to count: Int) -> Rows {
    guard count > self.count else { return self }
    let end = starts.last ?? 0
    return Rows(
      starts: starts + Array(repeating: end, count: count - self.count),
      neighbours: neighbours
    )
  }

  /// Whether both are the same storage, so that columns beside one line up with the other.
  ///
  /// Complexity: O(1). False does not mean that they differ.
  package func sharesNeighbours(with other: Rows) -> Bool {
    neighbours.count == other.neighbours.count
      && neighbours.span.isIdentical(to: other.neighbours.span)
  }
}

/// Where rows start, without what they hold.
package struct RowStarts: Sendable {
  /// Where each row starts, and one end: ascending numbers.
  package let starts: [UInt32]

  /// The starts of rows, which ascend.
  package init(_ starts: [UInt32]) { self.starts = starts }

  /// How many neighbours each row has.
  ///
  /// Complexity: O(rows).
  package var degrees: [Double] {
    let starts = starts.span
    return (0..<max(0, starts.count - 1)).map { Double(starts[$0 + 1] &- starts[$0]) }
  }
}
