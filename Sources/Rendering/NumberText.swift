package import Values

/// Numbers as a screen shows them: with their unit, and with the same number of decimals down a
/// column.
package enum NumberText {
  /// The significant digits a number without a unit is given.
  private static let significant = 4
  /// The decimals beyond which powers of ten read better.
  private static let mostDecimals = 12

  /// One number on its own, `-` where it is missing.
  package static func text(_ number: Double, unit: Unit = .plain) -> String {
    cells([number], unit: unit, style: TableStyle()).first ?? "-"
  }

  /// The texts of the numbers of one column, the style's mark for what is missing.
  ///
  /// Once cancelled the rest are empty. Complexity: O(numbers).
  static func cells(_ numbers: [Double], unit: Unit, style: TableStyle) -> [String] {
    let known = numbers.filter(\.isFinite)
    func cells(_ spelled: (Double) -> String) -> [String] {
      let missing = Escaping.visible(style.missing)
      return numbers.indices.map(watchedBy: style.monitor) { index in
        numbers[index].isFinite ? spelled(numbers[index]) : missing
      }
    }
    switch unit {
    case .share:
      return cells { FixedPoint.text($0, decimals: unit.decimals, timesTenTo: 2) + " %" }
    case .ratio:
      return cells { FixedPoint.text($0, decimals: unit.decimals) + style.glyphs.times }
    case .milliseconds: return cells { FixedPoint.text($0, decimals: unit.decimals) + " ms" }
    case .plain: return plain(numbers, known: known, cells: cells)
    case .count:
      // A mean of counts is still a number of things, but not a whole one.
      let areWhole = known.allSatisfy { $0 == $0.rounded(.towardZero) }
      let decimals = areWhole ? unit.decimals : Unit.amount(of: "").decimals
      return cells { FixedPoint.text($0, decimals: decimals) }
    case .amount where known.allSatisfy({ $0 == $0.rounded(.towardZero) }):
      return cells { FixedPoint.text($0, decimals: 0) }
    case .amount, .score, .index, .points:
      // What would be zero all the way down says more with as many decimals as it needs.
      let greatest = known.reduce(0) { max($0, abs($1)) }
      let shown = FixedPoint.text(greatest, decimals: unit.decimals)
      if unit == .score, greatest > 0, shown.allSatisfy({ $0 == "0" || $0 == "." }) {
        return plain(numbers, known: known, cells: cells)
      }
      return cells { FixedPoint.text($0, decimals: unit.decimals) }
    }
  }

  /// Numbers without a unit: as many decimals as give the smallest four significant digits, unless
  /// the largest would then have more than six, and none that are zero all the way down.
  private static func plain(
    _ numbers: [Double],
    known: [Double],
    cells: ((Double) -> String) -> [String]
  ) -> [String] {
    let exponents = known.filter { $0 != 0 }.map(FixedPoint.exponent(of:))
    guard let least = exponents.min(), let most = exponents.max() else {
      return cells { FixedPoint.text($0, decimals: 0) }
    }
    let enough = max(0, significant - 1 - least)
    let decimals = min(enough, max(Unit.plain.decimals, significant + 1 - most))
    guard decimals <= mostDecimals, most < 15 else {
      return cells { FixedPoint.scientific($0, significant: significant) }
    }
    let texts = cells { FixedPoint.text($0, decimals: decimals) }
    let needed = zip(texts, numbers).map { text, number in
      guard number.isFinite, let point = text.firstIndex(of: ".") else { return 0 }
      return text[point...].dropFirst().reversed().drop { $0 == "0" }.count
    }
    let surplus = decimals - (needed.max() ?? 0)
    guard surplus > 0 else { return texts }
    let trimmed = surplus == decimals ? surplus + 1 : surplus
    return zip(texts, numbers).map { text, number in
      number.isFinite ? String(text.dropLast(trimmed)) : text
    }
  }
}

extension Sequence {
  /// What becomes of each, as `map`; once cancelled of no further one, which is an empty text.
  func map(watchedBy monitor: WorkMonitor, _ text: (Element) -> String) -> [String] {
    var isCancelled = false
    return enumerated().map { index, element in
      if index & 1023 == 0 { isCancelled = isCancelled || monitor.isCancelled() }
      return isCancelled ? "" : text(element)
    }
  }
}
