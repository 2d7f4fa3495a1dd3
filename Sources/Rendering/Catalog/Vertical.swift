package import Values

/// One value a line, a block a row: for rows of many columns, and for screens too narrow for a box.
///
/// Rounded as in a box; nothing is cut, long texts go on below.
package struct Vertical: TableFormat {
  package let card = FormatCard(
    name: "vertical",
    summary: "one value a line",
    endings: [],
    isForScreens: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    guard !table.columns.isEmpty else { return }
    let (rows, gap) = style.shownRows(of: table.rowCount)
    var columns: [ScreenColumn] = []
    for column in table.columns {
      if style.monitor.isCancelled() { return }
      columns.append(ScreenColumn(column, rows: rows, style: style))
    }
    let names = columns.map { DisplayWidth.of($0.header) }
    let margin = 2 + (names.max() ?? 0) + 2
    // Values have no room of their own beside names that take most of a narrow screen.
    let isBeside = margin <= max(style.width - 8, style.width / 2)
    let widest = columns.map(\.width).max() ?? 0
    let rule = min(style.width, max(24, isBeside ? margin + widest : widest + 4))
    var buffer = RowBuffer()
    defer { buffer.flush(to: &output) }
    for (index, row) in rows.enumerated() {
      if index & 63 == 0, style.monitor.isCancelled() { return }
      if index == gap { buffer.append("  \(style.glyphs.gap)\n") }
      append(heading: row + 1, of: table, width: rule, glyphs: style.glyphs, to: &buffer)
      for (column, name) in zip(columns, names) {
        let hanging = isBeside ? margin : 4
        let lines = Paragraph.wrap(
          String(column.cells[index].trimmingSpaces),
          width: max(style.width, hanging + 1),
          indent: hanging
        )
        buffer.append("  " + DisplayWidth.cut(column.header, to: max(1, style.width - 2)))
        if isBeside, let first = lines.first {
          if !first.isEmpty {
            buffer.append(spaces: margin - name - 2)
            buffer.append(String(first.dropFirst(margin)))
          }
          buffer.append(UInt8(ascii: "\n"))
        } else {
          buffer.append("\n" + (lines.first ?? "") + "\n")
        }
        for line in lines.dropFirst() { buffer.append(line + "\n") }
      }
      buffer.flushIfFull(to: &output)
    }
    buffer.flush(to: &output)
    Announcement(of: table, rows: rows.count, style: style).write(to: &output)
  }

  /// The line above a row: which it is, of how many.
  private func append(
    heading number: Int,
    of table: Table,
    width: Int,
    glyphs: BoxGlyphs,
    to buffer: inout RowBuffer
  ) {
    let text = " \(Tally.digits(number)) of \(Tally.text(table.rowCount, table.rowNoun)) "
    let shown = DisplayWidth.cut(text, to: max(1, width - 4), ellipsis: glyphs.ellipsis)
    let rest = max(0, width - 2 - DisplayWidth.of(shown))
    buffer.append(String(repeating: glyphs.horizontal, count: min(2, width)))
    buffer.append(shown + String(repeating: glyphs.horizontal, count: rest) + "\n")
  }
}

extension String {
  /// The text without the spaces at its ends.
  fileprivate var trimmingSpaces: Substring {
    let start = drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return start.prefix(0) }
    return start[...last]
  }
}
