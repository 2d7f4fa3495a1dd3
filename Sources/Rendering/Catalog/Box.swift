package import Values

/// A table drawn for reading in a terminal: fitted to its width, rounded, numbers at the right.
///
/// Texts are cut and columns hidden where there is no room, rows left out where a limit says so;
/// lines under the table tell what is not shown.
package struct Box: TableFormat {
  package let card = FormatCard(
    name: "table",
    summary: "a table drawn for the terminal",
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
    let layout = BoxLayout(of: columns, terminal: style.width)
    let hidden = columns.count - layout.shown.count
    if style.turns(hiding: hidden, of: columns.count, rows: rows.count) {
      return Vertical().write(table, style: style, to: &output)
    }
    let drawing = BoxDrawing(
      columns: layout.shown.map { columns[$0] },
      widths: layout.widths,
      gap: gap,
      glyphs: style.glyphs,
      wraps: style.wraps
    )
    guard drawing.write(rows: rows.count, monitor: style.monitor, to: &output) else { return }
    let kept = Set(layout.shown)
    Announcement(
      of: table,
      rows: rows.count,
      hiding: table.columns.indices.filter { !kept.contains($0) },
      style: style
    ).write(to: &output)
  }
}

extension TableStyle {
  /// Whether a table of so many shown rows, some of whose columns a box would hide, is written one
  /// value a line.
  ///
  /// It stays a box where it has more values than a page holds, as rows are compared there.
  fileprivate func turns(hiding hidden: Int, of columns: Int, rows: Int) -> Bool {
    switch turning {
    case .never: false
    case .whereAnyIsHidden: hidden > 0
    case .whereMostIsHidden:
      hidden > 0 && (rows == 1 || hidden >= columns - hidden)
        && rows * (columns + 1) <= max(self.rows ?? 0, columns + 1)
    }
  }
}
