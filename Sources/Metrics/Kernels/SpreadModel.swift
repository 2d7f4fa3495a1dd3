package import Values

/// How a message spreads, and what it is worth that each person hears it.
package struct SpreadModel: Sendable {
  /// The ties it spreads along.
  package let ties: CascadeTies
  /// What it is worth that each person hears.
  package let worth: [Double]
  /// How many ties it may go along; nil for any number.
  package let hops: Int?
  /// How many reverse-reachable sets are drawn, at most.
  package let draws: Int
  /// Where the draws begin.
  package let seed: UInt64

  /// How a message spreads.
  package init(
    _ ties: CascadeTies,
    worth: [Double],
    within hops: Int?,
    draws: Int,
    seed: UInt64
  ) {
    self.ties = ties
    self.worth = worth
    self.hops = hops
    self.draws = draws
    self.seed = seed
  }

  /// What all people are worth together.
  package var total: Double { worth.reduce(0, +) }

  /// Whether nobody passes on what they hear.
  package var isDirect: Bool { ties.uptake == .direct || hops == 1 }

  /// What one message of each person is expected to reach, and with what standard error.
  package struct Spreads: Sendable {
    /// The expected worth of the others who hear.
    package let values: [Double]
    /// The standard error of each; nil where they are exact.
    package let errors: [Double]?
    /// How many sets were drawn; 0 where the values are exact.
    package let draws: Int
  }

  /// What one message of each person is expected to reach.
  ///
  /// Exact where nobody passes it on, and where few ties may carry or not; else a share of the drawn
  /// sets, which is unbiased. There must be somebody of worth. Throws `cancelled`. Complexity: O(ties)
  /// where nobody passes it on, else O(draws x people found).
  package func spreads(
    reporting what: String,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Spreads {
    if isDirect {
      let sums = try ties.direct(worth, reporting: what, threads: threads, watchedBy: monitor)
      return Spreads(values: sums, errors: nil, draws: 0)
    }
    if let sets = ReverseEnumeration(ties, worth: worth, within: hops) {
      return Spreads(values: sets.spreads(people: worth.count), errors: nil, draws: 0)
    }
    let sampler = ReverseSampler(ties, worth: worth, within: hops, seed: seed)
    let (hits, drawn) = try sampler.hits(
      in: draws,
      reporting: what,
      threads: threads,
      watchedBy: monitor
    )
    let shares = hits.map { Double($0) / Double(drawn) }
    return Spreads(
      values: shares.map { $0 * sampler.total },
      errors: shares.map { sampler.total * ($0 * (1 - $0) / Double(drawn - 1)).squareRoot() },
      draws: drawn
    )
  }
}
