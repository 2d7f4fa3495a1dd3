import Values

/// Periods by their names: `2026`, `2026-Q1`, `2026-03`, `2026-W07`, `2026-03-31`.
enum PeriodName {
  /// What the period is, and how many of its kind came before; nil of another text.
  static func number(of name: String) -> (kind: String, value: Double)? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ number($0, digits: 4) }) else { return nil }
    switch parts.count {
    case 1: return ("year", Double(year))
    case 2 where parts[1].hasPrefix("Q"):
      return number(parts[1].dropFirst(), digits: 1).map { ("quarter", Double(year * 4 + $0)) }
    case 2 where parts[1].hasPrefix("W"):
      guard let week = number(parts[1].dropFirst(), digits: 2) else { return nil }
      return firstWeek(of: year).map { ("week", Double($0 + week)) }
    case 2: return number(parts[1], digits: 2).map { ("month", Double(year * 12 + $0)) }
    case 3:
      guard let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2),
        let date = Instant(year: year, month: month, day: day)
      else { return nil }
      return ("day", Double(days(of: date)))
    default: return nil
    }
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  /// How many weeks lie before the first one of a year, which is that of its fourth of January.
  private static func firstWeek(of year: Int) -> Int? {
    guard let fourth = Instant(year: year, month: 1, day: 4) else { return nil }
    // The epoch was a Thursday.
    return Int((Double(days(of: fourth) + 3) / 7).rounded(.down))
  }

  private static func days(of date: Instant) -> Int { Int(date.microseconds / 86_400_000_000) }
}
