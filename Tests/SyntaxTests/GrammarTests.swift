import Diagnostics
import Syntax
import Testing

/// The names the grammar's examples use.
let exampleLexicon = Lexicon(
  measures: [
    "followers", "following", "follower ratio", "audience overlap", "audience coverage",
    "audience index", "reach", "pagerank", "trust received", "expected audience overlap",
    "mentions received", "shares received", "all measures",
  ],
  functions: ["log", "sqrt", "abs", "percentile", "decile"],
  settings: [
    "missing trust", "interest threshold", "me", "now", "format", "output", "memory limit",
    "time limit",
    "pager",
  ]
)

@Suite struct GrammarTests {
  private let parser = Parser(lexicon: exampleLexicon)

  @Test(arguments: GrammarPage.all.flatMap { page in page.accepted.map { (page.name, $0) } })
  func `every accepted line is one statement of its page`(_ page: String, _ line: String) {
    let outcomes = parser.parse(SourceText(line))
    #expect(outcomes.count == 1)
    #expect(outcomes[0].diagnostics.map(\.message) == [])
    #expect(outcomes[0].statement != nil)
  }

  @Test(arguments: GrammarPage.all.flatMap { page in page.rejected.map { ($0.text, $0.code) } })
  func `every rejected line is refused with its code`(_ line: String, _ code: String) throws {
    let outcomes = parser.parse(SourceText(line))
    let first = try #require(outcomes.first?.diagnostics.first)
    #expect(first.code.rawValue == code)
    #expect(first.place != nil)
  }
}
