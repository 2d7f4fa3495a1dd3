import TestSupport
import Testing
import Values

/// Dates, there and back.
struct InstantTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 2, 29, 11_016),
    (2026, 1, 31, 20_484),
    (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func `known days`(_ year: Int, _ month: Int, _ day: Int, _ days: Int64) throws {
    let instant = try #require(Instant(year: year, month: month, day: day))
    #expect(instant.microseconds == days * 86_400_000_000)
  }

  @Test func `random moments are what counting day by day says`() throws {
    var random = SeededRandom(seed: 9)
    let calendar = SlowCalendar()
    for _ in 0..<3000 {
      let days = Int.random(in: 0..<calendar.days, using: &random)
      let seconds = Int.random(in: 0..<86_400, using: &random)
      let fraction = Int.random(in: 0..<1_000_000, using: &random)
      let (year, month, day) = calendar.date(days)
      let instant = try #require(
        Instant(
          year: year,
          month: month,
          day: day,
          secondsOfDay: seconds,
          microseconds: fraction
        )
      )
      let sinceEpoch = Int64(days - calendar.epoch) * 86_400 + Int64(seconds)
      #expect(instant.microseconds == sinceEpoch * 1_000_000 + Int64(fraction))
      #expect(instant.parts == (year, month, day, seconds))
      #expect(Instant(microseconds: instant.microseconds) == instant)
    }
  }

  @Test func `days follow each other, over every year there is`() throws {
    var last: Instant?
    for year in [1, 4, 99, 100, 399, 400, 1600, 1899, 1900, 1969, 1970, 2000, 2024, 2100, 9999] {
      for month in 1...12 {
        for day in 1...Instant.days(in: month, of: year) {
          let instant = try #require(Instant(year: year, month: month, day: day))
          if let last, month > 1 || day > 1 {
            #expect(instant.microseconds - last.microseconds == 86_400_000_000)
          }
          last = instant
        }
      }
    }
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
    (2026, 1, 32), (0, 1, 1), (10_000, 1, 1),
  ])
  func `days that are not`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Instant(year: year, month: month, day: day) == nil)
  }

  @Test func `a time of day is less than a day`() {
    #expect(Instant(year: 2026, month: 1, day: 1, secondsOfDay: 86_400) == nil)
    #expect(Instant(year: 2026, month: 1, day: 1, secondsOfDay: -1) == nil)
    #expect(Instant(year: 2026, month: 1, day: 1, secondsOfDay: 86_399) != nil)
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31 23:59:59"),
      (1_769_867_109_250_000, "2026-01-31 13:45:09"),
      (-62_135_596_800_000_000, "0001-01-01"), (86_399_000_000, "1970-01-01 23:59:59"),
    ] as [(Int64, String)]
  )
  func `a moment as text`(_ microseconds: Int64, _ text: String) {
    #expect(Instant(microseconds: microseconds).description == text)
  }

  @Test func `moments are ordered as they come`() {
    #expect(Instant(microseconds: -1) < Instant(microseconds: 0))
    #expect(!(Instant(microseconds: 0) < Instant(microseconds: 0)))
  }
}

/// A calendar that counts days one month after the other from the year 1, by the rule of leap years
/// in words: every fourth year, but not every hundredth, but every four-hundredth.
private struct SlowCalendar {
  /// The first day of every month, counted from the first of all.
  private let months: [(year: Int, month: Int, start: Int)]
  /// How many days there are to the end of the year 3000.
  let days: Int
  /// The day that is 1970-01-01.
  let epoch: Int

  init() {
    var (months, start, epoch): ([(year: Int, month: Int, start: Int)], Int, Int) = ([], 0, 0)
    for year in 1...3000 {
      if year == 1970 { epoch = start }
      let isLeap = year % 400 == 0 ? true : year % 100 == 0 ? false : year % 4 == 0
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        months.append((year, index + 1, start))
        start += length
      }
    }
    self.months = months
    self.epoch = epoch
    days = start
  }

  func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    guard let found = months.last(where: { $0.start <= day }) else { return (0, 0, 0) }
    return (found.year, found.month, day - found.start + 1)
  }
}
