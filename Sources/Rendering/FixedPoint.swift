/// Decimal numbers with a given number of decimals.
///
/// Rounds the digits a person would see, half away from zero: 2.675 becomes 2.68, although the
/// nearest double is a little less.
package enum FixedPoint {
  /// The number, times a power of ten, with so many digits after the point.
  package static func text(_ number: Double, decimals: Int, timesTenTo power: Int = 0) -> String {
    var (digits, exponent) = decompose(abs(number))
    exponent += power
    // The digits stand for 0.d1d2d3... times ten to `exponent`; this many of them are kept.
    let kept = exponent + decimals
    let roundsUp = digits.indices.contains(kept) && digits[kept] >= 5
    digits = Array(digits.prefix(max(0, kept)))
    digits += [UInt8](repeating: 0, count: max(0, kept - digits.count))
    if roundsUp { increment(&digits) }
    while digits.count <= decimals { digits.insert(0, at: 0) }
    var written: [UInt8] = []
    written.reserveCapacity(digits.count + 2)
    if number < 0, digits.contains(where: { $0 != 0 }) { written.append(UInt8(ascii: "-")) }
    for (index, digit) in digits.enumerated() {
      if index == digits.count - decimals { written.append(UInt8(ascii: ".")) }
      written.append(UInt8(ascii: "0") + digit)
    }
    return String(decoding: written, as: UTF8.self)
  }

  /// The number as `1.234e-20`, with so many significant digits.
  package static func scientific(_ number: Double, significant: Int) -> String {
    guard number != 0 else { return text(0, decimals: significant - 1) }
    var exponent = self.exponent(of: number)
    var mantissa = text(number, decimals: significant - 1, timesTenTo: -exponent)
    if mantissa.hasPrefix("10") || mantissa.hasPrefix("-10") {
      exponent += 1
      mantissa = text(number, decimals: significant - 1, timesTenTo: -exponent)
    }
    return "\(mantissa)e\(exponent)"
  }

  /// The power of ten of a number's first digit: 0 for 3.5, -2 for 0.035.
  package static func exponent(of number: Double) -> Int {
    decompose(abs(number)).exponent - 1
  }

  /// The shortest digits of a number, and the power of ten the fraction they make is to be
  /// multiplied by: 3.5 is 0.35 times ten to 1.
  private static func decompose(_ number: Double) -> (digits: [UInt8], exponent: Int) {
    var (digits, exponent): ([UInt8], Int) = ([], 0)
    var isBehindPoint = false
    var written = number.description.utf8[...]
    while let byte = written.popFirst() {
      switch byte {
      case UInt8(ascii: "."): isBehindPoint = true
      case UInt8(ascii: "e"):
        exponent += Int(String(Substring(written))) ?? 0
        written = written.suffix(0)
      default:
        let digit = byte &- UInt8(ascii: "0")
        if !isBehindPoint, !(digits.isEmpty && digit == 0) { exponent += 1 }
        if isBehindPoint, digits.isEmpty, digit == 0 { exponent -= 1 }
        if !digits.isEmpty || digit != 0 { digits.append(digit) }
      }
    }
    return (digits, exponent)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }
}
