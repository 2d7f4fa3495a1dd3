import Answering
import Charting
package import Diagnostics
import Rendering
package import Syntax
package import Values

extension Conversation {
  /// What a file is going to hold.
  enum FileContents {
    case table(Table, any TableFormat)
    case chart(Chart, Answer)
    /// A page with both.
    case page(Chart, Answer)
  }

  /// What goes to a file whose ending says how: a table, every row and every digit, or a chart.
  ///
  /// Throws where nothing has the ending, or no chart was asked for.
  func contents(of file: TableStages.File) throws(Diagnostics) -> (Name, FileContents) {
    let ending = FilePath.ending(of: file.name.text)
    if ending == "html", let kind = file.chart {
      let drawn = try chart(kind, of: file.answer, asked: file.asked, askedAt: file.name.range)
      return (file.name, .page(drawn, file.answer))
    }
    guard ending == ChartSVG.ending else {
      return (file.name, .table(file.answer.table, try tableFormat(of: file.name)))
    }
    guard let kind = file.chart else {
      throw wrongEnding(
        file.name,
        "a file that ends in .svg holds a chart, and none was asked for",
        choices: ChartKindCatalog.all.map { "as \($0.name)" }
      )
    }
    let range = file.name.range
    return (
      file.name,
      .chart(try chart(kind, of: file.answer, asked: file.asked, askedAt: range), file.answer)
    )
  }

  /// Writes a table to a file, in the format of its ending: every row and every digit.
  ///
  /// Throws where no format has the ending, or the file cannot be written or may not be replaced.
  package mutating func write(_ table: Table, into file: Name) throws(Diagnostics) {
    try write(file, .table(table, try tableFormat(of: file)))
  }

  /// Writes a file.
  ///
  /// Throws where it cannot be written or may not be replaced.
  mutating func write(_ file: Name, _ contents: FileContents) throws(Diagnostics) {
    let monitor = surroundings.monitor
    let stamp = try writeFile(file) { output throws(Diagnostics) in
      switch contents {
      case .table(let table, let format):
        format.write(table, style: TableStyle(monitor: monitor), to: &output)
      case .chart(let chart, let answer):
        output.write(ChartSVG.page(of: chart, asked: answer.reading))
      case .page(let chart, let answer):
        var page = ReportPage(title: chart.title, style: ChartSVG.style)
        page.begin(answer.reading, prose: [])
        page.add(answer, drawnAs: chart)
        output.write(page.text)
      }
    }
    session.writtenFiles.insert(stamp)
    switch contents {
    case .table(let table, _): tell(file, [Tally.text(table.rowCount, table.rowNoun)])
    case .chart(let chart, _), .page(let chart, _):
      tell(file, ["a chart of \(chart.title)"] + chart.notes)
    }
  }

  /// Writes a file that the statement at hand names; what is wrong is said where it names it.
  func writeFile(
    _ file: Name,
    contents: (inout OutputFile) throws(Diagnostics) -> Void
  ) throws(Diagnostics) -> FileStamp {
    do throws(Diagnostics) {
      return try OutputFile.write(
        to: resolved(file.text),
        shownAs: file.text,
        replacing: session.replacement,
        watchedBy: surroundings.monitor,
        contents: contents
      )
    } catch {
      throw error.placed(at: source.place(of: file.range))
    }
  }

  /// Says what became of a file.
  mutating func tell(_ file: Name, _ parts: [String]) {
    surroundings.workIsOver()
    let text = "\(file.text): " + parts.joined(separator: " · ")
    reportPage?.add(notes: [text])
    say(text)
  }

  /// Says a sentence, whoever wrote the names in it.
  func say(_ text: String) {
    var page = self.page
    page.add(paragraph: Escaping.visible(text), hanging: 2)
    write(page)
  }

  /// The format that the ending of a file chooses; throws where none has it.
  func tableFormat(of file: Name) throws(Diagnostics) -> any TableFormat {
    let ending = FilePath.ending(of: file.text)
    if let ending, let format = TableFormatCatalog.format(ending: ending) { return format }
    if let ending, SaveCommand.endings.contains(ending) {
      throw wrongEnding(
        file,
        "`into` writes a table, a file that ends in .\(ending) is written by `save`",
        fix: "save \(Quoted.text(file.text))"
      )
    }
    throw wrongEnding(
      file,
      "no format has the ending of \"\(file.text)\"",
      choices: (TableFormatCatalog.all.flatMap(\.card.endings) + [ChartSVG.ending]).map { ".\($0)" }
    )
  }

  /// What is said of a file that the statement at hand does not read or write; a fix takes the
  /// place of the whole statement.
  func wrongEnding(
    _ file: Name,
    _ message: String,
    fix: String? = nil,
    choices: [String] = []
  ) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        .wrongEnding,
        message,
        at: source.place(of: file.range),
        fix: fix.map { Diagnostic.Fix(range: range, replacement: $0) },
        choices: choices
      )
    ])
  }
}
