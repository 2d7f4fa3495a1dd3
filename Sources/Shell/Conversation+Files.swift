package import Diagnostics
import Rendering
package import Syntax
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Conversation {
  /// Writes a table to a file, in the format of its ending: every row and every digit.
  ///
  /// Throws where no format has the ending, where the file is there already, or cannot be written.
  package mutating func write(_ table: Table, into file: Name) throws(Diagnostics) {
    let ending = file.text.split(separator: ".", omittingEmptySubsequences: false).last
    guard let format = TableFormatCatalog.format(ending: ending.map(String.init) ?? "") else {
      throw refusal(
        .unknownName,
        file,
        "no format has the ending of \"\(file.text)\"",
        choices: TableFormatCatalog.all.flatMap(\.card.endings).map { ".\($0)" }
      )
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = unsafe open(resolved(file.text), flags, 0o600)
    guard descriptor >= 0, let stream = unsafe fdopen(descriptor, "w") else {
      let reason = errno == EEXIST ? "it is there already" : "it cannot be made"
      throw refusal(.unwritableFile, file, "\"\(file.text)\" cannot be written: \(reason)")
    }
    var output = Stream(sink: { text in _ = unsafe fputs(text, stream) })
    format.write(table, style: TableStyle(monitor: surroundings.monitor), to: &output)
    guard unsafe fclose(stream) == 0 else {
      throw refusal(.unwritableFile, file, "\"\(file.text)\" cannot be written in full")
    }
    let rows = Tally.text(table.rowCount, table.rowNoun)
    surroundings.messages("  \(Escaping.visible(file.text)): \(rows)\n")
  }

  private func refusal(
    _ code: DiagnosticCode,
    _ file: Name,
    _ message: String,
    choices: [String] = []
  ) -> Diagnostics {
    Diagnostics([
      Diagnostic(code, message, at: source.place(of: file.range), choices: choices)
    ])
  }
}
