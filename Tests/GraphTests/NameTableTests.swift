import Graph
import TestSupport
import Testing

/// Names and their numbers, beside a dictionary.
struct NameTableTests {
  @Test func `names are numbered by first appearance and kept as they are`() {
    var table = NameTable()
    #expect(table.intern("ada") == 0)
    #expect(table.intern("Zoë 👩‍🏫") == 1)
    #expect(table.intern("ada") == 0)
    #expect(table.intern("") == 2)
    #expect(table.count == 3)
    #expect(table[1] == "Zoë 👩‍🏫")
    #expect(table[2] == "")
    #expect(table.number(of: "") == 2)
    #expect(table.number(of: "Ada") == nil)
  }

  @Test func `a copy keeps its names when the other grows`() {
    let before = NameTable(["a", "b", "a"])
    var after = before
    for number in 0..<1_000 { _ = after.intern("new\(number)") }
    #expect(before.count == 2)
    #expect(before.number(of: "new7") == nil)
    #expect(after.number(of: "b") == 1)
    #expect(after.handle(of: 2) == "new0")
  }

  @Test(arguments: 0..<5)
  func `random names agree with a dictionary`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var table = NameTable()
    var numbers: [String: UInt32] = [:]
    for _ in 0..<5_000 {
      // Short names collide as names; names of eight and sixteen bytes end at a word of the hash.
      let length = Int.random(in: 0...17, using: &random)
      let name = String((0..<length).map { _ in "ab7".randomElement(using: &random) ?? "a" })
      let expected = numbers[name] ?? UInt32(numbers.count)
      numbers[name] = expected
      #expect(table.intern(name) == expected)
    }
    #expect(table.count == numbers.count)
    for (name, number) in numbers {
      #expect(table.number(of: name) == number && table[number] == name)
    }
  }
}
