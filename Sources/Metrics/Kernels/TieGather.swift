package import Graph
package import Values

/// A column of people carried one step along the ties of a relation, by weight.
///
/// It is the product of a row vector with the matrix of weights, or with the matrix turned round.
/// Ties of no positive weight carry nothing. 8 bytes a tie for weights. Complexity: O(ties + people)
/// a step.
package struct TieGather: Sendable {
  private let pull: TiePull

  /// Steps along a relation, from source to target; against its ties where `isReversed`.
  package init(_ relation: Relation, isReversed: Bool = false) {
    let relation = isReversed ? relation.reversed : relation
    let weights = relation.backwardWeights.map { weights in
      (0..<weights.count).map { max(weights[$0], 0) }
    }
    pull = TiePull(relation.backward, weights: weights)
  }

  /// What arrives at each person: the sum of weight x value over those a tie comes from.
  ///
  /// Throws `cancelled`.
  package func gathered(
    _ values: [Double],
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    try pull.sums(of: values, threads: threads, watchedBy: monitor)
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
