/// What a file holds, as far as its beginning shows: the answer to `describe "FILE"`.
package struct FileDescription: Sendable, Hashable {
  /// One column.
  package struct ColumnSketch: Sendable, Hashable {
    /// Its number, from 1.
    package let number: Int
    /// Its name; its number where the file does not name its columns.
    package let name: String
    /// The kind of its values: "number", "text", "date", "yes/no"; "" where all are missing.
    package let kind: String
    /// The first different values, at most five.
    package let samples: [String]
    /// How many different values there are in the rows that were read.
    package let distinct: Int
    /// Whether `distinct` is an estimate, good to a few percent.
    package let isEstimate: Bool
    /// How many rows have no value.
    package let missing: Int
    /// The least and the greatest number; nil where there are none.
    package let bounds: ClosedRange<Double>?
  }

  /// The file as it was named.
  package let file: String
  /// What separates columns: "comma", "tab".
  package let separator: String
  /// Whether the first row names the columns.
  package let hasHeader: Bool
  /// The columns, left to right.
  package let columns: [ColumnSketch]
  /// How many rows were read, the header not counted.
  package let rows: Int
  /// Whether the file has more rows than were read.
  package let isPartial: Bool
  /// Complete `load` lines for what the file most likely holds, likeliest first.
  package let proposals: [String]
  /// What else is worth knowing: comments, bytes that are not UTF-8, rows that do not fit.
  package let notes: [String]
}
