import LineEditing
import Testing

@Suite struct HistoryEncodingTests {
  @Test(arguments: [
    "top 10 by klout score",
    "show \"a\\b\"\nfor @ann",
    "café 日本 👩‍👩‍👧",
    "tab\there, bell\u{7} and delete\u{7F}",
    "\\012 is not a line end",
    "",
  ])
  func `a statement comes back whole from its line`(statement: String) {
    let line = HistoryEncoding.line(for: statement)
    #expect(!line.utf8.contains { $0 <= 0x20 })
    #expect(HistoryEncoding.statement(from: line.utf8) == statement)
  }

  @Test func `a line is what libedit would write`() {
    #expect(HistoryEncoding.line(for: "a b\n\\é") == "a\\040b\\012\\134é")
  }

  @Test(
    arguments: zip(
      ["\\^A", "\\M-C\\M-)", "\\M^E", "\\\\", "\\"],
      ["\u{1}", "é", "\u{FFFD}", "\\", "\\"]
    )
  )
  func `forms libedit writes elsewhere are read`(line: String, statement: String) {
    #expect(HistoryEncoding.statement(from: line.utf8) == statement)
  }
}
