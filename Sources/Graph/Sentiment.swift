/// How kind something was that somebody said, -1 to 1, or that nobody scored it.
///
/// Kept in steps of a thousand millionth, so that what a file says reads back the same.
package struct Sentiment: Sendable, Hashable {
  /// The steps; the least number where nobody scored it.
  package let steps: Int32

  /// Nobody scored it.
  package static let unknown = Sentiment(steps: .min)

  /// A sentiment in [-1, 1]; nil for anything else.
  package init?(_ value: Double) {
    guard (-1...1).contains(value) else { return nil }
    steps = Int32((value * 1e9).rounded())
  }

  /// A sentiment of so many steps, or the unknown one.
  package init(steps: Int32) { self.steps = steps }

  /// The number; nil where nobody scored it.
  package var value: Double? { steps == .min ? nil : Double(steps) / 1e9 }
}
