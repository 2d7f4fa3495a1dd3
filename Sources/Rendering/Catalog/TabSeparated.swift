package import Values

/// Tab-separated values: one header line, raw numbers, nothing for what is missing.
package struct TabSeparated: TableFormat {
  package let card = FormatCard(name: "tsv", summary: "tab-separated values", endings: ["tsv"])

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    output.write(table.columns.map(\.name).joined(separator: "\t") + "\n")
  }
}
