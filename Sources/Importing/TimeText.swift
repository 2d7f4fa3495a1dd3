import Values

/// Reads moments as files write them.
///
/// Seconds, milliseconds, microseconds or nanoseconds since 1970 (told apart by their size, with a
/// fraction or not), a year, a month, a date, or a date with a time of day, `Z` or an offset.
enum TimeText {
  /// What a text turned out to be.
  enum Reading: Sendable, Hashable {
    case instant(Instant)
    /// Such as 31/01/2026: days and months could be taken for each other.
    case dayFirst
    case notATime
  }

  /// Reads the whole text.
  ///
  /// Complexity: O(length).
  static func read(_ text: Span<UInt8>) -> Reading {
    if let moment = sinceEpoch(text) { return .instant(moment) }
    if let moment = date(text) { return .instant(moment) }
    return isDayFirst(text) ? .dayFirst : .notATime
  }

  /// A count since 1970, or a bare year; nil where the text is no plain number.
  private static func sinceEpoch(_ text: Span<UInt8>) -> Instant? {
    var at = 0
    let isNegative = byte(UInt8(ascii: "-"), of: text, at: &at) != nil
    guard let whole = digits(1...18, of: text, at: &at) else { return nil }
    if at == text.count, at == 4, !isNegative, whole >= 1_000 {
      return Instant(year: whole, month: 1, day: 1)
    }
    guard let fraction = fraction(of: text, at: &at), at == text.count else { return nil }
    let sign: Int64 = isNegative ? -1 : 1
    let count = Int64(whole)
    return switch count {
    case ..<100_000_000_000:
      Instant(microseconds: sign * (count * 1_000_000 + Int64(fraction)))
    case ..<100_000_000_000_000:
      Instant(microseconds: sign * (count * 1_000 + Int64(fraction / 1_000)))
    case ..<100_000_000_000_000_000: Instant(microseconds: sign * count)
    default: Instant(microseconds: sign * (count / 1_000))
    }
  }

  /// A calendar date, with a time of day or without.
  private static func date(_ text: Span<UInt8>) -> Instant? {
    var at = 0
    guard let year = digits(4...4, of: text, at: &at),
      let mark = byte(UInt8(ascii: "-"), UInt8(ascii: "/"), of: text, at: &at),
      let month = digits(1...2, of: text, at: &at)
    else { return nil }
    if at == text.count { return Instant(year: year, month: month, day: 1) }
    guard byte(mark, of: text, at: &at) != nil, let day = digits(1...2, of: text, at: &at)
    else { return nil }
    if at == text.count { return Instant(year: year, month: month, day: day) }
    guard byte(UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " "), of: text, at: &at) != nil,
      let clock = timeOfDay(text, at: &at), let offset = offset(text, at: &at), at == text.count,
      let local = Instant(
        year: year,
        month: month,
        day: day,
        secondsOfDay: clock.seconds,
        microseconds: clock.microseconds
      )
    else { return nil }
    return Instant(microseconds: local.microseconds - Int64(offset) * 1_000_000)
  }

  /// Hours and minutes, perhaps seconds, perhaps a fraction.
  ///
  /// A leap second is the one before it.
  private static func timeOfDay(
    _ text: Span<UInt8>,
    at: inout Int
  ) -> (seconds: Int, microseconds: Int)? {
    guard let hours = digits(1...2, of: text, at: &at), hours < 24,
      byte(UInt8(ascii: ":"), of: text, at: &at) != nil,
      let minutes = digits(2...2, of: text, at: &at), minutes < 60
    else { return nil }
    let whole = hours * 3_600 + minutes * 60
    guard byte(UInt8(ascii: ":"), of: text, at: &at) != nil else { return (whole, 0) }
    guard let seconds = digits(2...2, of: text, at: &at), seconds <= 60,
      let fraction = fraction(of: text, at: &at)
    else { return nil }
    return (whole + min(seconds, 59), fraction)
  }

  /// The seconds a time zone is ahead of UTC: `Z`, `+02:00`, `-0730`, `+01`, nothing.
  private static func offset(_ text: Span<UInt8>, at: inout Int) -> Int? {
    _ = byte(UInt8(ascii: " "), of: text, at: &at)
    if at == text.count || byte(UInt8(ascii: "Z"), UInt8(ascii: "z"), of: text, at: &at) != nil {
      return 0
    }
    guard let sign = byte(UInt8(ascii: "+"), UInt8(ascii: "-"), of: text, at: &at) else {
      return hasWord("UTC", text, at: &at) ? 0 : nil
    }
    guard let hours = digits(2...2, of: text, at: &at), hours <= 14 else { return nil }
    _ = byte(UInt8(ascii: ":"), of: text, at: &at)
    let minutes = at == text.count ? 0 : digits(2...2, of: text, at: &at)
    guard let minutes, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// Whether this is 31/01/2026, 1.2.2026, 01-02-26 or the like.
  private static func isDayFirst(_ text: Span<UInt8>) -> Bool {
    var at = 0
    return digits(1...2, of: text, at: &at) != nil
      && byte(UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), of: text, at: &at) != nil
      && digits(1...2, of: text, at: &at) != nil
      && byte(UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), of: text, at: &at) != nil
      && digits(2...4, of: text, at: &at) != nil
  }

  // MARK: Reading from left to right

  /// A number of so many digits; nil, and nothing read, where there are fewer.
  private static func digits(
    _ lengths: ClosedRange<Int>,
    of text: Span<UInt8>,
    at: inout Int
  ) -> Int? {
    var value = 0
    var end = at
    while end < text.count, end - at < lengths.upperBound {
      let digit = text[end] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value * 10 + Int(digit)
      end += 1
    }
    guard end - at >= lengths.lowerBound else { return nil }
    at = end
    return value
  }

  /// The microseconds a fraction says; 0 without one, nil for a point without digits.
  private static func fraction(of text: Span<UInt8>, at: inout Int) -> Int? {
    guard byte(UInt8(ascii: "."), of: text, at: &at) != nil else { return 0 }
    let start = at
    guard var value = digits(1...6, of: text, at: &at) else { return nil }
    for _ in (at - start)..<6 { value *= 10 }
    while at < text.count, text[at] &- UInt8(ascii: "0") < 10 { at += 1 }
    return value
  }

  /// One of these bytes; nil, and nothing read, where another stands there.
  private static func byte(
    _ one: UInt8,
    _ other: UInt8? = nil,
    _ third: UInt8? = nil,
    of text: Span<UInt8>,
    at: inout Int
  ) -> UInt8? {
    guard at < text.count else { return nil }
    let found = text[at]
    guard found == one || found == other || found == third else { return nil }
    at += 1
    return found
  }

  private static func hasWord(_ word: String, _ text: Span<UInt8>, at: inout Int) -> Bool {
    guard text.count - at == word.utf8.count else { return false }
    for wanted in word.utf8 {
      guard text[at] == wanted else { return false }
      at += 1
    }
    return true
  }
}
