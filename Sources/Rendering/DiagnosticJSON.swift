package import Diagnostics

/// Diagnostics for editors: a JSON object a line, always with the same members.
package enum DiagnosticJSON {
  /// One diagnostic, without a line feed at the end.
  ///
  /// - `severity` is `error`, `warning` or `note`; `code` is the stable name that `help` explains;
  ///   `message` is one sentence.
  /// - `file` is the path as it was given, or `input` or `-c`; `line` and `column` count from 1,
  ///   columns in characters; `endColumn` is the first column behind what is marked, on that line.
  ///   All four are null where there is no place.
  /// - `fix` is null or an object: the bytes from `start` up to `end` of the text, counted from 0
  ///   and without a byte order mark, become `text`.
  /// - `choices` are texts that could stand there, best first; `notes` are further sentences.
  package static func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    let members: [(name: String, value: String)] = [
      ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
      ("code", JSONText.quoted(diagnostic.code.rawValue)),
      ("message", JSONText.quoted(diagnostic.message)),
      ("file", place.map { JSONText.quoted($0.file) } ?? "null"),
      ("line", place.map { String($0.line) } ?? "null"),
      ("column", place.map { String($0.column) } ?? "null"),
      ("endColumn", place.map { String($0.endColumn) } ?? "null"),
      ("fix", diagnostic.fix.map(text(of:)) ?? "null"),
      ("choices", JSONText.array(diagnostic.choices)),
      ("notes", JSONText.array(diagnostic.notes)),
    ]
    return "{\(members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}"
  }

  private static func text(of fix: Diagnostic.Fix) -> String {
    let (start, end) = (fix.range.lowerBound, fix.range.upperBound)
    return #"{"start":\#(start),"end":\#(end),"text":\#(JSONText.quoted(fix.replacement))}"#
  }
}
