import Charting
import Rendering
import TestSupport
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How charts look in a terminal.
struct TextTests {
  private static let drawn: [(kind: String, table: Table)] = [
    ("bars", Drawn.few), ("histogram", Drawn.few), ("scatter", Drawn.few), ("slope", Drawn.few),
    ("line", Drawn.months), ("heatmap", Drawn.pairs),
  ]

  @Test(arguments: ["bars", "histogram", "scatter", "slope", "line", "heatmap"])
  func `a chart is drawn as it is kept`(_ kind: String) throws {
    let table = try #require(Self.drawn.first { $0.kind == kind }).table
    let chart = try chart(kind, table)
    var text = ""
    for width in [40, 80, 200] {
      text += "\(width) columns\n"
      text += ChartText.text(of: chart, style: ChartStyle(width: width, rows: 12)) + "\n"
    }
    text += "60 columns of ASCII\n"
    text += ChartText.text(of: chart, style: ChartStyle(width: 60, rows: 12, drawsLines: false))
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Drawn/\(kind).txt"
    if unsafe getenv("UPDATE_GOLDEN") != nil {
      #expect(write(text, to: path), "\(path) cannot be written")
    } else {
      #expect(text == contents(of: path), "\(path)")
    }
  }

  private func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(path, "w") else { return false }
    defer { unsafe fclose(file) }
    return unsafe fputs(text, file) >= 0
  }

  private func contents(of path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test func `no line is wider than the terminal, and none obeys data`() throws {
    for kind in ["bars", "histogram", "scatter", "slope", "heatmap", "line"] {
      let tables = [Drawn.few, Drawn.hostile, Drawn.months, Drawn.pairs]
      for table in tables {
        guard let chart = try? chart(kind, table) else { continue }
        for width in 20...200 {
          for drawsLines in [true, false] {
            let rows = width % 30 + 4
            for line in lines(chart, width: width, rows: rows, drawsLines: drawsLines) {
              #expect(DisplayWidth.of(line) <= width, "\(kind) at \(width): \(line)")
              #expect(Escaping.visible(line) == line, "\(kind): \(line)")
            }
          }
        }
      }
    }
  }

  @Test func `plain terminals get plain characters`() throws {
    for (kind, table) in Self.drawn {
      for line in lines(try chart(kind, table), width: 60, drawsLines: false) {
        #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
      }
    }
  }

  @Test func `lines have colours where there are any, and dashes elsewhere`() throws {
    let chart = try chart("line", Drawn.months)
    let drawn = ChartText.text(of: chart, style: ChartStyle(isColored: true))
    #expect(drawn.contains("\u{1B}[36m") && drawn.contains("\u{1B}[35m"))
    #expect(!ChartText.text(of: chart, style: ChartStyle()).contains("\u{1B}"))
    for line in drawn.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.hasSuffix("\u{1B}[0m"))
    }
    // One series needs no colour.
    let scatter = try colored("scatter")
    #expect(!scatter.contains("\u{1B}"))
  }

  private func colored(_ kind: String) throws -> String {
    ChartText.text(of: try chart(kind, Drawn.few), style: ChartStyle(isColored: true))
  }

  @Test func `rows beyond the room are counted, ranges never are`() throws {
    let values = (0..<100).map(Double.init)
    let table = Drawn.people(values.indices.map { "p\($0)" }, Drawn.numbers("n", values))
    let bars = lines(try chart("bars", table), width: 80, rows: 10)
    #expect(bars.count == 12 && bars.last == "  100 people, the 10 greatest drawn")
    #expect(bars[1].contains("@p90 ") && bars[10].contains("@p99 "))
    let crowd = (0..<2_000).map { _ in 1.0 }
    let crowded = Drawn.people(crowd.indices.map { "p\($0)" }, Drawn.numbers("n", crowd))
    let most = lines(try chart("bars", crowded), width: 80, rows: 10)
    #expect(most.last == "  2,000 people, the 10 greatest drawn")
    let ranges = lines(try chart("histogram", table), width: 80, rows: 4)
    #expect(ranges.count == 11)
    let two = Drawn.people(
      values.indices.map { "p\($0)" },
      Drawn.numbers("n", values),
      Drawn.numbers("m", values.reversed())
    )
    let slopes = lines(try chart("slope", two), width: 80, rows: 10)
    #expect(slopes.count == 12 && slopes.last == "  100 people, the first 10 drawn")
    // Five are first by one, and five by the other.
    #expect(slopes[1].contains(" @p99 1 ") && slopes[1].hasSuffix("  1 @p0"))
    let many = lines(try chart("slope", two), width: 80, rows: 60)
    #expect(many.last == "  100 people, the first 25 drawn")
  }
}
