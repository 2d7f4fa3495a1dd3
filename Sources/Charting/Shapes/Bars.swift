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

  /// Which bars are drawn where there is no room for all.
  package enum Extent: Sendable {
    /// All of them: a part would mislead.
    case all
    /// The first.
    case first
    /// The greatest, in the order they stand in.
    case greatest
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
  /// Which of them are drawn where there is no room for all.
  package let extent: Extent

  /// From the least to the greatest value, zero included.
  ///
  /// Complexity: O(bars).
  package var bounds: ClosedRange<Double> {
    let known = bars.map(\.value).filter { !$0.isNaN }
    return min(0, known.min() ?? 0)...max(0, known.max() ?? 0)
  }

  /// As many bars as there is room for, or all that belong together.
  ///
  /// Complexity: O(bars log bars).
  func first(_ room: Int) -> Bars {
    guard extent != .all, room < bars.count else { return self }
    var kept = Array(bars.prefix(room))
    if extent == .greatest {
      kept = RowPlaces(bars.map(\.value)).order.prefix(room).sorted().map { bars[$0] }
    }
    return Bars(
      bars: kept,
      labelTitle: labelTitle,
      valueTitle: valueTitle,
      nouns: nouns,
      count: count,
      extent: extent
    )
  }
}
