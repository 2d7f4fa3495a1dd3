import Graph
import TestSupport
import Testing

/// Names found by what was typed of them, beside a slow search.
struct NameFittingTests {
  private static let table = NameTable([
    "ann", "Anna", "bob_ann", "joanna", "a_n_x", "ANTON", "zoë", "x.bob", "naab",
  ])

  private func fitting(_ typed: String, limit: Int = 9) -> [String] {
    let found = Self.table.fitting(typed, limit: limit) { -Int($0) }
    return (found?.numbers ?? []).map { Self.table[$0] }
  }

  @Test func `beginnings come alone, whatever their case`() {
    #expect(fitting("an") == ["ann", "Anna", "ANTON"])
    #expect(fitting("AN") == ["ann", "Anna", "ANTON"])
    #expect(fitting("zo") == ["zoë"])
  }

  @Test func `parts come before insides, and those before scattered letters`() {
    #expect(fitting("bo") == ["bob_ann"])
    #expect(fitting("ob") == ["bob_ann", "x.bob"])
    #expect(fitting("oan") == ["joanna"])
    #expect(fitting("anx") == ["a_n_x"])
    #expect(fitting("qq") == [])
    let table = NameTable(["x_bob", "abob"])
    #expect(table.fitting("bob", limit: 9) { _ in 0 }?.numbers == [0])
  }

  @Test func `two letters are too few to be scattered`() {
    #expect(NameTable(["axb"]).fitting("ab", limit: 9) { _ in 0 } == nil)
  }

  @Test func `the heaviest are kept, the first of those that weigh the same`() {
    let weights = [5, 1, 0, 0, 0, 5, 0, 0, 0]
    let found = Self.table.fitting("an", limit: 2) { weights[Int($0)] }
    #expect(found?.numbers == [0, 5])
    #expect(Self.table.fitting("", limit: 3) { weights[Int($0)] }?.numbers == [0, 5, 1])
  }

  @Test func `case does not matter to a whole name`() {
    #expect(Self.table.number(ignoringCaseOf: "ANNA") == 1)
    #expect(Self.table.number(ignoringCaseOf: "anto") == nil)
    #expect(NameTable().number(ignoringCaseOf: "") == nil)
  }

  @Test(arguments: 0..<20)
  func `the same as a search name by name`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word(_ letters: [Character], _ count: Int) -> String {
      String((0..<count).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
    let names = (0..<200).map { _ in word(["a", "b", "A", "c", "_"], 5) }
    let table = NameTable(names)
    let typed = word(["a", "b", "c"], 3)
    let all = (0..<UInt32(table.count)).map { table[$0].lowercased() }
    let beginning = all.indices.filter { all[$0].hasPrefix(typed) }
    let inside = all.indices.filter { all[$0].contains(typed) }
    let found = table.fitting(typed, limit: 1_000) { _ in 0 }
    let numbers = (found?.numbers ?? []).map { Int($0) }
    if !beginning.isEmpty {
      #expect(numbers == beginning)
    } else if !inside.isEmpty {
      let parts = inside.filter { all[$0].contains("_" + typed) }
      #expect(numbers == (parts.isEmpty ? inside : parts))
    } else {
      #expect(numbers.allSatisfy { isScattered(typed, over: all[$0]) })
      #expect(numbers.count == all.count { isScattered(typed, over: $0) })
    }
  }

  private func isScattered(_ typed: String, over name: String) -> Bool {
    var rest = typed[...]
    for letter in name where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
