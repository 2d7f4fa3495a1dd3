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
      notes: ColumnSketching.notes(on: sketches)
        + (odd > 0 ? ["\(misfits) the \(width) columns"] : [])
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

/// Gathers what the cells of one column have in common.
private struct ColumnSketching {
  /// How many different values are counted one by one before they are estimated.
  private static let exactly = 20_000

  private var counts: [CellKind: Int] = [:]
  private var samples: [String] = []
  private var missing = 0
  private var seen: Set<UInt64> = []
  /// The part of all hashes that is kept: those below 2^(64 - `thinning`).
  private var thinning: UInt64 = 0
  private var least = Double.infinity
  private var greatest = -Double.infinity

  /// Takes the cell of one more row.
  ///
  /// Values are told apart by a hash of their bytes. Where there are many, half of the hashes are
  /// forgotten, again and again, and what is left stands for the rest.
  mutating func take(_ cell: String) {
    guard let kind = CellKind(cell) else {
      missing += 1
      return
    }
    counts[kind, default: 0] += 1
    if kind == .number, let number = CellKind.number(cell) {
      least = min(least, number)
      greatest = max(greatest, number)
    }
    if samples.count < 5, !samples.contains(cell) { samples.append(cell) }
    let hash = ColumnSketching.hash(cell)
    guard hash.leadingZeroBitCount >= thinning else { return }
    seen.insert(hash)
    if seen.count > ColumnSketching.exactly {
      thinning += 1
      seen = seen.filter { $0.leadingZeroBitCount >= thinning }
    }
  }

  /// The kind of the column: that of all its cells, else text; nil of none.
  var kind: CellKind? { counts.count == 1 ? counts.keys.first : counts.isEmpty ? nil : .text }

  /// That numbers of different values are estimated, where they are.
  static func notes(on columns: [FileDescription.ColumnSketch]) -> [String] {
    let estimated = columns.filter(\.isEstimate).map(\.name)
    return estimated.isEmpty
      ? [] : ["distinct is an estimate, within a few percent: \(estimated.joined(separator: ", "))"]
  }

  /// What was gathered.
  func sketch(number: Int, name: String) -> FileDescription.ColumnSketch {
    FileDescription.ColumnSketch(
      number: number,
      name: name,
      kind: kind?.rawValue ?? "",
      samples: samples,
      distinct: min(seen.count << Int(thinning), counts.values.reduce(0, +)),
      isEstimate: thinning > 0,
      missing: missing,
      bounds: least <= greatest ? least...greatest : nil
    )
  }

  /// A 64-bit FNV-1a hash, mixed so that its leading bits may be counted; the same on every run.
  private static func hash(_ cell: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in cell.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}

extension Importer {
  /// A column of a file, as brackets of `load` name it.
  package struct ColumnName: Sendable, Hashable {
    /// Its name; its number where the file does not name its columns.
    package let name: String
    /// Whether that is its number.
    package let isNumber: Bool
    /// The first value in it.
    package let sample: String
  }

  /// The columns of a file, left to right; none of what is no table, or cannot be read.
  ///
  /// Reads the beginning of the file. Complexity: O(1).
  package static func columnNames(ofFileAt path: String) -> [ColumnName] {
    do throws(ImportError) {
      var scanner = try RowScanner(path: path, watch: WorkWatch(.unwatched, reading: path))
      let look = try FirstLook(&scanner, separator: nil)
      let hasHeader = LoadProposal.things.contains { LoadPlan($0).isHeader(look.rows, named: []) }
      let header = hasHeader ? look.rows.first ?? [] : []
      let first = look.rows.dropFirst(hasHeader ? 1 : 0).first ?? []
      return (0..<max(look.columnCount, header.count)).map { index in
        let isNamed = index < header.count && !header[index].isEmpty
        return ColumnName(
          name: isNamed ? header[index] : "\(index + 1)",
          isNumber: !isNamed,
          sample: index < first.count ? first[index].shortened : ""
        )
      }
    } catch {
      return []
    }
  }

  /// Our words that the brackets of a `load` line may hold, those without which nothing is loaded first.
  package static func bracketWords(for thing: LoadRequest.Thing) -> [String] {
    let kinds = thing.translatesKinds ? LoadRequest.Thing.kinds(of: thing) : []
    return thing.cards.flatMap(\.words) + kinds + LoadPlan.Options.words
  }
}

extension LoadRequest.Thing {
  /// The kinds of events that brackets can translate.
  fileprivate static func kinds(of thing: LoadRequest.Thing) -> [String] {
    thing == .interactions ? interactionKinds : actionKinds
  }
}
