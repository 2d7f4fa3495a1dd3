import Values

/// What is said under a table of which not all is shown.
struct Announcement {
  private let lines: [String]

  /// What is not shown of a table: of its rows, and the columns that are hidden.
  init(of table: Table, rows: Int, hiding hidden: [Int] = [], style: TableStyle) {
    var said: [String] = []
    if rows < table.rowCount {
      said.append("\(Tally.text(table.rowCount, table.rowNoun)), \(Tally.digits(rows)) shown")
    }
    if !hidden.isEmpty {
      let names = hidden.map { Escaping.visible(table.columns[$0].name) }
      said.append("hidden: " + names.joined(separator: ", "))
    }
    if let remedy = style.remedy, let last = said.indices.last { said[last] += " (\(remedy))" }
    lines = said.flatMap {
      Paragraph.wrap($0, width: max(20, style.width), indent: 2, hanging: 4)
    }
  }

  /// Writes it, a line feed behind each line.
  func write(to output: inout some TextOutputStream) {
    for line in lines { output.write(line + "\n") }
  }
}
