/// The least, the middle and the greatest of some measurements.
struct Spread: Codable, Sendable {
  /// The least.
  let least: Double
  /// The median: of an even count the lower of the two in the middle.
  let median: Double
  /// The greatest.
  let greatest: Double

  /// The spread of numbers; nil without any.
  init?(of numbers: [Double]) {
    let sorted = numbers.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    self.least = least
    median = sorted[(sorted.count - 1) / 2]
    self.greatest = greatest
  }
}
