import Rendering

/// Two lists of names, and lines between them.
struct SlopeText {
  /// The lines.
  let lines: [String]

  /// Draws the first of two orders.
  init(_ all: SlopeLines, _ style: ChartStyle) {
    let slope = all.first(style.rows)
    let lists = [slope.left, slope.right].map { side in
      side.entries.map { ("\($0.place)", style.spelled($0.name)) }
    }
    let most = min(max(4, (style.width - 12) / 2), max(6, (style.width - 8) / 3))
    let widths = zip(lists, [slope.left, slope.right]).map { list, side in
      let widest = list.map { DisplayWidth.of($0.0) + 1 + DisplayWidth.of($0.1) }.max() ?? 0
      return min(most, max(widest, DisplayWidth.of(style.spelled(side.title))))
    }
    let columns = max(6, min(style.drawsLines ? 60 : 8, style.width - widths[0] - widths[1] - 6))
    let middle = Self.middle(slope, columns: columns, style)
    let heading =
      "  " + style.padded(slope.left.title, to: widths[0], atRight: true)
      + String(repeating: " ", count: columns + 2) + style.cut(slope.right.title, to: widths[1])
    let places = lists[1].map { DisplayWidth.of($0.0) }.max() ?? 0
    self.lines =
      [heading]
      + slope.ends.indices.map { row in
        let (place, name) = lists[0][row]
        let (end, other) = lists[1][row]
        let room = max(1, widths[0] - DisplayWidth.of(place) - 1)
        let left = style.padded(
          "\(style.cut(name, to: room)) \(place)",
          to: widths[0],
          atRight: true
        )
        let right = style.cut(
          "\(style.padded(end, to: places, atRight: true)) \(other)",
          to: widths[1] + 2
        )
        return "  \(left) \(middle[row]) \(right)"
      }
      + style.announcement(slope.ends.count, of: all.ends.count, all.nouns)
  }
  /// What stands between the lists, row by row: lines, or where there is no Braille the place that
  /// each row leads to.
  private static func middle(
    _ slope: SlopeLines,
    columns: Int,
    _ style: ChartStyle
  ) -> [String] {
    guard style.drawsLines else {
      return slope.ends.map { style.padded("-> \(slope.right.entries[$0].place)", to: columns) }
    }
    var canvas = DotCanvas(columns: columns, rows: slope.ends.count, isBraille: true)
    let down = canvas.size.down / max(1, canvas.rows)
    for (index, end) in slope.ends.enumerated() {
      canvas.line(
        from: (0, index * down + (down - 1) / 2),
        to: (canvas.size.across - 1, end * down + (down - 1) / 2)
      )
    }
    return slope.ends.indices.map { row in canvas.row(row).map(\.text).joined() }
  }
}
