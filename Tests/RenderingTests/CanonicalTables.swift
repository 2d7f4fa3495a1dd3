import Rendering
import Values

/// Handles by position.
struct Labels: PersonLabels {
  let handles: [String]

  func handle(of person: UInt32) -> String { handles[Int(person)] }
}

/// The three tables every format is shown with.
enum CanonicalTables {
  /// No rows.
  static let empty = Table([
    Column("rank", cells: .ranks([])),
    Column("person", cells: .people([], Labels(handles: []))),
    Column("followers", unit: .count(of: "people"), cells: .numbers([]), ranks: true),
  ])

  /// Every kind and unit, with missing cells and a shared rank.
  static let mixed = Table([
    Column(
      "rank",
      cells: .ranks([
        Rank(1, isShared: false), Rank(2, isShared: true), Rank(2, isShared: true),
        Rank(4, isShared: false),
      ])
    ),
    Column("person", cells: .people([2, 0, 3, 1], Labels(handles: ["ann", "bob", "cal", "dee"]))),
    Column(
      "audience overlap",
      unit: .share,
      cells: .numbers([0.929, 0.5, 0.5, .nan]),
      ranks: true,
      missingReason: "no audience"
    ),
    Column(
      "expected",
      unit: .amount(of: "people"),
      cells: .numbers([12.345678901234567, 3, 0, .nan]),
      missingReason: "no audience"
    ),
    Column("shared", unit: .count(of: "people"), cells: .numbers([13, 1200, 0, 7])),
    Column("lift", unit: .ratio, cells: .numbers([2.01152074, 1, .nan, 0.1])),
    Column("trust", unit: .score, cells: .numbers([0.1, -0.25, 1, .nan])),
    Column("index", unit: .index, cells: .numbers([100, 250.04, 0, 99.95])),
    Column("pagerank", cells: .numbers([0.350877, 0.001, 0.0123456, .nan])),
    Column("customer", cells: .flags([true, false, nil, true])),
    Column("city", cells: .texts(["Utrecht", nil, "", "São Paulo"])),
    Column(
      "joined",
      cells: .instants([
        Instant(year: 2026, month: 1, day: 31), nil,
        Instant(year: 2025, month: 12, day: 1, secondsOfDay: 50_709, microseconds: 250_000),
        Instant(year: 1999, month: 2, day: 28),
      ])
    ),
  ])

  /// Names that are wide, in other scripts, or written to do harm.
  static let hostile = Table([
    Column(
      "person",
      cells: .people(
        [0, 1, 2, 3, 4, 5, 6],
        Labels(handles: [
          "田中", "Ann Lee", "e\u{301}lan", "\u{202E}moc.live", "bob\u{1B}[2J", "say \"hi\"", "a_b",
        ])
      )
    ),
    Column(
      "motto, and more",
      cells: .texts([
        "日本語のとても長い文章です。終わりません。", "a,b;c\td", "line\nbreak\r\n", "=1+1|*x*",
        "C:\\new", "\u{2028}\u{7}\u{9B}", "👩‍👩‍👧 <b>",
      ])
    ),
    Column("x", unit: .count(of: "x"), cells: .numbers([1, 22, 333, 4, 5, 6, 7])),
  ])
}

/// What a format makes of a table.
func written(_ table: Table, as format: any TableFormat, style: TableStyle = TableStyle()) -> String
{
  var text = ""
  format.write(table, style: style, to: &text)
  return text
}
