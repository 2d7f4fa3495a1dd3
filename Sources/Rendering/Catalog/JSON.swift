package import Values

/// One JSON array of objects, a row a line; `null` for what is missing.
package struct JSON: TableFormat {
  package let card = FormatCard(
    name: "json",
    summary: "one array of objects",
    endings: ["json"],
    holdsOneTable: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    JSONText.rows(of: table, ending: "}", separator: ",\n ")
      .write(table, opening: "[", closing: "]\n", monitor: style.monitor, to: &output)
  }
}
