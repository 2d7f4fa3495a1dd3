package import Graph
package import Values

/// Sums over the neighbours of everybody at once: what each person gathers along their row.
///
/// A pass reads each tie once: 4 bytes in order and 8 at random, and 8 more in order where ties are
/// weighted. Every row is added up in its own order, in two strands, so the bits do not depend on
/// the threads.
package struct TiePull: Sendable {
  private let rows: Rows
  private let ranges: ParallelRanges
  private let weights: [Double]?

  /// Passes over these rows; `weights` lie beside them, every tie weighs 1 when nil.
  package init(_ rows: Rows, weights: [Double]? = nil) {
    self.rows = rows
    self.weights = weights
    ranges = ParallelRanges(balancing: rows)
  }

  /// What everybody's neighbours have together.
  ///
  /// Throws `cancelled`. Complexity: O(ties + people).
  package func sums(
    of values: [Double],
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.count)
    _ = try unsafe rounds(values, into: &sums, threads: threads, watchedBy: monitor) { _, _ in
      (0, 0)
    }
    return sums
  }

  /// Gathers `values` into `sums` and lets `settle` make of a range's sums what it will, in place.
  ///
  /// Each range gives two sums of what `settle` returns, in the order of the ranges. Where it
  /// throws, which is `cancelled`, the column is not to be used. Complexity: O(ties + people).
  package func rounds(
    _ values: [Double],
    into sums: inout [Double],
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    _ settle: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Double>) -> (Double, Double)
  ) throws(MetricError) -> [(Double, Double)] {
    guard let weights else {
      return try unsafe rounds(values, EqualWeights(), &sums, threads, monitor, settle)
    }
    let listed = ListedWeights(weights: weights)
    return try unsafe rounds(values, listed, &sums, threads, monitor, settle)
  }

  /// The same for one layout of weights.
  ///
  /// Unsafe: bounds are checked once a round instead of once a tie, which takes a third of the time
  /// of a round; and ranges, which do not overlap, write to their part of the column in place.
  @inline(__always)
  private func rounds(
    _ values: [Double],
    _ weights: some TieWeights,
    _ sums: inout [Double],
    _ threads: Int?,
    _ monitor: WorkMonitor,
    _ settle: @Sendable (Range<Int>, UnsafeMutableBufferPointer<Double>) -> (Double, Double)
  ) throws(MetricError) -> [(Double, Double)] {
    precondition(values.count >= rows.count && sums.count >= rows.count)
    return try unsafe sums.withUnsafeMutableBufferPointer { sums throws(MetricError) in
      nonisolated(unsafe) let column = unsafe sums
      return try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
        unsafe values.withUnsafeBufferPointer { values in
          unsafe gather(range, values, weights, into: column)
        }
        return unsafe settle(range, column)
      }
    }
  }

  /// The sums of one range.
  @inline(__always)
  private func gather(
    _ range: Range<Int>,
    _ values: UnsafeBufferPointer<Double>,
    _ weights: some TieWeights,
    into sums: UnsafeMutableBufferPointer<Double>
  ) {
    let starts = rows.starts.span
    unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
      for person in range {
        var position = Int(starts[person])
        let end = Int(starts[person + 1])
        var even = 0.0
        var odd = 0.0
        while position + 1 < end {
          even += unsafe values[Int(neighbours[position])] * weights[position]
          odd += unsafe values[Int(neighbours[position + 1])] * weights[position + 1]
          position += 2
        }
        if position < end {
          even += unsafe values[Int(neighbours[position])] * weights[position]
        }
        unsafe sums[person] = even + odd
      }
    }
  }
}
