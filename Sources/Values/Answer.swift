/// What a question answers with: how it was read, the table, and what to know about it.
package struct Answer: Sendable {
  /// A further table, which is about the first.
  package struct Part: Sendable {
    /// What table verbs call it: `agreement`, `differences`.
    package let name: String
    /// What it shows, in one line above it.
    package let caption: String
    /// The rows.
    package let table: Table

    /// A table under a name and a caption.
    package init(_ name: String, _ caption: String, _ table: Table) {
      self.name = name
      self.caption = caption
      self.table = table
    }
  }

  /// The question in its canonical form; asking it again gives the same table.
  package var reading: String
  /// The defaults that shaped the numbers, in the order they matter; shown behind `--`.
  package var defaults: [String]
  /// The rows: what table verbs, files and the next question go on with.
  package var table: Table
  /// What there is besides the table, in the order it is shown.
  package var parts: [Part]
  /// What the tables show, in words, a sentence each.
  package var findings: [String]
  /// One line each, below the table: ties, what was missing and why, what emptied it.
  package var remarks: [String]

  /// An answer to one question.
  package init(
    reading: String,
    defaults: [String] = [],
    table: Table,
    parts: [Part] = [],
    findings: [String] = [],
    remarks: [String] = []
  ) {
    self.reading = reading
    self.defaults = defaults
    self.table = table
    self.parts = parts
    self.findings = findings
    self.remarks = remarks
  }

  /// The reading line: the canonical question, then `--` and the defaults.
  package var readingLine: String {
    defaults.isEmpty ? reading : "\(reading)  -- \(defaults.joined(separator: "; "))"
  }
}
