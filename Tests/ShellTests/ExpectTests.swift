import Shell
import Testing

/// `expect` and `plan` as a script says them.
@Suite struct ExpectTests {
  private static let loaded = [
    Places.load("people", "eight-people/people.csv"),
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]

  @Test func `what is met says so in one line, without a table`() {
    let talk = Talk(Self.loaded)
    check(["expect COUNT customers >= 2"], in: talk, expect: .writes(""))
    #expect(talk.messages == "  met: expect count customers >= 2\n")
    check(
      ["expect top 1 by followers is @bea"],
      in: talk,
      expect: .says(["people by followers is"])
    )
  }

  @Test func `what is not met ends with exit code 3, at what was expected`() {
    let parts = ["not-met at input:1:24", "count customers is 2, not >= 20"]
    check(Self.loaded + ["expect count customers >= 20"], expect: .fails(3, parts))
  }

  @Test(arguments: [
    ("expect followers = 4", "has 8 rows"), ("expect count custmers = 4", "fix: customers"),
    ("expect count customers >= 2 within 1", "`within` goes with `=`"),
  ])
  func `what cannot be compared is another error`(_ line: String, _ part: String) {
    check(Self.loaded + [line], expect: .fails(1, [part]))
  }

  @Test func `a script stops at what is not met`() {
    let folder = ScratchFolder([("check.kith", "expect count people = 9\ncount people\n")])
    let talk = Talk(Self.loaded)
    talk.submit("expect count people = 8")
    let outcome = talk.conversation.runScript("\(folder.path)/check.kith")
    #expect(outcome == .failed(exitCode: 3))
    #expect(talk.messages.contains("check.kith:1:21"))
    #expect(talk.results == "")
  }

  @Test func `an expectation leaves the last table alone`() {
    let talk = Talk(Self.loaded + ["count people", "expect count customers = 2"])
    check(["last"], in: talk, expect: .writes("count\tshare\n8\t1\n"))
  }

  @Test func `a plan is a table of steps`() {
    let table = """
      step\twhat\trows
      set\tpeople\t8
      metric\tfollowers\t8
      table\ttop 2 people by followers\t2

      """
    let talk = check(Self.loaded + ["plan top 2 by followers"], expect: .writes(table))
    #expect(talk.messages.contains("  plan top 2 people by followers -- over follows\n"))
    #expect(talk.messages.contains("3 steps"))
    talk.conversation.surroundings.tellsTime = true
    talk.submit("plan top 2 by followers")
    #expect(talk.results.contains("step\twhat\trows\ttime\n"))
  }

  @Test func `only questions are planned`() {
    for line in ["plan describe graph", "plan set me @ada", "plan count people | limit 1"] {
      check(Self.loaded + [line], expect: .fails(1, ["`plan` takes a question", "wrong-kind"]))
    }
  }
}
