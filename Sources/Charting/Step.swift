import Rendering
import Values

/// The distance of ticks or the width of ranges: 1, 2 or 5 times a power of ten.
struct Step {
  private let mantissa: Double
  private let exponent: Int

  /// A distance.
  init(_ mantissa: Double, tenTo exponent: Int) {
    (self.mantissa, self.exponent) = (mantissa, exponent)
  }

  /// The distance that parts a range into about so many.
  init(over range: ClosedRange<Double>, parts: Double) {
    let rough = range.upperBound / parts - range.lowerBound / parts
    guard rough > 1e-300 else {
      self.init(1, tenTo: -300)
      return
    }
    let exponent = FixedPoint.exponent(of: rough)
    let near = [1, 2, 5].first { Step($0, tenTo: exponent).size >= rough * 0.999 }
    self.init(near ?? 1, tenTo: near == nil ? exponent + 1 : exponent)
  }

  /// How far it is.
  var size: Double { self[1] }

  /// So many times the distance, as near as a number can be: three tenths are 0.3.
  subscript(count: Double) -> Double {
    // Powers of ten up to this one are numbers without an error.
    guard exponent < 0, exponent >= -22 else {
      return count * mantissa * (Double("1e\(exponent)") ?? 0)
    }
    return count * mantissa / (Double("1e\(-exponent)") ?? 1)
  }

  /// Its multiples, from the last before a range to the first behind it, at most so many.
  func multiples(around range: ClosedRange<Double>, most: Int = 21) -> [Double] {
    var first = (range.lowerBound / size).rounded(.down)
    // What is rounded may lie on the wrong side.
    if self[first] > range.lowerBound { first -= 1 }
    var multiples = [self[first]]
    while let last = multiples.last, last < range.upperBound, multiples.count < most {
      multiples.append(self[first + Double(multiples.count)])
    }
    return multiples
  }

  /// Multiples of it with their unit, with as many digits as tell them apart.
  func texts(of numbers: [Double], unit: Unit) -> [String] {
    let most = numbers.map { abs($0) }.max() ?? 0
    guard exponent < -9 || most >= 1e15 else { return numbers.map { text(of: $0, unit: unit) } }
    let digits = most > 0 ? FixedPoint.exponent(of: most) - exponent + 1 : 1
    return numbers.map { FixedPoint.scientific($0, significant: min(17, max(2, digits))) }
  }

  /// A multiple of it with its unit.
  func text(of number: Double, unit: Unit) -> String {
    if exponent < -9 || abs(number) >= 1e15 { return FixedPoint.scientific(number, significant: 2) }
    let isShare = unit == .share
    let decimals = max(0, -exponent - (isShare ? 2 : 0))
    let text = FixedPoint.text(number, decimals: decimals, timesTenTo: isShare ? 2 : 0)
    switch unit {
    case .share: return text + " %"
    case .ratio: return text + "×"
    case .milliseconds: return text + " ms"
    case .count, .amount, .score, .index, .points, .plain: return text
    }
  }
}
