/// How figures are written in sentences.
enum Figure {
  /// A number with so many decimals, halves away from zero.
  static func decimal(_ value: Double, _ places: Int = 2) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: max(0, places - fraction.count))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / scale)" + (places > 0 ? ".\(zeros)\(fraction)" : "")
  }

  /// A share as a percentage with one decimal.
  static func percent(_ share: Double) -> String {
    decimal(100 * share, 1) + "%"
  }

  /// A rank as `1st`, `22nd`, `113th`.
  static func rank(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...13, _): "\(number)th"
    case (_, 1): "\(number)st"
    case (_, 2): "\(number)nd"
    case (_, 3): "\(number)rd"
    default: "\(number)th"
    }
  }
}
