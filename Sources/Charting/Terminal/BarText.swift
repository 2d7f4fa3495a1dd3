import Rendering

/// Bars drawn with eighths of a character, from a common zero.
struct BarText {
  /// The lines.
  let lines: [String]

  /// Draws bars; those beyond the room are counted.
  init(_ all: Bars, _ style: ChartStyle) {
    let bars = all.first(style.rows)
    let texts = bars.bars.map { style.spelled($0.text) }
    let textWidth = texts.map { DisplayWidth.of($0) }.max() ?? 0
    let widest = bars.bars.map { DisplayWidth.of(style.spelled($0.label)) }.max() ?? 0
    let wanted = max(widest, min(24, DisplayWidth.of(bars.labelTitle)))
    let room = style.width - textWidth - 5
    let labelWidth = max(1, min(wanted, max(room / 2, room - 40), max(4, room - 4)))
    let barWidth = max(1, style.width - labelWidth - textWidth - 5)
    let span = BarSpan(bars.bounds, columns: barWidth)
    let axis = style.drawsLines ? "┤" : "|"
    var lines = [Self.heading(bars, labelWidth, style)]
    for (bar, text) in zip(bars.bars, texts) {
      let label = style.padded(bar.label, to: labelWidth, atRight: true)
      let drawn = span.text(bar.value, style)
      lines.append("  \(label) \(axis)\(drawn) \(text)")
    }
    self.lines =
      lines
      + style.announcement(
        bars.bars.count,
        of: all.count,
        all.nouns,
        areGreatest: all.extent == .greatest
      )
  }

  private static func heading(_ bars: Bars, _ width: Int, _ style: ChartStyle) -> String {
    let label = style.padded(bars.labelTitle, to: width, atRight: true)
    return "  \(label)  \(style.cut(bars.valueTitle, to: max(1, style.width - width - 4)))"
  }
}

/// Where bars begin and end in so many columns.
struct BarSpan {
  private let bounds: ClosedRange<Double>
  private let columns: Int
  /// The columns at the left of zero.
  private let negative: Int

  /// A span of values around zero.
  ///
  /// Either side that is needed has at least one column.
  init(_ bounds: ClosedRange<Double>, columns: Int) {
    self.bounds = bounds
    self.columns = columns
    let (low, high) = (-bounds.lowerBound, bounds.upperBound)
    if low <= 0 {
      negative = 0
    } else if high <= 0 {
      negative = columns
    } else {
      let part = (low / 2) / (low / 2 + high / 2)
      negative = min(columns - 1, max(1, Int((Double(columns) * part).rounded())))
    }
  }

  /// The length of a bar in eighths of a column; below 0 at the left of zero.
  ///
  /// It is in proportion to the value; a bar that is not 0 has at least an eighth.
  func eighths(_ value: Double) -> Int {
    guard !value.isNaN, value != 0 else { return 0 }
    let scale =
      [
        negative > 0 ? Double(negative) / -bounds.lowerBound : .infinity,
        columns > negative && bounds.upperBound > 0
          ? Double(columns - negative) / bounds.upperBound : .infinity,
      ]
      .min() ?? 0
    let length = (value.magnitude * scale * 8).rounded()
    return value < 0 ? -max(1, Int(length)) : max(1, Int(length))
  }

  /// A bar with the room at its left.
  func text(_ value: Double, _ style: ChartStyle) -> String {
    let length = eighths(value)
    let full = style.drawsLines ? "█" : "#"
    if length < 0 {
      // There are no blocks that fill a character from the right but the whole and the half.
      let halves = style.drawsLines ? max(1, (-length + 2) / 4) : max(2, (-length + 4) / 8 * 2)
      let whole = halves / 2
      let part = halves.isMultiple(of: 2) ? "" : "▐"
      let used = whole + (part.isEmpty ? 0 : 1)
      let room = String(repeating: " ", count: max(0, negative - used))
      return room + part + String(repeating: full, count: whole)
    }
    let room = String(repeating: " ", count: negative)
    guard style.drawsLines else {
      return room + String(repeating: full, count: length == 0 ? 0 : max(1, (length + 4) / 8))
    }
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return room + String(repeating: full, count: length / 8) + parts[length % 8]
  }
}
