import Shell
import Testing

/// Answers of several tables: how each format shows them, and what goes on with them.
@Suite struct PartTests {
  private static let loaded = [Places.load("follows", "eight-people/follows.csv")]
  private static let question = "compare followers, following for @ada, @bea"
  private static let first =
    "person\tspread\tfollowers\tfollowers rank\tfollowing\tfollowing rank\n"
    + "bea\t1\t5\t1\t0\t2\nada\t1\t4\t2\t3\t1\n"

  @Test(arguments: ["tsv", "csv", "json", "jsonl", "html"])
  func `machines read one table, and the others are said`(_ format: String) throws {
    let talk = Talk(Self.loaded + ["set format \(format)"])
    check([Self.question], in: talk, expect: .says(["how far they agree", "kendall"]))
    #expect(!talk.results.contains("kendall"))
    #expect(talk.results.contains("followers rank"))
    #expect(talk.messages.contains("@ada is 1st by following and 2nd by followers"))
  }

  @Test(arguments: ["table", "markdown", "latex"])
  func `people read all tables in one format`(_ format: String) throws {
    let talk = Talk(Self.loaded + ["set format \(format)"])
    check([Self.question], in: talk, expect: .says(["how far they agree"]))
    #expect(talk.results.contains("kendall"))
    #expect(!talk.messages.contains("kendall │"))
  }

  @Test func `a table without lines has parts without lines`() {
    let talk = Talk(Self.loaded, isScreen: true)
    check([Self.question], in: talk, expect: .says(["how far they agree"]))
    #expect(talk.results.contains("\n  other measure  following\n"))
  }

  @Test func `the last answer is shown whole, and verbs and files take its first table`() {
    let talk = Talk(Self.loaded + [Self.question])
    let said = talk.messages
    check(["last"], in: talk, expect: .writes(Self.first))
    #expect(talk.messages == said)
    check(["| limit 1 | keep person"], in: talk, expect: .writes("person\nbea\n"))
    #expect(!talk.messages.contains("how far they agree"))
    let folder = ScratchFolder()
    let file = "\(folder.path)/table.tsv"
    check(
      ["\(Self.question) into \"\(file)\""],
      in: talk,
      expect: .says(["how far they agree", "table.tsv: 2 people"])
    )
    #expect(talk.results == "")
    check([Self.question, "those"], in: talk, expect: .writes("person\nada\nbea\n"))
  }
}
