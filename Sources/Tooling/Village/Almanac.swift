/// The village's year: days and minutes counted from its first day, and how they are written.
enum Almanac {
  /// How many days the year has: 2025-06-01 up to 2026-05-31.
  static let days = 365

  /// How many minutes a day has.
  static let minutesADay = 1_440

  private static let firstDay = daysFromEpoch(year: 2025, month: 6, day: 1)

  /// The day of the year's count on which a date falls; days before it are negative.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    daysFromEpoch(year: year, month: month, day: day) - firstDay
  }

  /// The day on which a minute falls.
  static func day(ofMinute minute: Int) -> Int {
    minute >= 0 ? minute / minutesADay : (minute + 1) / minutesADay - 1
  }

  /// A day as `2026-01-31`.
  static func date(_ day: Int) -> String {
    let shifted = day + firstDay + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    return "\(year)-\(padded(calendarMonth))-\(padded(dayOfMonth))"
  }

  /// A minute as `2026-01-31T14:05`.
  static func stamp(_ minute: Int) -> String {
    let day = day(ofMinute: minute)
    let rest = minute - day * minutesADay
    return "\(date(day))T\(padded(rest / 60)):\(padded(rest % 60))"
  }

  /// The day a date names, or nil where it is not one of ours.
  static func day(from text: Substring) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return day(parts[0], parts[1], parts[2])
  }

  /// The minute a stamp names, or nil where it is not one of ours.
  static func minute(from text: Substring) -> Int? {
    let halves = text.split(separator: "T")
    guard halves.count == 2, let day = day(from: halves[0]) else { return nil }
    let clock = halves[1].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 2 else { return nil }
    return day * minutesADay + clock[0] * 60 + clock[1]
  }

  private static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
