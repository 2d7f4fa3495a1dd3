import Diagnostics
import Graph
import Query
import Shell
import Testing

@Suite struct ConversationTests {
  private static let loaded = [
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]

  @Test func `tables go to the results, and all else to the messages`() {
    let talk = Talk(Self.loaded)
    check(
      ["top 2 by followers"],
      in: talk,
      expect: .writes("rank\tperson\tfollowers\n1\tbea\t5\n2\tada\t4\n")
    )
    #expect(talk.messages == "  top 2 people by followers -- over follows\n  2 people\n")
    check([Self.loaded[0]], in: talk, expect: .says(["17 rows read", "@ada follows @cal"]))
    #expect(talk.results == "")
  }

  @Test(arguments: [
    ("csv", "count,share\n4,0.5\n"), ("tsv", "count\tshare\n4\t0.5\n"),
    ("json", "[{\"count\":4,\"share\":0.5}]\n"), ("jsonl", "{\"count\":4,\"share\":0.5}\n"),
  ])
  func `a format is kept until it is changed`(_ format: String, _ table: String) {
    let talk = check(Self.loaded + ["set format \(format)", "count #yoga"], expect: .writes(table))
    check(["help", "count #yoga"], in: talk, expect: .writes(table))
    check(
      ["set format default", "count #yoga"],
      in: talk,
      expect: .writes("count\tshare\n4\t0.5\n")
    )
  }

  @Test func `a screen shows a box as wide as it is`() {
    let talk = Talk(Self.loaded, isScreen: true, width: 40)
    check(["audience overlap with #yoga"], in: talk, expect: .says(["interest >= 0.5"]))
    #expect(talk.results.hasPrefix("┌"))
    let lines = (talk.results + talk.messages).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 40 }, "\(talk.results)\(talk.messages)")
    talk.submit("set format tsv")
    talk.submit("followers")
    #expect(talk.results.hasPrefix("rank\tperson\tfollowers\n"))
  }

  @Test func `a formats choice by name and by ending`() throws {
    let talk = Talk(Self.loaded)
    try talk.conversation.chooseFormat(nil, file: "out.csv")
    check(["count #yoga"], in: talk, expect: .writes("count,share\n4,0.5\n"))
    try talk.conversation.chooseFormat("tsv", file: "out.csv")
    check(["count #yoga"], in: talk, expect: .writes("count\tshare\n4\t0.5\n"))
    #expect(throws: FormatChoiceError.self) {
      try talk.conversation.chooseFormat("xml", file: nil)
    }
  }

  @Test(arguments: [
    ("followers for", 2), ("followers)", 2), ("limit 3k", 2), ("#yoga or @ada and customers", 2),
    ("followers limit 1 limit 2", 2), ("reech", 1), ("followers for @nobody", 1),
    ("top 3 by trust", 1), ("load follows from \"none.csv\"", 4), ("help nothing", 1),
    ("set rows 1", 1), ("forget nothing", 1), ("followers; reech", 1), ("followers", 0),
  ])
  func `each failure has its exit code`(_ line: String, _ code: Int32) {
    let talk = Talk(Self.loaded)
    #expect(talk.submit(line) == (code == 0 ? .done : .failed(exitCode: code)))
  }

  @Test func `statements run up to the first that fails`() {
    let talk = Talk(Self.loaded)
    #expect(talk.submit("count #yoga; reech; count #pop") == .failed(exitCode: 1))
    #expect(talk.results == "count\tshare\n4\t0.5\n")
    #expect(talk.submit("count #yoga\ncount #pop") == .done)
    #expect(talk.results == "count\tshare\n4\t0.5\ncount\tshare\n4\t0.5\n")
  }

  @Test func `a script is read as a whole before any of it runs`() {
    let folder = ScratchFolder([
      (name: "good.kith", text: "load follows from \"f.csv\"\n-- all of them\ncount\n  people\n"),
      (
        name: "bad.kith", text: "load follows from \"f.csv\"\ncount people\nfollowers for\ncount)\n"
      ),
      (name: "late.kith", text: "load follows from \"f.csv\"\ncount people\nreech\ncount people\n"),
      (name: "f.csv", text: "follower,followed\na,b\nc,b\n"),
    ])
    let talk = Talk()
    #expect(talk.conversation.runScript("\(folder.path)/good.kith") == .done)
    #expect(talk.results == "count\tshare\n3\t1\n")

    let other = Talk()
    #expect(other.conversation.runScript("\(folder.path)/bad.kith") == .failed(exitCode: 2))
    #expect(other.results == "")
    #expect(other.conversation.session.graph.isEmpty)
    #expect(other.messages.contains("bad.kith:3:"))
    #expect(other.messages.contains("bad.kith:4:"))

    let third = Talk()
    #expect(third.conversation.runScript("\(folder.path)/late.kith") == .failed(exitCode: 1))
    #expect(third.results == "count\tshare\n3\t1\n")
    #expect(third.messages.contains("late.kith:3:1"))

    #expect(third.conversation.runScript("\(folder.path)/none.kith") == .failed(exitCode: 4))
    #expect(third.messages.contains("cannot be read"))
    #expect(third.conversation.runArgument("count people; count)") == .failed(exitCode: 2))
  }

  @Test func `what is wrong with a whole statement is shown on its line`() {
    let talk = Talk(Self.loaded)
    talk.submit("count people\n\ncount people limit 3")
    #expect(talk.messages.contains("input:3:1"))
    talk.submit("count people\nfix")
    #expect(talk.messages.contains("input:2:1"))
  }

  @Test func `what is wrong inside a definition is said once`() {
    for question in ["fans", "people where fans", "count fans", "top 2 people by fans"] {
      let talk = Talk(["define fans as people interested in #yoga", Self.loaded[0]])
      talk.submit(question)
      #expect(talk.messages.matches(of: /no interests are loaded/).count <= 1, "\(question)")
      #expect(talk.messages.matches(of: /is a set of people/).count <= 1, "\(question)")
    }
  }

  @Test func `definitions that unfold too far are refused`() {
    let chain = (1...60).map { "define a\($0) as a\($0 - 1) + 1" }
    let doubling = (1...40).map { "define a\($0) as a\($0 - 1) + a\($0 - 1)" }
    for lines in [chain, doubling] {
      let talk = Talk(Self.loaded + ["define a0 as followers + 1"])
      let refused = lines.first { talk.submit($0) != .done }
      #expect(refused != nil)
      #expect(talk.messages.contains("out-of-range"))
    }
  }

  @Test func `arithmetic that is nested too deep is refused`() {
    var measure = "followers"
    for _ in 0..<20 {
      let ends = String(repeating: " * 1", count: 90) + String(repeating: " + 1", count: 90)
      measure = "(\(measure)\(ends))"
    }
    check([measure], in: Talk(Self.loaded), expect: .fails(1, ["out-of-range"]))
  }

  @Test func `a script that begins with a byte order mark`() {
    let folder = ScratchFolder([(name: "bom.kith", text: "\u{FEFF}help quit\r\nhelp set\r\n")])
    #expect(Talk().conversation.runScript("\(folder.path)/bom.kith") == .done)
  }

  @Test func `the greeting says what there is`() {
    let talk = Talk()
    talk.conversation.greet()
    #expect(talk.messages.contains("nothing is loaded"))
    let other = Talk(Self.loaded)
    other.conversation.greet()
    #expect(other.messages.contains("8 people"))
    #expect(other.messages.contains("17 follows"))
    #expect(other.messages.contains("2 topics"))
  }

  @Test func `a misspelt word and unknown names are told together`() {
    check(
      Self.loaded + ["top 3 custommers by folowers whre reech > 3"],
      expect: .fails(2, ["fix: where", "`custommers`", "fix: followers", "fix: reach"])
    )
  }
}
