import Testing
import Values

/// Cells by row, and what is missing.
struct ColumnTests {
  private struct Labels: PersonLabels {
    func handle(of person: UInt32) -> String { "p\(person)" }
  }

  @Test func `every kind of cell has its value, or is missing`() {
    let day = Instant(microseconds: 0)
    let columns: [(Column, [Value], missing: Int)] = [
      (Column("a", cells: .ranks([Rank(1, isShared: true)])), [.rank(Rank(1, isShared: true))], 0),
      (Column("b", cells: .people([3], Labels())), [.person("p3")], 0),
      (Column("c", cells: .numbers([1.5, .nan])), [.number(1.5), .missing], 1),
      (Column("d", cells: .texts(["", nil, nil])), [.text(""), .missing, .missing], 2),
      (Column("e", cells: .flags([false, nil])), [.flag(false), .missing], 1),
      (Column("f", cells: .instants([nil, day])), [.missing, .instant(day)], 1),
    ]
    for (column, values, missing) in columns {
      #expect(column.count == values.count)
      #expect((0..<column.count).map { column[$0] } == values)
      #expect(column.missingCount == missing)
    }
  }

  @Test func `a table finds the first column of a name`() {
    let table = Table([
      Column("n", cells: .numbers([1, 2])), Column("n", unit: .share, cells: .numbers([3, 4])),
    ])
    #expect(table.rowCount == 2)
    #expect(table["n"]?.unit == .plain)
    #expect(table["m"] == nil)
    #expect(Table([]).rowCount == 0)
  }

  @Test func `a reading line names the defaults behind two dashes`() {
    let table = Table([])
    #expect(Answer(reading: "count customers", table: table).readingLine == "count customers")
    let answer = Answer(reading: "top 3 by reach", defaults: ["2 hops", "follows"], table: table)
    #expect(answer.readingLine == "top 3 by reach  -- 2 hops; follows")
  }
}
