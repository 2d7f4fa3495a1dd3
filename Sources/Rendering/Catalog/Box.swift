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
    let glyphs = style.drawsLines ? BoxGlyphs.lines : .ascii
    let (rows, gap) = Self.rows(of: table, limit: style.rows)
    var columns: [ScreenColumn] = []
    for column in table.columns {
      if style.monitor.isCancelled() { return }
      columns.append(ScreenColumn(column, rows: rows, glyphs: glyphs))
    }
    let layout = BoxLayout(of: columns, terminal: style.width)
    let drawing = BoxDrawing(
      columns: layout.shown.map { columns[$0] },
      widths: layout.widths,
      gap: gap,
      glyphs: glyphs
    )
    guard drawing.write(rows: rows.count, monitor: style.monitor, to: &output) else { return }

    for announcement in Self.announcements(
      of: table,
      rows: rows.count,
      columns: layout.shown
    ) {
      for line in Paragraph.wrap(announcement, width: max(20, style.width), indent: 2, hanging: 4) {
        output.write(line + "\n")
      }
    }
  }

  /// The rows to show, and before which of them others are left out.
  static func rows(of table: Table, limit: Int?) -> (rows: [Int], gap: Int?) {
    let all = 0..<table.rowCount
    guard let limit, all.count > max(1, limit) else { return (Array(all), nil) }
    let last = limit > 1 ? (limit + 2) / 4 : 0
    let first = max(1, limit) - last
    return (Array(all.prefix(first)) + all.suffix(max(1, limit) - first), first)
  }

  /// What is not shown of a table of which so many rows and columns are.
  private static func announcements(of table: Table, rows: Int, columns: [Int]) -> [String] {
    var announcements: [String] = []
    if rows < table.rowCount {
      announcements.append(
        "\(Tally.text(table.rowCount, table.rowNoun)), \(Tally.digits(rows)) shown"
      )
    }
    let hidden = table.columns.indices.filter { !columns.contains($0) }
      .map { Escaping.visible(table.columns[$0].name) }
    if !hidden.isEmpty {
      let names = hidden.joined(separator: ", ")
      announcements.append("hidden: \(names) (narrow terminal; `set format tsv` shows all)")
    }
    return announcements
  }
}
