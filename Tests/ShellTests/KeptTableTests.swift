import Shell
import Testing

/// Tables under names, and results that go to a file.
@Suite struct KeptTableTests {
  private static let loaded = ["people", "follows", "trust"].map {
    Places.load($0, "eight-people/\($0).csv")
  }
  private static func talk(isScreen: Bool = false) -> Talk { Talk(loaded, isScreen: isScreen) }

  @Test func `a table goes under a name and comes back`() {
    let talk = Self.talk()
    check(
      ["top 3 people by followers into Best"],
      in: talk,
      expect: .says(["Best: 3 people · `last Best` shows them"])
    )
    #expect(talk.results == "")
    check(
      ["count people", "last best"],
      in: talk,
      expect: .says(["1\tbea\t5\n2\tada\t4\n3\tcal\t3"])
    )
    // It is the last table from there on.
    check(["| limit 1"], in: talk, expect: .writes("rank\tperson\tfollowers\n1\tbea\t5\n"))
    check(
      ["last best | where followers < 5 | keep person"],
      in: talk,
      expect: .writes("person\nada\ncal\n")
    )
    check(["last best", "count those"], in: talk, expect: .writes("count\tshare\n3\t0.375\n"))
    check(["| keep person | into few"], in: talk, expect: .fails(1))
    check(
      ["last best | limit 1 | into best", "last best"],
      in: talk,
      expect: .says(["1\tbea\t5\n"])
    )
    #expect(!talk.results.contains("ada"))
  }

  @Test func `a kept table is listed, forgotten, and not found by another name`() {
    let talk = Self.talk()
    check(
      ["count people into everybody", "describe definitions"],
      in: talk,
      expect: .says(["everybody\tcount people into everybody: 1 row"])
    )
    check(["last everybdy"], in: talk, expect: .fails(1, ["no table is kept", "fix: everybody"]))
    check(["fix"], in: talk, expect: .writes("count\tshare\n8\t1\n"))
    check(["forget everybody"], in: talk, expect: .says(["the table everybody is forgotten"]))
    check(["last everybody"], in: talk, expect: .fails(1, ["unknown-name"]))
  }

  @Test func `what stands below a table is a table`() {
    let talk = Self.talk()
    let header = "measure\tother measure\tspearman\tkendall\trbo\ttop 4 jaccard\tn\tleft out\n"
    check(
      ["compare followers, pagerank | agreement | keep measure, n"],
      in: talk,
      expect: .writes("measure\tn\nfollowers\t8\n")
    )
    check(["compare followers, pagerank", "| agreement"], in: talk, expect: .says([header]))
    check(
      ["compare followers, pagerank", "| differences"],
      in: talk,
      expect: .fails(1, ["no table called `differences`", "| agreement"])
    )
    check(
      ["choose 2 people to reach people | ways | keep way"],
      in: talk,
      expect: .says(["chosen\nbest one by one\n"])
    )
    check(
      ["correlate followers, pagerank against trust received | differences"],
      in: talk,
      expect: .says(["measure\tother measure\tdifference\tlow\thigh\n"])
    )
  }

  @Test func `results go to a file until they are to go to none`() {
    let folder = ScratchFolder([("mine.md", "precious\n")])
    let talk = Self.talk(isScreen: true)
    talk.conversation.folder = folder.path
    check(["set output \"mine.md\""], in: talk, expect: .fails(1, ["file-exists"]))
    check(["set output \"mine.xyz\""], in: talk, expect: .fails(1, ["wrong-ending"]))
    check(["set output \"all.md\"", "top 1 people by followers"], in: talk, expect: .says([]))
    #expect(talk.results == "")
    #expect(talk.messages.contains("all.md: 1 person"))
    check(["count people", "last", "count customers into \"c.csv\""], in: talk, expect: .says([]))
    let one = "| rank | person | followers |\n| ---: | --- | ---: |\n| 1 | bea | 5 |\n"
    let two = "\n| count | share |\n| ---: | ---: |\n| 8 | 1 |\n"
    #expect(folder.text(of: "all.md") == one + two + two)
    #expect(folder.text(of: "c.csv") == "count,share\n2,0.25\n")
    check(["set output off", "count people"], in: talk, expect: .says(["│     8 │"]))
    #expect(folder.text(of: "all.md") == one + two + two)
    #expect(folder.text(of: "mine.md") == "precious\n")
  }

  @Test(arguments: ["csv", "tsv", "json", "html"])
  func `a file of one table takes no second one`(_ ending: String) {
    let folder = ScratchFolder([])
    let talk = Self.talk()
    talk.conversation.folder = folder.path
    check(["set output \"one.\(ending)\"", "count people"], in: talk, expect: .says([]))
    let text = folder.text(of: "one.\(ending)")
    check(
      ["count customers"],
      in: talk,
      expect: .fails(1, ["holds a table already", "count customers into"])
    )
    check(["count customers into few"], in: talk, expect: .says(["few: 1 row"]))
    #expect(folder.text(of: "one.\(ending)") == text)
  }

  @Test func `one output in a chosen format takes one table, and others are told apart`() {
    let talk = Self.talk()
    talk.conversation.surroundings.gathersResults = true
    check(["count people"], in: talk, expect: .writes("count\tshare\n8\t1\n"))
    check(["count customers"], in: talk, expect: .writes("\ncount\tshare\n2\t0.25\n"))
    check(["set format csv", "count people"], in: talk, expect: .fails(1, ["csv is one table"]))
    check(["set format jsonl", "count people"], in: talk, expect: .says(["\"count\":8"]))
  }

  @Test func `no results go to a file where files are out of reach`() {
    let talk = Self.talk()
    talk.conversation.session.isSafe = true
    check(["set output \"/tmp/kith-unreached.csv\""], in: talk, expect: .fails(1, ["out-of-reach"]))
    check(["set output off"], in: talk, expect: .says(["output: off"]))
    let folder = ScratchFolder([])
    let other = Self.talk()
    check(["set output \"\(folder.path)/a.csv\""], in: other, expect: .says([]))
    other.conversation.session.isSafe = true
    check(["count people"], in: other, expect: .writes("count\tshare\n8\t1\n"))
    #expect(folder.names == [])
  }
}
