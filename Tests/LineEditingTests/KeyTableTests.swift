import LineEditing
import Testing

@Suite struct KeyTableTests {
  @Test func `no key means two things`() {
    for keys in [KeyTable.rows.flatMap(\.keys), KeyTable.rows.flatMap(\.viKeys)] {
      let names = keys.map(\.name)
      #expect(Set(names).count == names.count, "\(names)")
      #expect(names.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII } })
    }
  }

  @Test func `keys are called as people call them`() {
    let names = Set(KeyTable.rows.flatMap(\.keys).map(\.name))
    #expect(
      names.isSuperset(of: ["Enter", "Tab", "Ctrl-R", "Ctrl-X Ctrl-E", "Alt-F", "Alt-Enter", "Up"])
    )
  }

  @Test func `every row is explained`() {
    #expect(KeyTable.explained.count == KeyTable.rows.count)
    #expect(KeyTable.explained.allSatisfy { !$0.keys.isEmpty && !$0.meaning.isEmpty })
    #expect(KeyTable.explained.contains { $0.keys == "Ctrl-X Ctrl-E, v in vi" })
  }
}
