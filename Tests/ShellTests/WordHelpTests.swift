import Shell
import Testing

/// Help on words, advice on comments, and what a screen says of small things.
@Suite struct WordHelpTests {
  @Test func `help on a word says what is about it`() {
    let talk = check(["help among"], expect: .says(["`among SET` counts only", "help clause"]))
    #expect(!talk.messages.contains("as bars"))
    check(["help without"], expect: .says(["as if those people were not there", "For example"]))
  }

  @Test(arguments: [
    ("# loads all of it", "# loads all of it"), ("#loads all of it", "#loads all of it"),
  ])
  func `a comment of another language is told how ours begin`(_ line: String, _ shown: String) {
    check([line], expect: .fails(2, [shown, "`--`", "fix: --"]))
  }

  @Test func `a topic with a misspelt word behind it is no comment`() {
    let talk = check(["#yoga butt not #pop"], expect: .fails(2))
    #expect(!talk.messages.contains("comment"))
  }

  @Test func `an emoji is one mistake`() {
    let talk = check(["followers 👨‍👩‍👧"], expect: .fails(2, ["`👨‍👩‍👧` has no meaning"]))
    #expect(talk.messages.split(separator: "\n").count { $0.hasPrefix("error") } == 1)
  }

  @Test func `degrees have names of their own`() {
    let loaded = [Places.load("follows", "eight-people/follows.csv")]
    check(loaded + ["degree centrality"], expect: .fails(2, ["fix: followers"]))
    check(loaded + ["top 3 people by outdegree"], expect: .fails(2, ["fix: following"]))
  }
}
