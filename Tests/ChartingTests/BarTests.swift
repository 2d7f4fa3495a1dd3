import Charting
import Synchronization
import TestSupport
import Testing
import Values

/// What `as bars` draws.
struct BarTests {
  @Test func `the first measure that was asked for is drawn, from its names`() throws {
    let first = try chart("bars", Drawn.few)
    #expect(first.title == "followers")
    #expect(try bars(first).valueTitle == "followers (people)")
    #expect(try bars(first).bars.map(\.label).prefix(2) == ["@bella", "@otto_old"])
    let asked = try chart("bars", Drawn.few, asked: ["change"])
    #expect(try bars(asked).valueTitle == "change (points)")
    #expect(asked.notes == ["1 without change: not there before"])
    #expect(try bars(asked).bounds == -30...40)
  }

  @Test func `rows that one name does not tell apart have two`() throws {
    let drawn = try bars(chart("bars", Drawn.months))
    #expect(drawn.labelTitle == "month · person")
    #expect(drawn.bars[0].label == "2025-11 · @asha")
  }

  @Test func `numbers name the rows where no names do`() throws {
    let table = Table([
      Drawn.numbers("decile", [1, 2, 3], unit: .plain), Drawn.numbers("count", [4, 5, 6]),
    ])
    let drawn = try bars(chart("bars", table))
    #expect(drawn.bars.map(\.label) == ["1", "2", "3"])
    #expect(drawn.bars.map(\.text) == ["4", "5", "6"])
  }

  @Test(arguments: ["bars", "scatter", "slope"])
  func `the names of many rows are made as long as nobody stops it`(_ name: String) throws {
    let count = 40_000
    let numbers = (0..<count).map(Double.init)
    let table = Drawn.people(
      (0..<count).map { "p\($0)" },
      Drawn.numbers("n", numbers),
      Drawn.numbers("m", numbers)
    )
    let asked = Mutex(0)
    let monitor = WorkMonitor(isCancelled: {
      asked.withLock { $0 += 1 }
      return false
    })
    let kind = try #require(ChartKindCatalog.kind(named: name))
    _ = try kind.chart(of: ChartSource(table, watchedBy: monitor))
    #expect(asked.withLock(\.self) > 1)
  }

  @Test func `rows without an order keep the greatest, months the first`() throws {
    let places = Table([
      Column("country", cells: .texts(["AE", "NL", "US"])), Drawn.numbers("count", [1, 9, 5]),
    ])
    #expect(lines(try chart("bars", places), width: 40, rows: 4).count == 4)
    let first = try bars(chart("bars", places))
    #expect(first.extent == .greatest)
    let months = Table([
      Column("month", cells: .texts(["2026-01", "2026-02"])), Drawn.numbers("count", [1, 9]),
    ])
    #expect(try bars(chart("bars", months)).extent == .first)
  }

  @Test func `a table without numbers is refused`() {
    #expect(throws: ChartRefusal.self) { try chart("bars", Drawn.people(["a", "b"])) }
    #expect(throws: ChartRefusal.self) { try chart("scatter", Drawn.people(["a", "b"])) }
    #expect(throws: ChartRefusal.self) { try chart("histogram", Drawn.people(["a", "b"])) }
    #expect(throws: ChartRefusal.self) { try chart("heatmap", Drawn.few) }
    #expect(throws: ChartRefusal.self) { try chart("line", Table([Drawn.numbers("n", [1])])) }
    let one = Drawn.people(["a"], Drawn.numbers("n", [1]))
    #expect(throws: ChartRefusal.self) { try chart("slope", one) }
    let none = Drawn.people(["a"], Drawn.numbers("n", [.nan]), Drawn.numbers("m", [1]))
    #expect(throws: ChartRefusal.self) { try chart("slope", none) }
    #expect(throws: ChartRefusal.self) { try chart("histogram", none) }
    #expect(throws: ChartRefusal.self) { try chart("scatter", none) }
  }

  @Test func `in a terminal bars are as long as their values, to an eighth of a column`() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<50 {
      let values = (0..<12).map { _ in Double.random(in: 0...1000, using: &random) }
      let table = Drawn.people(values.indices.map { "p\($0)" }, Drawn.numbers("n", values))
      let width = Int.random(in: 40...200, using: &random)
      let lines = lines(try chart("bars", table), width: width).dropFirst()
      let lengths = try lines.map(Self.eighths)
      let longest = Double(try #require(lengths.max()))
      let greatest = try #require(values.max())
      #expect(Int(longest) % 8 == 0)
      for (length, value) in zip(lengths, values) {
        #expect(abs(Double(length) - value / greatest * longest) <= 1, "\(value) at \(width)")
      }
    }
  }

  @Test func `negative bars end where positive ones begin`() throws {
    let lines = lines(try chart("bars", Drawn.few, asked: ["change"]), width: 60)
    let plain = lines.dropFirst().map { Array($0) }
    let starts = plain.compactMap { line in line.firstIndex { "█▐▏▎▍▌▋▊▉".contains($0) } }
    let zero = try #require(starts.max())
    // @otto_old and @runa lie at the right of zero, @bella and @dee end before it.
    #expect(plain[1][zero] == "█" && plain[1][zero - 1] == " ")
    #expect(plain[0][zero - 1] == "█" && plain[0][zero] == " ")
    #expect(plain[5][zero - 1] == "█" && plain[5][zero] == " ")
  }

  /// The length of the bar in a line, in eighths of a column.
  private static func eighths(_ line: String) throws -> Int {
    let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    return line.reduce(0) { sum, character in
      sum + (parts.firstIndex(of: String(character)).map { $0 + 1 } ?? 0)
    }
  }
}

/// The lines of a chart in a terminal.
func lines(
  _ chart: Chart,
  width: Int,
  rows: Int = 24,
  drawsLines: Bool = true,
  isColored: Bool = false
) -> [String] {
  let style = ChartStyle(width: width, rows: rows, drawsLines: drawsLines, isColored: isColored)
  return ChartText.text(of: chart, style: style).split(separator: "\n").map(String.init)
}
