package import Values

/// A JSON object a line: what can be read while it is still being written.
package struct JSONLines: TableFormat {
  package let card = FormatCard(
    name: "jsonl",
    summary: "an object a line",
    endings: ["jsonl", "ndjson"]
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    JSONText.rows(of: table, ending: "}\n", separator: "")
      .write(table, opening: "", monitor: style.monitor, to: &output)
  }
}
