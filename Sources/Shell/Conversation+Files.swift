package import Diagnostics
import Rendering
package import Syntax
package import Values

extension Conversation {
  /// Writes a table to a file, in the format of its ending: every row and every digit.
  ///
  /// Throws where no format has the ending, or the file cannot be written or may not be replaced.
  package mutating func write(_ table: Table, into file: Name) throws(Diagnostics) {
    let format = try tableFormat(of: file)
    let monitor = surroundings.monitor
    let stamp = try writeFile(file) { output throws(Diagnostics) in
      format.write(table, style: TableStyle(monitor: monitor), to: &output)
    }
    session.writtenFiles.insert(stamp)
    tell(file, [Tally.text(table.rowCount, table.rowNoun)])
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
    say("\(file.text): " + parts.joined(separator: " · "))
  }

  /// Says a sentence, whoever wrote the names in it.
  func say(_ text: String) {
    var page = self.page
    page.add(paragraph: Escaping.visible(text), hanging: 2)
    write(page)
  }

  private func tableFormat(of file: Name) throws(Diagnostics) -> any TableFormat {
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
      choices: TableFormatCatalog.all.flatMap(\.card.endings).map { ".\($0)" }
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
