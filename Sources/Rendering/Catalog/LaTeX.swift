package import Values

/// A `tabular` of LaTeX that needs no package: every row and every digit, numbers to the right.
///
/// Letters beyond ASCII are left as they are: LaTeX reads UTF-8, and its fonts decide what shows.
package struct LaTeX: TableFormat {
  package let card = FormatCard(
    name: "latex",
    summary: "a tabular for LaTeX",
    endings: ["tex"],
    needsGap: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    guard !table.columns.isEmpty else { return }
    let alignment = table.columns.map { $0.cells.areNumeric ? "r" : "l" }.joined()
    let names = table.columns.map { Spelling.escaped($0.name) }.joined(separator: " & ")
    let template = RowTemplate(
      spelling: Spelling(),
      leads: table.columns.indices.map { $0 == 0 ? "" : " & " },
      ending: " \\\\\n"
    )
    template.write(
      table,
      opening: "\\begin{tabular}{\(alignment)}\n\\hline\n\(names) \\\\\n\\hline\n",
      closing: "\\hline\n\\end{tabular}\n",
      monitor: style.monitor,
      to: &output
    )
  }

  private struct Spelling: CellSpelling {
    func append(text: String, to buffer: inout RowBuffer) {
      buffer.append(Self.escaped(text))
    }

    /// The text with what LaTeX would read as more than text written out.
    ///
    /// `[` and `*` stand in braces, as at the start of a row they would belong to the end of the
    /// row before it.
    static func escaped(_ text: String) -> String {
      var escaped = ""
      for scalar in Escaping.visible(text).unicodeScalars {
        switch scalar {
        case "&", "%", "$", "#", "_", "{", "}":
          escaped += "\\"
          escaped.unicodeScalars.append(scalar)
        case "\\": escaped += "\\textbackslash{}"
        case "~": escaped += "\\textasciitilde{}"
        case "^": escaped += "\\textasciicircum{}"
        case "<": escaped += "\\textless{}"
        case ">": escaped += "\\textgreater{}"
        case "|": escaped += "\\textbar{}"
        case "[": escaped += "{[}"
        case "*": escaped += "{*}"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }
  }
}
