import Diagnostics
import Syntax
import Testing

@Suite struct StatementKindTests {
  /// The kinds that are not called as the page of the grammar is.
  private static let otherNames = ["define": "definition", "ordered": "top", "set": "setting"]

  @Test(arguments: GrammarPage.all.flatMap { page in page.accepted.map { (page.name, $0) } })
  func `the kind of a statement is that of its page`(_ page: String, _ line: String) {
    let kinds = exampleParser.parse(SourceText(line)).compactMap(\.statement?.kind)
    #expect(kinds == [Self.otherNames[page] ?? page])
  }

  @Test func `a bare name nobody knows counts as a list`() {
    #expect(exampleParser.parse(SourceText("customers")).first?.statement?.kind == "list")
    #expect(exampleParser.parse(SourceText("followers")).first?.statement?.kind == "rank")
  }
}
