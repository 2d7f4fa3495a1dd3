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
    var sums = values
    var unused = values
    _ = try rounds(
      values,
      updating: &sums,
      and: &unused,
      threads: threads,
      watchedBy: monitor
    ) { _, sum, value, _ in
      value = sum
      return (0, 0)
    }
    return sums
  }

  /// Gathers `values` and lets `settle` make two new values of each person's sum.
  ///
  /// Each range gives two sums of what `settle` returns, in the order of the ranges. Where it
  /// throws, which is `cancelled`, the columns are not to be used. Complexity: O(ties + people).
  package func rounds(
    _ values: [Double],
    updating first: inout [Double],
    and second: inout [Double],
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    _ settle:
      @Sendable (
        _ person: Int, _ sum: Double, _ first: inout Double, _ second: inout Double
      ) -> (Double, Double)
  ) throws(MetricError) -> [(Double, Double)] {
    guard let weights else {
      return try rounds(values, EqualWeights(), &first, &second, threads, monitor, settle)
    }
    let listed = ListedWeights(weights: weights)
    return try rounds(values, listed, &first, &second, threads, monitor, settle)
  }

  /// The same for one layout of weights.
  ///
  /// Unsafe: bounds are checked once a round instead of once a tie, which takes a third of the time
  /// of a round; and ranges, which do not overlap, write to their part of a column in place.
  @inline(__always)
  private func rounds(
    _ values: [Double],
    _ weights: some TieWeights,
    _ first: inout [Double],
    _ second: inout [Double],
    _ threads: Int?,
    _ monitor: WorkMonitor,
    _ settle: @Sendable (Int, Double, inout Double, inout Double) -> (Double, Double)
  ) throws(MetricError) -> [(Double, Double)] {
    precondition(values.count >= rows.count)
    precondition(first.count >= rows.count && second.count >= rows.count)
    return try unsafe lending(&first, &second) { first, second throws(MetricError) in
      nonisolated(unsafe) let columns = unsafe (first: first, second: second)
      return try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
        unsafe values.withUnsafeBufferPointer { values in
          unsafe settled(range, values, weights, columns.first, columns.second, settle)
        }
      }
    }
  }

  /// One range of a round.
  @inline(__always)
  private func settled(
    _ range: Range<Int>,
    _ values: UnsafeBufferPointer<Double>,
    _ weights: some TieWeights,
    _ first: UnsafeMutableBufferPointer<Double>,
    _ second: UnsafeMutableBufferPointer<Double>,
    _ settle: (Int, Double, inout Double, inout Double) -> (Double, Double)
  ) -> (Double, Double) {
    var sums = (0.0, 0.0)
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
        let settled = unsafe settle(person, even + odd, &first[person], &second[person])
        sums.0 += settled.0
        sums.1 += settled.1
      }
    }
    return sums
  }
}
