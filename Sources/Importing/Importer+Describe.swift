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
      notes: (odd > 0 ? ["\(misfits) the \(width) columns"] : []) + scanner.notes
    )
  }
}
