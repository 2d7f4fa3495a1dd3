import Values

/// Columns in their final widths, to be drawn row by row.
struct BoxDrawing {
  /// The columns that are shown, from the left.
  private let columns: [(column: ScreenColumn, width: Int)]
  /// The row before which a gap is drawn; the count of rows puts it at the end.
  private let gap: Int?
  private let glyphs: BoxGlyphs
  /// Whether texts that are too wide go on in further lines of their row.
  private let wraps: Bool

  /// A drawing of as many columns as there are widths.
  init(columns: [ScreenColumn], widths: [Int], gap: Int?, glyphs: BoxGlyphs, wraps: Bool) {
    self.columns = Array(zip(columns, widths))
    self.gap = gap
    self.glyphs = glyphs
    self.wraps = wraps
  }

  /// Draws the header and every row; false when it was stopped between two rows.
  func write(rows: Int, monitor: WorkMonitor, to output: inout some TextOutputStream) -> Bool {
    var buffer = RowBuffer()
    defer { buffer.flush(to: &output) }
    append(glyphs.top, to: &buffer)
    append(columns.map(\.column.header), to: &buffer)
    if rows > 0 { append(glyphs.middle, to: &buffer) }
    for row in 0..<rows {
      if row & 63 == 0, monitor.isCancelled() { return false }
      if row == gap { appendGap(to: &buffer) }
      append(row: columns.map { $0.column.cells[row] }, to: &buffer)
      buffer.flushIfFull(to: &output)
    }
    if rows == gap { appendGap(to: &buffer) }
    append(glyphs.bottom, to: &buffer)
    return true
  }

  private func appendGap(to buffer: inout RowBuffer) {
    append(columns.map { _ in glyphs.gap }, to: &buffer)
  }

  private func append(_ rule: BoxGlyphs.Rule, to buffer: inout RowBuffer) {
    for (index, (_, width)) in columns.enumerated() {
      buffer.append(index == 0 ? rule.left : rule.cross)
      buffer.append(String(repeating: glyphs.horizontal, count: width + 2))
    }
    buffer.append(rule.right + "\n")
  }

  /// Adds the cells of a row, on as many lines as the longest takes.
  private func append(row texts: [String], to buffer: inout RowBuffer) {
    guard wraps, zip(columns, texts).contains(where: { DisplayWidth.of($1) > $0.width }) else {
      return append(texts, to: &buffer)
    }
    let cells = zip(columns, texts).map { Paragraph.wrap($1, width: $0.width) }
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      append(cells.map { line < $0.count ? $0[line] : "" }, to: &buffer)
    }
  }

  private func append(_ texts: [String], to buffer: inout RowBuffer) {
    for ((column, width), text) in zip(columns, texts) {
      var (text, used) = (text, DisplayWidth.of(text))
      if used > width {
        text = DisplayWidth.cut(text, to: width, ellipsis: glyphs.ellipsis)
        used = DisplayWidth.of(text)
      }
      buffer.append("\(glyphs.vertical) ")
      if column.isNumeric { buffer.append(spaces: width - used) }
      buffer.append(text)
      if !column.isNumeric { buffer.append(spaces: width - used) }
      buffer.append(UInt8(ascii: " "))
    }
    buffer.append(glyphs.vertical + "\n")
  }
}
