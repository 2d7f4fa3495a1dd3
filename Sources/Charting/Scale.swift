#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

import Rendering
import Values

/// An axis: from where to where, how numbers lie on it, and which of them are written.
package struct Scale: Sendable {
  /// A number that is written at the axis.
  package struct Tick: Sendable, Hashable {
    /// Where it stands.
    package let value: Double
    /// How it is written.
    package let text: String
  }

  /// The name of what is measured, with its unit.
  package let title: String
  /// The ends.
  package let bounds: ClosedRange<Double>
  /// The numbers that are written, upwards, all within the bounds.
  package let ticks: [Tick]
  /// What is added to a number before its logarithm is taken; nil where numbers lie evenly.
  let offset: Double?
  /// What its numbers are numbers of.
  let unit: Unit

  /// Where a number lies between the ends, 0 to 1.
  package func place(of value: Double) -> Double {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    if let offset {
      let base = log(low + offset)
      return clamped((log(value + offset) - base) / (log(high + offset) - base))
    }
    // Halves, as the whole may be more than there are numbers for.
    return clamped((value / 2 - low / 2) / (high / 2 - low / 2))
  }

  private func clamped(_ place: Double) -> Double { place.isNaN ? 0.5 : min(1, max(0, place)) }

  /// A number with its unit.
  package func spelled(_ value: Double) -> String { NumberText.text(value, unit: unit) }
}

extension Scale {
  /// The scale of a measure on which every known value lies; evenly spaced.
  ///
  /// It holds 0 where that is not far from the values.
  init(_ measure: ChartMeasure) {
    let known = measure.values.filter { !$0.isNaN }
    var (low, high) = (known.min() ?? 0, known.max() ?? 1)
    if low > 0, low < high / 2 { low = 0 }
    if high < 0, high > low / 2 { high = 0 }
    if low == high {
      // One value stands in the middle, or at the end of what begins with 0.
      let half = abs(low) / 2
      let most = Double.greatestFiniteMagnitude
      (low, high) = low == 0 ? (0, 1) : (max(-most, low - half), min(most, low + half))
    }
    let step = Step(over: low...high, parts: 5)
    let spots = step.multiples(around: low...high).filter(\.isFinite)
    self.init(
      title: measure.title,
      bounds: min(low, spots.first ?? low)...max(high, spots.last ?? high),
      ticks: zip(spots, step.texts(of: spots, unit: measure.column.unit))
        .map { Tick(value: $0.0, text: $0.1) },
      offset: nil,
      unit: measure.column.unit
    )
  }

  /// The scale that suits a measure: by logarithms where most values would else lie in its first
  /// tenth.
  init(fitting measure: ChartMeasure) {
    guard let (offset, powers) = Scale.powers(for: measure) else {
      self.init(measure)
      return
    }
    let known = measure.values.filter { !$0.isNaN }
    let bounds = (known.min() ?? 1)...(known.max() ?? 1)
    let ticks = ((offset > 0 ? [0] : []) + powers).filter(bounds.contains).map { value in
      let step = Step(1, tenTo: value == 0 ? 0 : FixedPoint.exponent(of: value))
      return Tick(value: value, text: step.text(of: value, unit: measure.column.unit))
    }
    self.init(
      title: "\(measure.title), by powers of ten",
      bounds: bounds,
      ticks: ticks,
      offset: offset,
      unit: measure.column.unit
    )
  }

  /// A scale of places that have names and the same distance from each other.
  init(title: String, named names: [(value: Double, text: String)]) {
    let values = names.map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    self.init(
      title: title,
      bounds: low == high ? (low - 1)...(high + 1) : low...high,
      ticks: names.map { Tick(value: $0.value, text: $0.text) },
      offset: nil,
      unit: .plain
    )
  }

  /// The powers of ten around skewed values, and what is added before the logarithm: 1 for counts,
  /// which may be 0.
  ///
  /// Nil where values are spread enough to lie evenly, or some are negative.
  private static func powers(for measure: ChartMeasure) -> (offset: Double, powers: [Double])? {
    let known = measure.values.filter { !$0.isNaN }.sorted()
    guard let low = known.first, let high = known.last, low >= 0, known.count > 9 else {
      return nil
    }
    guard known[known.count / 2] < low + (high - low) / 10 else { return nil }
    var offset = 0.0
    if low == 0 {
      guard case .count = measure.column.unit, high >= 50 else { return nil }
      offset = 1
    }
    guard high / max(low, offset) >= 50, low == 0 || low > 1e-290 else { return nil }
    let first = low == 0 ? 0 : FixedPoint.exponent(of: low)
    let last = FixedPoint.exponent(of: high)
    guard first <= last else { return nil }
    return (offset, (first...last).map { Step(1, tenTo: $0).size })
  }
}
