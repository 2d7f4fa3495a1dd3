package import Values

/// A table in Markdown, as GitHub reads it: every row and every digit, numbers to the right.
///
/// Handles have no `@`, which would call the people it names.
package struct Markdown: TableFormat {
  package let card = FormatCard(
    name: "markdown",
    summary: "a table in Markdown",
    endings: ["md"],
    needsGap: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    guard !table.columns.isEmpty else { return }
    let names = table.columns.map { Spelling.escaped($0.name) }.joined(separator: " | ")
    let rules = table.columns.map { $0.cells.areNumeric ? "---:" : "---" }
    let template = RowTemplate(
      spelling: Spelling(),
      leads: table.columns.indices.map { $0 == 0 ? "| " : " | " },
      ending: " |\n"
    )
    template.write(
      table,
      opening: "| \(names) |\n| \(rules.joined(separator: " | ")) |\n",
      monitor: style.monitor,
      to: &output
    )
  }

  private struct Spelling: CellSpelling {
    func append(text: String, to buffer: inout RowBuffer) {
      buffer.append(Self.escaped(text))
    }

    /// The text with a backslash before what Markdown would read as more than text.
    ///
    /// An underscore inside a word is one to Markdown too.
    static func escaped(_ text: String) -> String {
      let scalars = Array(Escaping.visible(text).unicodeScalars)
      var escaped = String.UnicodeScalarView()
      for (index, scalar) in scalars.enumerated() {
        switch scalar {
        case "|", "\\", "`", "*", "[", "]", "<", ">", "&", "~", "$": escaped.append("\\")
        case "_":
          let isInside =
            index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic
            && scalars[index + 1].properties.isAlphabetic
          if !isInside { escaped.append("\\") }
        default: break
        }
        escaped.append(scalar)
      }
      return String(escaped)
    }
  }
}
