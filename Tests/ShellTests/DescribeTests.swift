import Shell
import Testing

/// Cards of the eight people, whose numbers can be worked out by hand.
@Suite struct DescribeTests {
  @Test(arguments: [
    ("describe @ada", ["@ada\n", "role", "yoga teacher", "followers", "4 people · place 2 of 8"]),
    ("describe @ADA", ["following", "3 people · place 1= of 8", "mean weight 0.700, 0.2 to 0.9"]),
    ("describe @me", ["@ada", "#yoga 1", "2 · 2011-08-01 to 2011-08-05"]),
    ("describe @cal", ["purchase, done", "2 · 2011-08-03 to 2011-08-10 · worth 70"]),
    ("describe @gus", ["followers        0 people\n", "#pop 0.5, #yoga 0.4"]),
    (
      "describe #yoga",
      [
        "4 people · 50.0 % of all · interest >= 0.5", "5 people",
        "@ada 1, @hal 1, @cal 0.9, @fay 0.8, @gus 0.4", "@ada 2, @bea 1, @cal 1",
      ]
    ),
    ("describe topic \"YOGA\"", ["topic #yoga\n"]),
    (
      "describe trust",
      [
        // 17 of 8 * 7 pairs; five mutual pairs make 10 of 17 ties returned.
        "trust: a relation", "17", "30.4 % of all pairs", "58.8 % of ties are returned",
        "mean weight 0.594, 0.1 to 0.9", "100.0 % positive, 0.0 % negative",
        "@bea 5, @ada 4, @cal 3",
      ]
    ),
    ("describe Mentions", ["mentions: a relation", "3 people"]),
    ("describe role", ["role: a column of people", "8 · 100.0 %", "fan 2, brand 1"]),
    ("describe customers", ["customer: a column of people", "yes", "2 · 25.0 %"]),
    ("describe follower ratio", ["follower ratio:", "By hand"]),
    ("describe fans", ["fans: a definition", "a set of people", "define fans as #pop"]),
    ("describe both", ["a list of 2 measures"]), ("describe twice", ["a measure"]),
  ])
  func `a card`(_ line: String, _ parts: [String]) throws {
    check([line], in: try talk(), expect: .says(parts))
  }

  @Test(arguments: [
    ("describe @adda", "@ada"), ("describe #yogaa", "fix: #yoga"), ("describe trst", "fix: trust"),
    ("describe ada", "fix: @ada"), ("describe yoga", "fix: #yoga"),
    ("describe followrs", "followers"), ("describe no such thing", "describe graph"),
  ])
  func `what is not there`(_ line: String, _ part: String) throws {
    check([line], in: try talk(), expect: .fails(1, ["unknown-name", part]))
  }

  @Test func `nothing loaded is said`() {
    check(["describe @ada"], expect: .fails(1, ["nothing is loaded"]))
    check(["describe #yoga"], expect: .fails(1, ["nothing is loaded"]))
  }

  @Test func `a name of several things is explained as each of them`() throws {
    let folder = ScratchFolder([
      ("people.csv", "handle,followers,age,joined\na,3,,2020-01-31\nb,1,10,\nc,2,20,2021-05-01\n")
    ])
    let load = "load people from \"\(folder.path)/people.csv\""
    let talk = check([load, "describe followers"], expect: .says(["several meanings"]))
    for part in ["a measure, a column", "followers: how many people follow", "1.5, median 2, 2.5"] {
      #expect(talk.results.contains(part), "\(talk.results)")
    }
    let age = ["2 · 66.7 %", "1 · 33.3 %", "10 to 20", "12.5, median 15, 17.5", "mean", "15"]
    check(["describe age"], in: talk, expect: .says(age))
    check(["describe joined"], in: talk, expect: .says(["2020-01-31 to 2021-05-01", "date"]))
  }

  @Test func `other names of a person are told`() throws {
    let talk = try talk()
    let folder = ScratchFolder([("aliases.csv", "alias,person\nadele,ada\n")])
    check(["load aliases from \"\(folder.path)/aliases.csv\""], in: talk, expect: .says([]))
    check(["describe @adele"], in: talk, expect: .says(["@ada\n", "also called", "@adele"]))
  }

  private func talk() throws -> Talk {
    let talk = Talk()
    let outcome = talk.conversation.runScript(Places.example("eight-people/load.kith"))
    try #require(outcome == .done, "\(talk.messages)")
    for line in [
      "set me @ada", "define fans as #pop", "define both as followers, reach",
      "define twice as followers * 2",
    ] {
      talk.submit(line)
    }
    return talk
  }
}
