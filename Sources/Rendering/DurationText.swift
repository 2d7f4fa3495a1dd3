/// How long something took, in two significant digits.
package enum DurationText {
  private static let units: [(name: String, nanoseconds: Double)] = [
    ("µs", 1e3), ("ms", 1e6), ("s", 1e9), ("min", 60e9),
  ]

  /// The time as `410 µs`, `4.2 ms`, `1.3 s` or `12 min`; less than a hundredth of a microsecond is
  /// `0 µs`.
  package static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let nanoseconds = max(0, Double(seconds) * 1e9 + Double(attoseconds) / 1e9)
    for (index, unit) in units.enumerated() {
      let amount = rounded(nanoseconds / unit.nanoseconds)
      // 60 seconds are a minute also when they are 59.7 before rounding.
      let next = index + 1 < units.count ? units[index + 1].nanoseconds : .infinity
      if amount * unit.nanoseconds < next { return "\(digits(amount)) \(unit.name)" }
    }
    return ""
  }

  /// The amount cut to two significant digits.
  private static func rounded(_ amount: Double) -> Double {
    var scale = 100.0
    var magnitude = 0.1
    while magnitude * 10 <= amount {
      magnitude *= 10
      scale /= 10
    }
    return (amount * scale).rounded() / scale
  }

  private static func digits(_ amount: Double) -> String {
    if amount == 0 { return "0" }
    if amount >= 10 { return FixedPoint.text(amount, decimals: 0) }
    return FixedPoint.text(amount, decimals: amount < 1 ? 2 : 1)
  }
}
