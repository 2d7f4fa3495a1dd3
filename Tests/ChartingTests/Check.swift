import Charting
import Testing
import Values

/// Handles by position.
struct Labels: PersonLabels {
  let handles: [String]

  func handle(of person: UInt32) -> String { handles[Int(person)] }
}

/// Tables to draw.
enum Drawn {
  /// People by name, with numbers.
  static func people(
    _ handles: [String],
    _ columns: Column...,
    noun: String = "people"
  ) -> Table {
    let labels = Labels(handles: handles)
    let person = Column("person", cells: .people(Array(0..<UInt32(handles.count)), labels))
    return Table([person] + columns, rowNoun: noun)
  }

  /// A column of numbers.
  static func numbers(
    _ name: String,
    _ numbers: [Double],
    unit: Unit = .count(of: "people"),
    missing: String? = nil
  ) -> Column {
    Column(name, unit: unit, cells: .numbers(numbers), missingReason: missing)
  }

  /// Few people with ties, a missing value, and a negative one.
  static let few = people(
    ["bella", "otto_old", "runa", "Ann Lee", "cy", "dee"],
    numbers("followers", [960, 380, 224, 224, 7, 0]),
    numbers("change", [-12.5, 40, 3.25, .nan, 0, -30], unit: .points, missing: "not there before")
  )

  /// Names that would do harm, or are wide.
  static let hostile = people(
    ["</text><script>", "\u{202E}moc", "bob\u{1B}[2J", "田中さん", "a&b\"'", "x\u{FFFE}y\u{0}"],
    numbers("<b>&\u{202E}", [5, 4, 3, 2, 1, 0.5], unit: .plain),
    numbers("]]>", [1, 5, 2, 4, 3, 6], unit: .share)
  )

  /// Shares of two people over the months of half a year; one month is not there.
  static let months = Table(
    [
      Column(
        "month",
        cells: .texts([
          "2025-11", "2025-11", "2025-12", "2025-12", "2026-01", "2026-03", "2026-03",
          "2026-04", "2026-04",
        ])
      ),
      Column(
        "person",
        cells: .people([0, 1, 0, 1, 0, 0, 1, 0, 1], Labels(handles: ["asha", "bella"]))
      ),
      numbers("shares received", [83, 21, 42, 55, 38, 52, 34, 65, 66], unit: .count(of: "shares")),
    ],
    rowNoun: "rows"
  )

  /// How far measures agree.
  static let pairs = Table(
    [
      Column("measure", cells: .texts(["followers", "followers", "pagerank"])),
      Column("other measure", cells: .texts(["pagerank", "trust received", "trust received"])),
      numbers("n", [2001, 1979, 1979]),
      numbers("spearman", [0.9149, -0.2749, .nan], unit: .plain, missing: "all are the same"),
    ],
    rowNoun: "pairs"
  )
}

/// The chart of a table, or why there is none.
func chart(_ kind: String, _ table: Table, asked: [String] = []) throws -> Chart {
  let kind = try #require(ChartKindCatalog.kind(named: kind))
  return try kind.chart(of: ChartSource(table, asked: asked))
}

/// The bars of a chart of bars.
func bars(_ chart: Chart) throws -> Bars {
  guard case .bars(let bars) = chart.drawing else { throw WrongShape() }
  return bars
}

/// The plane of a chart of points or lines.
func plane(_ chart: Chart) throws -> Plane {
  guard case .plane(let plane) = chart.drawing else { throw WrongShape() }
  return plane
}

/// The orders of a chart of places.
func slope(_ chart: Chart) throws -> SlopeLines {
  guard case .slope(let slope) = chart.drawing else { throw WrongShape() }
  return slope
}

/// The fields of a chart of pairs.
func matrix(_ chart: Chart) throws -> Matrix {
  guard case .matrix(let matrix) = chart.drawing else { throw WrongShape() }
  return matrix
}

/// A chart is drawn in another shape.
struct WrongShape: Error {}
