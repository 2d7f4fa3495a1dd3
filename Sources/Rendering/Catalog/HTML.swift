package import Values

/// A page of HTML that holds one table and needs nothing else: every row and every digit, numbers
/// to the right.
///
/// A page that is cut short lacks its end.
package struct HTML: TableFormat {
  package let card = FormatCard(
    name: "html",
    summary: "a page with one table",
    endings: ["html", "htm"],
    holdsOneTable: true
  )

  /// The format.
  package init() {}

  package func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream) {
    guard !table.columns.isEmpty else { return }
    let attributes = table.columns.map { $0.cells.areNumeric ? " class=\"number\"" : "" }
    let header = zip(table.columns, attributes).map { column, attribute in
      "<th\(attribute)>\(Markup.escaped(column.name))</th>"
    }
    let template = RowTemplate(
      spelling: Spelling(),
      leads: attributes.enumerated().map { index, attribute in
        (index == 0 ? "<tr>" : "</td>") + "<td\(attribute)>"
      },
      ending: "</td></tr>\n"
    )
    template.write(
      table,
      opening: """
        <!doctype html>
        <meta charset="utf-8">
        <title>\(Markup.escaped(table.rowNoun))</title>
        <style>
        th { text-align: left }
        .number { text-align: right }
        </style>
        <table>
        <thead>
        <tr>\(header.joined())</tr>
        </thead>
        <tbody>

        """,
      closing: "</tbody>\n</table>\n",
      monitor: style.monitor,
      to: &output
    )
  }

  private struct Spelling: CellSpelling {
    func append(text: String, to buffer: inout RowBuffer) {
      buffer.append(Markup.escaped(text))
    }
  }
}
