package import Values

/// One period of the calendar: a month, an ISO week.
package struct CalendarPeriod: Sendable, Hashable {
  /// Its name: `2026-01`, `2026-W05`.
  package let name: String
  /// The first moment.
  package let first: Instant
  /// The last moment.
  package let last: Instant
}

extension CalendarUnit {
  /// The periods that some moments lie in, the first and the last of them cut to these moments; nil
  /// where they are more than `limit`.
  ///
  /// Complexity: O(periods), at most O(limit).
  package func periods(in moments: ClosedRange<Instant>, limit: Int) -> [CalendarPeriod]? {
    var periods: [CalendarPeriod] = []
    var start = beginning(of: moments.lowerBound)
    while let first = start, first <= moments.upperBound {
      guard periods.count < limit else { return nil }
      start = beginning(behind: first)
      let end = start.map { Instant(microseconds: $0.microseconds - 1) } ?? moments.upperBound
      periods.append(
        CalendarPeriod(
          name: name(from: first),
          first: max(first, moments.lowerBound),
          last: min(end, moments.upperBound)
        )
      )
    }
    return periods
  }

  /// The units that are longer than this one.
  package var longer: [CalendarUnit] {
    CalendarUnit.allCases.drop { $0 != self }.dropFirst().map(\.self)
  }

  /// The first moment of the period a moment lies in; nil outside of the years 1 to 9999.
  private func beginning(of moment: Instant) -> Instant? {
    let (year, month, day, seconds) = moment.parts
    switch self {
    case .hour:
      let hours = seconds / 3_600 * 3_600
      return Instant(year: year, month: month, day: day, secondsOfDay: hours)
    case .day: return Instant(year: year, month: month, day: day)
    case .week: return Instant(day: moment.day - moment.weekday)
    case .month: return Instant(year: year, month: month, day: 1)
    case .quarter: return Instant(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
    case .year: return Instant(year: year, month: 1, day: 1)
    }
  }

  /// The first moment of the period behind the one that begins at `first`; nil after the year 9999.
  private func beginning(behind first: Instant) -> Instant? {
    let (year, month, _, _) = first.parts
    switch self {
    case .hour: return Instant(microseconds: first.microseconds + Instant.hour)
    case .day: return Instant(day: first.day + 1)
    case .week: return Instant(day: first.day + 7)
    case .month, .quarter:
      let next = month + (self == .month ? 1 : 3)
      return Instant(year: next > 12 ? year + 1 : year, month: next > 12 ? 1 : next, day: 1)
    case .year: return Instant(year: year + 1, month: 1, day: 1)
    }
  }

  /// The name of the period that begins at `first`, by ISO 8601; a quarter as `2026-Q1`.
  private func name(from first: Instant) -> String {
    let date = Instant(day: first.day).description
    switch self {
    case .hour: return "\(date) \(padded(first.parts.secondsOfDay / 3_600)):00"
    case .day: return date
    case .week:
      // The year of a week is that of its Thursday.
      let thursday = first.day + 3
      let year = Instant(day: thursday).parts.year
      let start = Instant(year: year, month: 1, day: 1)?.day ?? thursday
      return
        "\(Instant(day: thursday).description.prefix(4))-W\(padded(Int(thursday - start) / 7 + 1))"
    case .month: return String(date.prefix(7))
    case .quarter: return "\(date.prefix(4))-Q\((first.parts.month + 2) / 3)"
    case .year: return String(date.prefix(4))
    }
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Instant {
  /// The microseconds of an hour.
  fileprivate static let hour: Int64 = 3_600_000_000

  /// Midnight of a day counted from the epoch.
  fileprivate init(day: Int64) { self.init(microseconds: day * 24 * Instant.hour) }

  /// The day it lies in, counted from the epoch.
  fileprivate var day: Int64 {
    let length = 24 * Instant.hour
    let quotient = microseconds / length
    return microseconds % length < 0 ? quotient - 1 : quotient
  }

  /// The day of the week, 0 for Monday; the epoch was a Thursday.
  fileprivate var weekday: Int64 { ((day + 3) % 7 + 7) % 7 }
}
