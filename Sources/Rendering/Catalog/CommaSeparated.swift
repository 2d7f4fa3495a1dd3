package import Values

/// Comma-separated values as in RFC 4180, with line feeds between the lines: quotes only where they
/// are needed, nothing for what is missing, `""` for an empty text.
///
/// A text that begins with `=`, `+`, `-` or `@` is left as it is: it is data, and what a
/// spreadsheet makes of it is settled when it is opened.
package struct CommaSeparated: TableFormat {
  package let card = FormatCard(
    name: "csv",
    summary: "comma-separated values",
    endings: ["csv"],
    holdsOneTable: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    guard !table.columns.isEmpty else { return }
    let spelling = Spelling(isAlone: table.columns.count == 1)
    var header = RowBuffer()
    for (index, column) in table.columns.enumerated() {
      if index > 0 { header.append(UInt8(ascii: ",")) }
      spelling.append(text: column.name, to: &header)
    }
    header.flush(to: &output)
    let template = RowTemplate(
      spelling: spelling,
      leads: table.columns.indices.map { $0 == 0 ? "" : "," },
      ending: "\n"
    )
    template.write(table, opening: "\n", monitor: style.monitor, to: &output)
  }

  private struct Spelling: CellSpelling {
    /// Whether there is one column: its missing cells would be empty lines, which readers skip.
    let isAlone: Bool

    func append(text: String, to buffer: inout RowBuffer) {
      guard Self.needsQuotes(text) else { return buffer.append(text) }
      buffer.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
      buffer.append(UInt8(ascii: "\""))
    }

    func appendMissing(to buffer: inout RowBuffer) {
      if isAlone { buffer.append("\"\"") }
    }

    private static func needsQuotes(_ text: String) -> Bool {
      guard !text.isEmpty else { return true }
      return text.utf8.contains { byte in
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
      }
    }
  }
}
