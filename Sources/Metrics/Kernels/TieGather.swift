package import Graph
package import Values

/// A column of people carried one step along the ties of a relation, by weight.
///
/// It is the product of a row vector with the matrix of weights, or with the matrix turned round.
/// Ties of no positive weight carry nothing. Sums run in the order of the rows, so they have the
/// same bits for any number of threads. Moves a tie's 4 bytes and its weight in order, and 8 bytes
/// at random. Complexity: O(ties + people) a step.
package struct TieGather: Sendable {
  private let rows: Rows
  private let weights: PulledWeights
  private let ranges: ParallelRanges

  /// Steps along a relation, from source to target; against its ties where `isReversed`.
  ///
  /// Weights below `floor` count as `floor`.
  package init(_ relation: Relation, isReversed: Bool = false, floor: Double = 0) {
    let relation = isReversed ? relation.reversed : relation
    rows = relation.backward
    weights = PulledWeights(relation, floor: floor)
    ranges = ParallelRanges(balancing: rows)
  }

  /// What arrives at each person: the sum of weight x value over those a tie comes from.
  ///
  /// Throws `cancelled`.
  package func gathered(
    _ values: [Double],
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
      switch weights {
      case .coded(let weights): sums(range, of: values, weights)
      case .single(let weights): sums(range, of: values, weights)
      case .equal(let weights): sums(range, of: values, weights)
      }
    }.concatenated
  }

  private func sums(
    _ range: Range<Int>,
    of values: [Double],
    _ weights: some TieWeights
  ) -> [Double] {
    let neighbours = rows.neighbours.span
    let values = values.span
    let starts = rows.starts
    return range.map { person in
      var sum = 0.0
      for position in Int(starts[person])..<Int(starts[person + 1]) {
        sum += weights[position] * values[Int(neighbours[position])]
      }
      return sum
    }
  }
}

extension Relation {
  /// The same ties, each from its target to its source; shares the rows, and loses the times.
  package var reversed: Relation {
    Relation(
      forward: backward,
      backward: forward,
      forwardWeights: backwardWeights,
      backwardWeights: forwardWeights
    )
  }
}
