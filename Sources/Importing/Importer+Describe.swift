package import Diagnostics
import Values

extension Importer {
  /// The most rows a description reads.
  private static let mostRows = 200_000

  /// What a file holds, and the `load` lines that would load it.
  ///
  /// Reads 200,000 rows at most.
  ///
  /// Throws what stands in the way of reading it as a table.
  package static func describe(
    path: String,
    shownPath: String? = nil
  ) throws(Diagnostics) -> FileDescription {
    let shown = shownPath ?? path
    do throws(ImportError) {
      return try description(path: path, shown: shown)
    } catch {
      throw error.diagnostics(file: shown)
    }
  }

  private static func description(
    path: String,
    shown: String
  ) throws(ImportError) -> FileDescription {
    var scanner = try RowScanner(path: path, watch: WorkWatch(.unwatched, reading: shown))
    let look = try FirstLook(&scanner, separator: nil)
    var dialect = look.dialect
    dialect.hasHeader = LoadProposal.things.contains {
      LoadPlan($0).isHeader(look.rows, named: [])
    }
    let header = dialect.hasHeader ? look.rows.first ?? [] : []
    let width = max(look.columnCount, header.count)
    scanner.restart(at: look.start, in: dialect)
    scanner.expectedColumns = width
    if dialect.hasHeader { _ = try scanner.advance() }
    var columns = Array(repeating: ColumnSketching(), count: width)
    var rows = 0
    var odd = 0
    var isPartial = false
    while try scanner.advance() {
      guard rows < mostRows else {
        isPartial = true
        break
      }
      rows += 1
      if scanner.trouble != nil { odd += 1 }
      for index in columns.indices { columns[index].take(scanner.text(index + 1)) }
    }
    let sketches = columns.enumerated().map { index, column in
      column.sketch(number: index + 1, name: index < header.count ? header[index] : "\(index + 1)")
    }
    let misfits = odd == 1 ? "1 row does not fit" : "\(odd) rows do not fit"
    return FileDescription(
      file: shown,
      separator: dialect.separator.description,
      hasHeader: dialect.hasHeader,
      columns: sketches,
      rows: rows,
      isPartial: isPartial,
      proposals: LoadProposal.lines(
        for: sketches,
        rows: rows,
        hasHeader: dialect.hasHeader,
        file: shown
      ),
      notes: (odd > 0 ? ["\(misfits) the \(width) columns"] : [])
        + LoadReport.notes(scanner.latin1, commentLines: scanner.commentLines)
    )
  }
}

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
