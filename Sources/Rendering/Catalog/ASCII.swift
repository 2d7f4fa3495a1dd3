package import Values

/// A table drawn with characters that every terminal has and every mail keeps.
package struct ASCII: TableFormat {
  package let card = FormatCard(
    name: "ascii",
    summary: "a table drawn with plain characters",
    endings: [],
    isForScreens: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    var plain = style
    plain.drawsLines = false
    Box().write(table, style: plain, to: &output)
  }
}
