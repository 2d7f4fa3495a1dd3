import Rendering
import Synchronization
import TestSupport
import Testing
import Values

/// One value a line, and when a box becomes that by itself; long texts that go on below.
struct VerticalTests {
  private static let two = Table([
    Column("person", cells: .people([0, 1], Labels(handles: ["ann", "bo"]))),
    Column("overlap", unit: .share, cells: .numbers([0.5, .nan]), ranks: true),
    Column("motto", cells: .texts(["a long text that does not fit beside its name", nil])),
  ])

  @Test func `a block a row, long texts go on below, nothing is cut`() {
    let expected = """
      ── 1 of 2 people ───────────────
        person     @ann
        overlap ▼  50.0 %
        motto      a long text that
                   does not fit beside
                   its name
      ── 2 of 2 people ───────────────
        person     @bo
        overlap ▼  -
        motto      -

      """
    #expect(written(Self.two, as: Vertical(), style: TableStyle(width: 32)) == expected)
  }

  @Test func `values stand below their names where these take the screen`() {
    let table = Table([Column("a rather long name", cells: .texts(["and its value"]))])
    let expected = """
      -- 1 of 1 person --
        a rather long name
          and its value

      """
    let style = TableStyle(width: 20, drawsLines: false)
    let text = written(table, as: Vertical(), style: style)
    #expect(text.replacing("person -", with: "person --").hasPrefix("-- 1 of 1 person"))
    #expect(text.split(separator: "\n").dropFirst() == expected.split(separator: "\n").dropFirst())
  }

  @Test(arguments: [20, 40, 80, 200])
  func `no line is wider than the terminal, and every value is there`(_ width: Int) {
    var random = SeededRandom(seed: UInt64(width))
    for _ in 0..<50 {
      let table = RandomTable.table(using: &random)
      let text = written(table, as: Vertical(), style: TableStyle(width: width))
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width }, "\(text)")
      #expect(lines.count >= table.rowCount * (table.columns.count + 1) || table.columns.isEmpty)
    }
  }

  @Test func `a box of which most would be hidden turns by itself, if a page holds it`() {
    var style = TableStyle(width: 24, rows: 20)
    style.turning = .whereMostIsHidden
    #expect(written(CanonicalTables.mixed.first(1), as: Box(), style: style).hasPrefix("── 1 of 1"))
    // Four rows of twelve values are more than twenty lines.
    #expect(written(CanonicalTables.mixed, as: Box(), style: style).hasPrefix("┌"))
    style.width = 400
    #expect(written(CanonicalTables.mixed.first(1), as: Box(), style: style).hasPrefix("┌"))
  }

  @Test func `a table that is wanted whole turns where any column would be hidden`() {
    var style = TableStyle(width: 80)
    style.turning = .whereAnyIsHidden
    let text = written(CanonicalTables.mixed, as: Box(), style: style)
    #expect(text.hasPrefix("── 1 of 4 people "))
    #expect(!text.contains("hidden"))
    #expect(written(Self.two, as: Box(), style: style).hasPrefix("┌"))
  }

  @Test func `long texts go on below each other where that is wanted`() {
    var style = TableStyle(width: 44)
    style.wraps = true
    let expected = """
      ┌────────┬───────────┬─────────────────────┐
      │ person │ overlap ▼ │ motto               │
      ├────────┼───────────┼─────────────────────┤
      │ @ann   │    50.0 % │ a long text that    │
      │        │           │ does not fit beside │
      │        │           │ its name            │
      │ @bo    │         - │ -                   │
      └────────┴───────────┴─────────────────────┘

      """
    #expect(written(Self.two, as: Box(), style: style) == expected)
  }

  @Test func `what is missing is shown as wanted, and cannot move the cursor`() {
    var style = TableStyle(width: 60)
    style.missing = "none\u{1B}[2J"
    let text = written(Self.two, as: Box(), style: style)
    #expect(text.split(separator: "none\\u{1B}[2J").count == 3)
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `what is not shown comes with what would show it`() {
    var style = TableStyle(width: 40, rows: 2)
    style.remedy = "`last` shows all"
    let text = written(CanonicalTables.mixed, as: ASCII(), style: style)
    #expect(text.hasPrefix("+------+"))
    #expect(text.contains("  4 people, 2 shown\n"))
    #expect(text.hasSuffix("joined (`last` shows all)\n"))
  }

  @Test(arguments: ["table", "vertical"])
  func `a table stops while its texts are made`(_ name: String) throws {
    let format = try #require(TableFormatCatalog.format(named: name))
    let table = Table([
      Column("n", unit: .plain, cells: .numbers((0..<100_000).map { Double($0) / 7 }))
    ])
    let asked = Atomic(0)
    let monitor = WorkMonitor(isCancelled: { asked.add(1, ordering: .relaxed).newValue > 3 })
    // A box may have its head.
    let text = written(table, as: format, style: TableStyle(monitor: monitor))
    #expect(text.split(separator: "\n").count <= 3)
    // Asked before each thousand texts until it said so, and a few times behind them.
    #expect((4...10).contains(asked.load(ordering: .relaxed)))
  }
}

extension Table {
  /// The same with the first rows only.
  fileprivate func first(_ count: Int) -> Table {
    Table(
      columns.map { column in
        let cells: Column.Cells =
          switch column.cells {
          case .ranks(let ranks): .ranks(Array(ranks.prefix(count)))
          case .people(let people, let labels): .people(Array(people.prefix(count)), labels)
          case .numbers(let numbers): .numbers(Array(numbers.prefix(count)))
          case .texts(let texts): .texts(Array(texts.prefix(count)))
          case .flags(let flags): .flags(Array(flags.prefix(count)))
          case .instants(let instants): .instants(Array(instants.prefix(count)))
          }
        return Column(column.name, unit: column.unit, cells: cells, ranks: column.ranks)
      }
    )
  }
}
