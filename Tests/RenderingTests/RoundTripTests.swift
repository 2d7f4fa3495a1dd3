import Rendering
import TestSupport
import Testing
import Values

/// What machines read back is what was written.
struct RoundTripTests {
  @Test func `comma-separated values read back`() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<300 {
      let table = RandomTable.table(using: &random)
      let records = CommaReader.records(written(table, as: CommaSeparated()))
      #expect(records.count == table.rowCount + 1)
      #expect(records.first == table.columns.map(\.name))
      for (row, record) in records.dropFirst().enumerated() {
        #expect(record.count == table.columns.count)
        for (column, field) in zip(table.columns, record) {
          expect(field, is: column[row], isAlone: record.count == 1)
        }
      }
    }
  }

  @Test func `tab-separated values read back, a line a row`() {
    var random = SeededRandom(seed: 2)
    for _ in 0..<300 {
      let table = RandomTable.table(using: &random)
      let scalars = written(table, as: TabSeparated()).unicodeScalars
      let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count == table.rowCount + 1)
      for (row, line) in lines.dropFirst().enumerated() {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(fields.count == table.columns.count)
        for (column, field) in zip(table.columns, fields) {
          if case .text(let text) = column[row] {
            #expect(unescaped(String(field)).unicodeScalars.elementsEqual(text.unicodeScalars))
          } else if case .number(let number) = column[row] {
            #expect(Double(String(field)) == number)
          }
        }
      }
    }
  }

  @Test(arguments: ["json", "jsonl"])
  func `JSON reads back`(_ name: String) throws {
    let format = try #require(TableFormatCatalog.format(named: name))
    var random = SeededRandom(seed: 3)
    for _ in 0..<300 {
      let table = RandomTable.table(using: &random)
      var text = written(table, as: format)
      if name == "jsonl" {
        text = "[" + text.split(separator: "\n").joined(separator: ",") + "]"
      }
      guard case .array(let rows) = JSONReader.value(text) else {
        Issue.record("not an array: \(text)")
        continue
      }
      #expect(rows.count == table.rowCount)
      for (row, value) in rows.enumerated() {
        guard case .object(let members) = value else { continue }
        #expect(members.map(\.name) == table.columns.map(\.name))
        for (column, member) in zip(table.columns, members) {
          expect(member.value, is: column[row])
        }
      }
    }
  }

  @Test func `equal names of columns are told apart in JSON`() {
    let numbers = Column("reach", cells: .numbers([1]))
    #expect(
      written(Table([numbers, numbers, numbers]), as: JSONLines())
        == #"{"reach":1,"reach 2":1,"reach 3":1}"# + "\n"
    )
  }

  @Test func `numbers are the shortest that read back`() {
    let numbers: [Double] = [
      0.1, 1 / 3, 1e15, 1e16, -2, -0.0, .leastNonzeroMagnitude, 123_456_789.5, 999_999_999_999_999,
    ]
    let texts = written(Table([Column("n", cells: .numbers(numbers))]), as: TabSeparated())
      .split(separator: "\n").dropFirst()
    #expect(
      texts == [
        "0.1", "0.3333333333333333", "1000000000000000", "1e+16", "-2", "0", "5e-324",
        "123456789.5", "999999999999999",
      ]
    )
  }

  private func expect(_ field: String?, is value: Value, isAlone: Bool) {
    switch value {
    case .missing: #expect(field == (isAlone ? "" : nil))
    case .rank(let rank): #expect(field == String(rank.place))
    case .number(let number): #expect(field.flatMap { Double($0) } == number)
    case .flag(let flag): #expect(field == (flag ? "yes" : "no"))
    case .text(let text), .person(let text):
      #expect(field?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    case .instant(let instant): #expect(field?.prefix(10) == instant.description.prefix(10))
    }
  }

  private func expect(_ json: JSONValue, is value: Value) {
    switch (json, value) {
    case (.null, .missing): break
    case (.number(let number), .rank(let rank)): #expect(Int(number) == rank.place)
    case (.number(let number), .number(let expected)): #expect(number == expected)
    case (.flag(let flag), .flag(let expected)): #expect(flag == expected)
    case (.text(let text), .text(let expected)), (.text(let text), .person(let expected)):
      #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    case (.text(let text), .instant(let instant)):
      #expect(text.prefix(10) == instant.description.prefix(10))
    default: Issue.record("\(json) is not \(value)")
    }
  }

  /// Undoes the escapes of tab-separated values.
  private func unescaped(_ text: String) -> String {
    var (plain, rest) = (String.UnicodeScalarView(), Array(text.unicodeScalars)[...])
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let kind = rest.popFirst() else {
        plain.append(scalar)
        continue
      }
      switch kind {
      case "n": plain.append("\n")
      case "r": plain.append("\r")
      case "t": plain.append("\t")
      case "u":
        let digits = String(String.UnicodeScalarView(rest.dropFirst().prefix { $0 != "}" }))
        rest.removeFirst(digits.count + 2)
        if let code = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { plain.append(code) }
      default: plain.append(kind)
      }
    }
    return String(plain)
  }
}
