/// A moment, in microseconds since 1970-01-01T00:00:00Z; as exact as the files we read.
package struct Instant: Sendable, Hashable, Comparable {
  /// Microseconds since the epoch, leap seconds not counted.
  package let microseconds: Int64

  /// The moment so many microseconds after the epoch.
  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Midnight, or a time of day, on a date of the Gregorian calendar; nil where there is no such
  /// day or time.
  package init?(
    year: Int,
    month: Int,
    day: Int,
    secondsOfDay: Int = 0,
    microseconds: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month), (0..<86_400).contains(secondsOfDay),
      day >= 1, day <= Instant.days(in: month, of: year)
    else { return nil }
    let days = Instant.daysFromEpoch(year: year, month: month, day: day)
    self.microseconds = (days * 86_400 + Int64(secondsOfDay)) * 1_000_000 + Int64(microseconds)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// How many days a month has.
  package static func days(in month: Int, of year: Int) -> Int {
    let leap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
    switch month {
    case 2: return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
  private static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era) * 146_097 + Int64(dayOfEra) - 719_468
  }

  /// The date and the seconds since its midnight.
  package var parts: (year: Int, month: Int, day: Int, secondsOfDay: Int) {
    let seconds = Instant.floor(microseconds, by: 1_000_000)
    let days = Instant.floor(seconds, by: 86_400)
    let z = days + 719_468
    let era = Instant.floor(z, by: 146_097)
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    return (year, month, day, Int(seconds - days * 86_400))
  }

  private static func floor(_ value: Int64, by divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}

extension Instant: CustomStringConvertible {
  /// The date as `2026-01-31`, with ` 14:05:09` behind it unless it is midnight.
  package var description: String {
    let (year, month, day, seconds) = parts
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    guard seconds != 0 else { return date }
    let minutes = seconds / 60
    return
      "\(date) \(padded(minutes / 60, 2)):\(padded(minutes % 60, 2)):\(padded(seconds % 60, 2))"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
