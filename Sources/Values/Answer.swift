/// What a question answers with: how it was read, the table, and what to know about it.
package struct Answer: Sendable {
  /// The question in its canonical form; asking it again gives the same table.
  package let reading: String
  /// The defaults that shaped the numbers, in the order they matter; shown behind `--`.
  package let defaults: [String]
  /// The rows.
  package let table: Table
  /// One line each, below the table: ties, what was missing and why, what emptied it.
  package let remarks: [String]

  /// An answer to one question.
  package init(reading: String, defaults: [String] = [], table: Table, remarks: [String] = []) {
    self.reading = reading
    self.defaults = defaults
    self.table = table
    self.remarks = remarks
  }

  /// The reading line: the canonical question, then `--` and the defaults.
  package var readingLine: String {
    defaults.isEmpty ? reading : "\(reading)  -- \(defaults.joined(separator: "; "))"
  }
}
