/// Reads decimal numbers as files write them: `4`, `.8`, `-10`, `1e-3`; never anything else.
enum DecimalText {
  /// What a text turned out to be.
  enum Reading: Sendable, Hashable {
    case number(Double)
    /// Digits, one comma, digits.
    case decimalComma
    case notANumber
  }

  /// Reads the whole text.
  ///
  /// Complexity: O(length).
  ///
  /// Exact by Clinger's fast path (digits below 2^53, a power of ten up to 22), else by the
  /// standard library's correctly rounded conversion. Numbers too large for a double are none.
  static func read(_ text: Span<UInt8>) -> Reading {
    var at = 0
    var isNegative = false
    if at < text.count, text[at] == minus || text[at] == plus {
      isNegative = text[at] == minus
      at += 1
    }
    var digits: UInt64 = 0
    var digitCount = 0
    var scale = 0
    var pointSeen = false
    var isLong = false
    scan: while at < text.count {
      let byte = text[at]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        if digits < 100_000_000_000_000_000 {
          digits = digits * 10 + UInt64(digit)
          if pointSeen { scale -= 1 }
        } else {
          isLong = true
        }
        digitCount += 1
      } else if byte == point, !pointSeen {
        pointSeen = true
      } else {
        break scan
      }
      at += 1
    }
    guard digitCount > 0 else { return .notANumber }
    if at < text.count {
      guard text[at] | 0x20 == UInt8(ascii: "e") else { return other(text, from: at, pointSeen) }
      guard let exponent = exponent(text, from: at + 1) else { return .notANumber }
      scale += exponent
    }
    guard !isLong, digits < 1 << 53, abs(scale) <= 22 else { return slowly(text) }
    let whole = Double(digits)
    let value = scale < 0 ? whole / powers[-scale] : whole * powers[scale]
    return .number(isNegative ? -value : value)
  }

  private static let minus = UInt8(ascii: "-")
  private static let plus = UInt8(ascii: "+")
  private static let point = UInt8(ascii: ".")
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The exponent behind an `e`; nil where there is none.
  private static func exponent(_ text: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    var isNegative = false
    if at < text.count, text[at] == minus || text[at] == plus {
      isNegative = text[at] == minus
      at += 1
    }
    guard at < text.count else { return nil }
    var exponent = 0
    while at < text.count {
      let digit = text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      exponent = min(exponent * 10 + Int(digit), 100_000)
      at += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// What a text is that has something else behind its first digits.
  private static func other(_ text: Span<UInt8>, from at: Int, _ pointSeen: Bool) -> Reading {
    guard text[at] == UInt8(ascii: ","), !pointSeen, at + 1 < text.count else {
      return .notANumber
    }
    for index in (at + 1)..<text.count where text[index] &- UInt8(ascii: "0") > 9 {
      return .notANumber
    }
    return .decimalComma
  }

  private static func slowly(_ text: Span<UInt8>) -> Reading {
    var copy = ""
    for index in text.indices { copy.unicodeScalars.append(Unicode.Scalar(text[index])) }
    guard let value = Double(copy), value.isFinite else { return .notANumber }
    return .number(value)
  }
}
