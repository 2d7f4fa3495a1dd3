package import Values

/// One kind of tie, at rest: rows in both directions, and what each tie carries.
///
/// Sources and targets are numbered apart: for a relation between people both are people, for
/// interests the sources are topics. 4 bytes a tie a direction, plus its weight in both orders.
package struct Relation: Sendable {
  /// Per source, its targets: whom a person follows.
  package let forward: Rows
  /// Per target, its sources: a person's followers.
  package let backward: Rows
  /// The weights in the order of `forward`; nil where ties carry none.
  package let forwardWeights: WeightColumn?
  /// The weights in the order of `backward`.
  package let backwardWeights: WeightColumn?
  /// When each tie began, in the order of `forward`; nil where no tie is dated.
  package let times: [Instant?]?
  /// When the first and the last dated tie began; nil where none is dated.
  package let period: ClosedRange<Instant>?
  /// What the weights add up to for each target, whoever the sources are; made when first needed.
  ///
  /// 16 bytes a target.
  package let totals: Later<WeightTotals>

  /// A relation from its parts, which must agree.
  package init(
    forward: Rows,
    backward: Rows,
    forwardWeights: WeightColumn? = nil,
    backwardWeights: WeightColumn? = nil,
    times: [Instant?]? = nil
  ) {
    self.forward = forward
    self.backward = backward
    self.forwardWeights = forwardWeights
    self.backwardWeights = backwardWeights
    self.times = times
    period = times.flatMap { times in
      var bounds: (first: Instant, last: Instant)?
      for time in times {
        guard let time else { continue }
        bounds = (min(bounds?.first ?? time, time), max(bounds?.last ?? time, time))
      }
      return bounds.map { $0.first...$0.last }
    }
    totals = Later()
  }

  /// A relation without ties.
  package init(sources: Int, targets: Int) {
    self.init(forward: Rows(emptyRows: sources), backward: Rows(emptyRows: targets))
  }

  /// How many ties there are.
  package var count: Int { forward.neighbours.count }

  /// The same ties without weights; shares the rows.
  package var unweighted: Relation {
    Relation(forward: forward, backward: backward, times: times)
  }

  /// The weight of the tie from `source` to `target`; nil where there is none.
  ///
  /// Complexity: O(log degree). A tie of an unweighted relation weighs 1.
  package func weight(from source: UInt32, to target: UInt32) -> Double? {
    guard let position = backward.position(of: source, in: target) else { return nil }
    return backwardWeights?[position] ?? 1
  }

  /// The same ties among more sources and targets.
  package func widened(sources: Int, targets: Int) -> Relation {
    guard sources > forward.count || targets > backward.count else { return self }
    return Relation(
      forward: forward.widened(to: sources),
      backward: backward.widened(to: targets),
      forwardWeights: forwardWeights,
      backwardWeights: backwardWeights,
      times: times
    )
  }

  /// The same relation using the rows of `other` where they are equal, so that both take the room
  /// of one and their columns line up.
  ///
  /// Complexity: O(ties).
  package func sharingRows(with other: Relation) -> Relation {
    guard forward == other.forward, backward == other.backward else { return self }
    return Relation(
      forward: other.forward,
      backward: other.backward,
      forwardWeights: forwardWeights,
      backwardWeights: backwardWeights,
      times: times
    )
  }
}

/// What the weights of ties add up to, for each target; negative ones count as 0.
package struct WeightTotals: Sendable {
  /// The sums, in the order of sources.
  package let sums: [Double]
  /// The sums of the squares.
  package let squares: [Double]

  /// Totals from their parts.
  package init(sums: [Double], squares: [Double]) {
    self.sums = sums
    self.squares = squares
  }
}
