package import Values

/// Tab-separated values: one header line, raw numbers, nothing for what is missing.
///
/// Tab, line feed, carriage return and backslash inside a text are `\t`, `\n`, `\r` and `\\`; other
/// control characters are `\u{1B}`. So a line is always a row.
package struct TabSeparated: TableFormat {
  package let card = FormatCard(
    name: "tsv",
    summary: "tab-separated values",
    endings: ["tsv"],
    holdsOneTable: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    guard !table.columns.isEmpty else { return }
    let header = table.columns.map { Escaping.line($0.name) }.joined(separator: "\t")
    let template = RowTemplate(
      spelling: Spelling(),
      leads: table.columns.indices.map { $0 == 0 ? "" : "\t" },
      ending: "\n"
    )
    template.write(table, opening: header + "\n", monitor: style.monitor, to: &output)
  }

  private struct Spelling: CellSpelling {
    func append(text: String, to buffer: inout RowBuffer) {
      buffer.append(Escaping.line(text))
    }
  }
}
