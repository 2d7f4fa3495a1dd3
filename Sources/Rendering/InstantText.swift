import Values

/// Moments as formats for machines write them.
enum InstantText {
  /// Whether any moment among the cells is not a midnight, so that all should show their time.
  ///
  /// Complexity: O(rows).
  static func holdsTimes(_ cells: Column.Cells) -> Bool {
    guard case .instants(let instants) = cells else { return false }
    return instants.contains { instant in
      instant.map { !$0.microseconds.isMultiple(of: 86_400_000_000) } ?? false
    }
  }

  /// The moment in ISO 8601 and in full: `2026-01-31`, or with its time `2026-01-31T14:05:09Z`,
  /// and with as many digits of a second as it has.
  static func exact(_ instant: Instant, withTime: Bool) -> String {
    let (year, month, day, seconds) = instant.parts
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    guard withTime else { return date }
    let minutes = seconds / 60
    let time = "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2)):\(padded(seconds % 60, 2))"
    return "\(date)T\(time)\(fraction(of: instant))Z"
  }

  private static func fraction(of instant: Instant) -> String {
    let remainder = instant.microseconds % 1_000_000
    guard remainder != 0 else { return "" }
    var digits = padded(Int(remainder < 0 ? remainder + 1_000_000 : remainder), 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    return ".\(digits)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
