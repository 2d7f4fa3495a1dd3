import Rendering
import TestSupport
import Testing
import Values

/// What holds for every box, however narrow the terminal and whatever the names.
struct BoxFitTests {
  @Test(arguments: [20, 40, 80, 200])
  func `no line is wider than the terminal`(_ width: Int) {
    var random = SeededRandom(seed: UInt64(width))
    for _ in 0..<300 {
      let table = RandomTable.table(using: &random)
      let style = TableStyle(
        width: width,
        rows: [nil, 1, 2, 5].randomElement(using: &random) ?? nil,
        drawsLines: Bool.random(using: &random)
      )
      for line in lines(table, style) {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
    }
  }

  @Test func `all lines of the box are equally wide, and none holds a control character`() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let table = RandomTable.table(using: &random)
      let lines = lines(table, TableStyle(width: 100)).filter { "┌├│└".contains($0.prefix(1)) }
      #expect(Set(lines.map(DisplayWidth.of)).count == 1, "\(lines)")
      #expect(lines.count == (table.rowCount == 0 ? 3 : 4 + table.rowCount))
      for line in lines { #expect(Escaping.visible(line) == line) }
    }
  }

  @Test(arguments: 1...12)
  func `the first column is drawn on any terminal`(_ width: Int) {
    let first = lines(CanonicalTables.mixed, TableStyle(width: width)).prefix(4)
    #expect(first.allSatisfy { DisplayWidth.of($0) <= max(5, width) })
    #expect(first.allSatisfy { !$0.isEmpty } && first.count == 4)
  }

  @Test(arguments: [1, 2, 3, 24, 25, 49, 50])
  func `a limit of rows leaves out the middle and says so`(_ limit: Int) {
    let table = Table([
      Column("n", unit: .count(of: "n"), cells: .numbers((0..<2000).map(Double.init)))
    ])
    let lines = lines(table, TableStyle(rows: limit))
    let numbers = lines.compactMap { line in
      Int(line.split(separator: "│").joined().split(separator: " ").joined())
    }
    #expect(numbers.count == limit)
    // Three quarters from the beginning, where the answer is.
    let last = limit == 1 ? 0 : (limit + 2) / 4
    #expect(numbers == Array(0..<(limit - last)) + Array((2000 - last)..<2000))
    #expect(lines.count { $0.contains("⋮") } == 1)
    #expect(lines.last == "  2,000 people, \(limit) shown")
  }

  @Test(arguments: [4, 5, 100])
  func `a limit that all rows meet is not spoken of`(_ limit: Int) {
    let style = TableStyle(width: 200, rows: limit)
    #expect(
      written(CanonicalTables.mixed, as: Box(), style: style)
        == written(CanonicalTables.mixed, as: Box(), style: TableStyle(width: 200))
    )
  }

  @Test func `a long text takes all the room there is`() {
    let names = ["short", String(repeating: "long ", count: 20)]
    let table = Table([
      Column("one", cells: .texts(names)), Column("two", cells: .texts(["a", "b"])),
    ])
    let lines = lines(table, TableStyle(width: 60))
    #expect(lines.allSatisfy { DisplayWidth.of($0) == 60 })
  }

  private func lines(_ table: Table, _ style: TableStyle) -> [String] {
    written(table, as: Box(), style: style).split(separator: "\n").map(String.init)
  }
}
