import Values

/// Wilson's 95% interval of a proportion.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// 1927; with z = 1.96.
package struct WilsonInterval: Sendable, Hashable {
  /// The lower end, in [0, 1].
  package let low: Double
  /// The upper end, in [0, 1].
  package let high: Double

  /// The interval of `share` of `size` trials; the size need not be whole.
  ///
  /// Nothing is known of no trials: `[0, 1]`. A missing share has missing ends.
  package init(share: Double, of size: Double) {
    let z = 1.96
    guard size > 0 else {
      low = share.isNaN ? .nan : 0
      high = share.isNaN ? .nan : 1
      return
    }
    let successes = share * size
    let center = (successes + z * z / 2) / (size + z * z)
    let half = z / (size + z * z) * (successes * (1 - share) + z * z / 4).squareRoot()
    low = share <= 0 ? 0 : max(0, center - half)
    high = share >= 1 ? 1 : min(1, center + half)
  }
}

extension Measured {
  /// A proportion with the ends of its interval, and with what it rests on.
  ///
  /// `sizes` says of how many trials each share is one; the companions `low` and `high` come first,
  /// then the basis, then what else there is.
  package init(
    share: [Double],
    of sizes: [Double],
    basis: Companion,
    with others: [Companion] = [],
    missingReason: String,
    defaults: [String] = [],
    remarks: [String] = []
  ) {
    let intervals = zip(share, sizes).map { WilsonInterval(share: $0, of: $1) }
    self.init(
      values: share,
      companions: [
        Companion("low", unit: .share, values: intervals.map(\.low)),
        Companion("high", unit: .share, values: intervals.map(\.high), isShown: false),
        basis,
      ] + others,
      missingReason: missingReason,
      defaults: defaults,
      remarks: remarks,
      basis: basis.name
    )
  }
}
