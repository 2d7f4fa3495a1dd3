import Shell
import Testing

/// `explain @bob`: somebody's place in the last table.
@Suite struct ExplainLastTests {
  private static let loaded = [
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]

  @Test(arguments: [
    ("top 3 by followers", "followers"), ("compare pagerank, followers", "pagerank"),
    ("show audience overlap with #yoga", "audience overlap with #yoga"),
    ("explain followers for @bea", "followers"),
    ("followers without @cal", "followers"),
  ])
  func `the measure is that of the last table`(_ question: String, _ measure: String) {
    let talk = Talk(Self.loaded + [question])
    talk.submit("explain @ada")
    let (results, messages) = (talk.results, talk.messages)
    let scope = question.hasSuffix("without @cal") ? " without @cal" : ""
    check(["explain \(measure) for @ada\(scope)"], in: talk, expect: .writes(results))
    #expect(talk.messages == messages)
  }

  @Test func `a rival is held against`() {
    let talk = Talk(Self.loaded + ["top 3 by followers"])
    check(["explain @ada against @bea"], in: talk, expect: .says(["against @bea"]))
    #expect(talk.results.hasPrefix("part\t@ada\t@bea\tdifference\n"))
  }

  @Test func `places are among all people`() {
    let talk = Talk(Self.loaded + ["followers where followers < 4"])
    check(["explain @cal"], in: talk, expect: .says(["3rd of 8", "among all people"]))
  }

  @Test(arguments: [
    ([], "there is no table yet"), (["count people"], "no question by a measure"),
    (["top 3 by followers", "| limit 1"], "no question by a measure"),
    (["topics by followers"], "no question by a measure"),
    (["followers per decile(pagerank)"], "no question by a measure"),
  ])
  func `without a measure it is refused`(_ before: [String], _ words: String) {
    check(Self.loaded + before + ["explain @ada"], expect: .fails(1, [words]))
  }

  @Test func `a table of other data is not explained`() {
    let other = Places.load("trust", "eight-people/trust.csv")
    check(
      Self.loaded + ["top 3 by followers", other, "explain @ada"],
      expect: .fails(1, ["no question by a measure", "explain MEASURE for @ada"])
    )
  }
}
