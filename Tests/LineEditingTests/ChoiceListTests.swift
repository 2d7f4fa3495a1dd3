import LineEditing
import Testing

@Suite struct ChoiceListTests {
  @Test func `labels, kinds and meanings stand in columns`() {
    let list = ChoiceList(
      [
        LineChoice("pagerank", kind: "measure", meaning: "share of a walk"),
        LineChoice("@日本", kind: "person"),
      ],
      columns: 60
    )
    #expect(list.text == "pagerank  measure  share of a walk\n@日本     person\n")
  }

  @Test func `no line reaches the last column`() {
    let choice = LineChoice("pagerank", kind: "measure", meaning: "share of a walk")
    #expect(ChoiceList([choice], columns: 20).text == "pagerank  measure …\n")
  }

  @Test func `a long list is counted after twenty`() {
    let list = ChoiceList((0..<45).map { LineChoice("p\($0)") }, columns: 80)
    let lines = list.text.split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last == "… 25 more")
  }

  @Test func `a name cannot steer the terminal`() {
    let list = ChoiceList([LineChoice("a", label: "a\u{1B}[2J\nb")], columns: 80)
    #expect(list.text == "a\u{FFFD}[2J\u{FFFD}b\n")
  }
}
