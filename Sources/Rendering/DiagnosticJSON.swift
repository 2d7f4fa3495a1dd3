package import Diagnostics

/// Diagnostics for editors: a JSON object a line, always with the same members.
package enum DiagnosticJSON {
  /// One diagnostic, without a line feed at the end.
  ///
  /// Lines and columns count from 1, columns in characters; `endColumn` is the first column behind
  /// what is marked. The fix names bytes of the statement.
  package static func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    let members: [(name: String, value: String)] = [
      ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
      ("code", JSONText.quoted(diagnostic.code.rawValue)),
      ("message", JSONText.quoted(diagnostic.message)),
      ("file", place.map { JSONText.quoted($0.file) } ?? "null"),
      ("line", place.map { String($0.line) } ?? "null"),
      ("column", place.map { String($0.column) } ?? "null"),
      ("endColumn", place.map { String($0.column + $0.marked.count) } ?? "null"),
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
