package import Diagnostics
package import Values

/// A page of HTML in the making: what a script asked, and what came of it, in order.
///
/// The page needs nothing else: no script, no font, no picture from elsewhere.
package struct ReportPage: Sendable {
  /// The most rows of a table; a gap in the middle stands for the others.
  private static let mostRows = 100
  /// The most rows of a table below the chart that shows it.
  private static let mostRowsBelowChart = 12

  private let title: String
  private let style: String
  private var body = ""
  private var isInStatement = false
  /// How many statements there are.
  private var statements = 0
  /// How many of them failed.
  private var failures = 0
  /// How many charts there are.
  package private(set) var figures = 0

  /// An empty page; `style` is added to its own.
  package init(title: String, style: String = "") {
    (self.title, self.style) = (title, style)
  }

  /// Begins a statement, behind what the script's author says about it.
  package mutating func begin(_ statement: String, prose: [String]) {
    end()
    for paragraph in prose { add("p", paragraph) }
    statements += 1
    body += "<section>\n"
    isInStatement = true
    add("h2", statement)
  }

  /// Adds how a question was read, and the defaults that shaped its answer.
  package mutating func add(reading: String, defaults: [String]) {
    let ending = defaults.isEmpty ? "" : " -- \(defaults.joined(separator: "; "))"
    add("p class=\"reading\"", reading + ending)
  }

  /// Adds a table, under a caption where it has one; a shorter piece of it below a chart.
  ///
  /// Says how many rows there are where some are left out.
  package mutating func add(_ table: Table, caption: String? = nil, isBelowChart: Bool = false) {
    guard !table.columns.isEmpty else { return }
    let limit = isBelowChart ? Self.mostRowsBelowChart : Self.mostRows
    let (rows, gap) = TableStyle(rows: limit).shownRows(of: table.rowCount)
    let columns = table.columns.map { ScreenColumn($0, rows: rows, style: TableStyle()) }
    body += "<div class=\"table\"><table>\n"
    if let caption { add("caption", caption) }
    body += "<thead><tr>" + columns.map { cell("th scope=\"col\"", $0, $0.header) }.joined()
    body += "</tr></thead>\n<tbody>\n"
    for row in rows.indices {
      if row == gap {
        body += "<tr>" + columns.map { cell("td", $0, "⋮") }.joined() + "</tr>\n"
      }
      body += "<tr>" + columns.map { cell("td", $0, $0.cells[row]) }.joined() + "</tr>\n"
    }
    body += "</tbody>\n</table></div>\n"
    guard rows.count < table.rowCount else { return }
    let count = Tally.text(table.rowCount, table.rowNoun)
    add("p class=\"note\"", "\(count), \(Tally.digits(rows.count)) shown")
  }

  /// Whether a table is added as a piece, with a note on how many rows there are.
  package static func isCut(_ table: Table, isBelowChart: Bool) -> Bool {
    table.rowCount > (isBelowChart ? mostRowsBelowChart : mostRows)
  }

  /// Adds a drawing: an element that is markup already.
  package mutating func add(figure markup: String) {
    figures += 1
    body += "<figure>\n\(markup)</figure>\n"
  }

  /// Adds a sentence on what the tables show.
  package mutating func add(finding: String) { add("p class=\"finding\"", finding) }

  /// Adds what is to be known about an answer.
  package mutating func add(notes: [String]) {
    guard !notes.isEmpty else { return }
    add("p class=\"note\"", notes.joined(separator: " · "))
  }

  /// Adds lines that a statement wrote, as they are.
  package mutating func add(lines: String) { add("pre", lines.trimmingLineFeeds) }

  /// Adds what went wrong.
  package mutating func add(_ diagnostics: Diagnostics) {
    failures += 1
    add("pre class=\"error\"", DiagnosticText.render(diagnostics, fixCommand: false, width: 100))
  }

  private mutating func end() {
    if isInStatement { body += "</section>\n" }
    isInStatement = false
  }

  /// Adds an element that holds a text.
  private mutating func add(_ tag: String, _ text: String) {
    let name = tag.prefix { $0 != " " }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let escaped = lines.map { Markup.escaped(String($0)) }.joined(separator: "\n")
    body += "<\(tag)>\(escaped)</\(name)>\n"
  }

  private func cell(_ tag: String, _ column: ScreenColumn, _ text: String) -> String {
    let name = tag.prefix { $0 != " " }
    let attribute = column.isNumeric ? " class=\"number\"" : ""
    return "<\(tag)\(attribute)>\(Markup.escaped(text))</\(name)>"
  }

  /// The whole page.
  package var text: String {
    var page = self
    page.end()
    let title = Markup.escaped(self.title)
    var summary = Tally.text(statements, "statements")
    if failures > 0 { summary += " · \(Tally.text(failures, "errors"))" }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(ReportStyle.text)
      \(style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p class="note\(failures > 0 ? " failed" : "")">\(summary)</p>
      \(page.body)</main>
      </body>
      </html>

      """
  }
}

extension String {
  /// The text without line feeds at its ends.
  fileprivate var trimmingLineFeeds: String {
    let behind = drop { $0 == "\n" }
    return String(behind.reversed().drop { $0 == "\n" }.reversed())
  }
}
