/// Bars from zero, one below the other.
package struct Bars: Sendable {
  /// One bar.
  package struct Bar: Sendable {
    /// What it stands for.
    package let label: String
    /// How long it is; NaN where nothing is known.
    package let value: Double
    /// Its value as it is written.
    package let text: String
  }

  /// The bars, from the top.
  package let bars: [Bar]
  /// What the bars stand for.
  package let labelTitle: String
  /// What their length is, with its unit.
  package let valueTitle: String
  /// What a bar stands for, in the plural.
  package let nouns: String
  /// How many there are with those that are not among `bars`.
  package let count: Int
  /// Whether all of them are drawn, however many: a part would mislead.
  package let areInseparable: Bool

  /// From the least to the greatest value, zero included.
  ///
  /// Complexity: O(bars).
  package var bounds: ClosedRange<Double> {
    let known = bars.map(\.value).filter { !$0.isNaN }
    return min(0, known.min() ?? 0)...max(0, known.max() ?? 0)
  }

  /// The first bars, or all that belong together.
  func first(_ count: Int) -> Bars {
    guard !areInseparable else { return self }
    return Bars(
      bars: Array(bars.prefix(count)),
      labelTitle: labelTitle,
      valueTitle: valueTitle,
      nouns: nouns,
      count: count,
      areInseparable: false
    )
  }
}
