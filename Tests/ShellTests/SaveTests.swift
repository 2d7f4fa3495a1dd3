import Archiving
import Shell
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `save` and `open`.
@Suite struct SaveTests {
  private static let loaded = [
    Places.load("people", "eight-people/people.csv"),
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("trust", "eight-people/trust.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]

  private let folder = ScratchFolder()

  @Test func `a graph that is opened answers as the one that was saved`() {
    let talk = Talk(Self.loaded)
    talk.conversation.folder = folder.path
    check(
      ["save \"a.kithgraph\""],
      in: talk,
      expect: .says(["a.kithgraph: 8 people · 17 follows · 17 trust · 2 topics"])
    )
    let fresh = Talk()
    check(["open \"\(folder.path)/a.kithgraph\""], in: fresh, expect: .says(["8 people"]))
    #expect(!fresh.messages.contains("takes the place"))
    for question in [
      "pagerank", "audience overlap with #yoga weighted by trust", "describe graph",
      "show name, role, customer for people", "reach",
    ] {
      #expect(talk.submit(question) == .done)
      check([question], in: fresh, expect: .writes(talk.results))
    }
  }

  @Test func `opening takes the place of the graph and leaves definitions`() {
    let talk = Talk(Self.loaded + ["save \"\(folder.path)/a.kithgraph\"", "define fans as #pop"])
    check(
      ["open \"\(folder.path)/a.kithgraph\""],
      in: talk,
      expect: .says(["takes the place of a graph of 8 people"])
    )
    check(["count fans"], in: talk, expect: .writes("count\tshare\n4\t0.5\n"))
  }

  @Test func `a file that cannot be opened leaves the graph as it was`() {
    folder.write("no graph", to: "bad.kithgraph")
    let talk = Talk(Self.loaded)
    let name = "\(folder.path)/bad.kithgraph"
    check(["open \"\(name)\""], in: talk, expect: .fails(4, ["unreadable-file", "no graph that"]))
    check(["count people"], in: talk, expect: .writes("count\tshare\n8\t1\n"))
    let none = "open \"\(folder.path)/none.kithgraph\""
    check([none], in: talk, expect: .fails(4, ["there is no file"]))
    check(["save \"\(folder.path)/a.kithgraph\""], in: talk, expect: .says([]))
    let bytes = folder.bytes(of: "a.kithgraph")
    folder.write(
      String(decoding: bytes.dropLast().map { $0 & 0x7F }, as: UTF8.self),
      to: "a.kithgraph"
    )
    check(["open \"\(folder.path)/a.kithgraph\""], in: talk, expect: .fails(4))
  }

  @Test(arguments: [
    ("save \"a.csv\"", "fix: | into \"a.csv\""), ("save \"a.JSON\"", "fix: | into \"a.JSON\""),
    ("save \"a.txt\"", "choices: .kithgraph · .kith"), ("save \"a\"", "choices: .kithgraph"),
    ("save \".kith\"", "choices: .kithgraph"), ("open \"a.kith\"", "fix: run \"a.kith\""),
    ("open \"a.csv\"", "choices: load follows from \"a.csv\" · describe \"a.csv\""),
    ("open \"a\"", "describe \"a\""),
  ])
  func `a wrong ending is refused with what would do it`(_ line: String, _ part: String) {
    check(Self.loaded + [line], expect: .fails(1, ["wrong-ending", part]))
  }

  @Test func `there is nothing to save before something is loaded`() {
    check(["save \"\(folder.path)/a.kithgraph\""], expect: .fails(1, ["nothing-loaded"]))
    #expect(folder.bytes(of: "a.kithgraph").isEmpty)
  }

  @Test func `a file that something else wrote stays unless overwrite is yes`() {
    folder.write("mine", to: "a.kith")
    let talk = Talk(Self.loaded)
    let line = "save \"\(folder.path)/a.kith\""
    check([line], in: talk, expect: .fails(1, ["file-exists", "set overwrite yes"]))
    #expect(folder.text(of: "a.kith") == "mine")
    check(["set overwrite yes", line, "set overwrite no", line], in: talk, expect: .says([]))
    #expect(folder.text(of: "a.kith").hasPrefix("-- A session of Kith"))
    check(["save \"\(folder.path)/a.kithgraph\""], in: talk, expect: .says([]))
    check(["save \"\(folder.path)/a.kithgraph\""], in: Talk(Self.loaded), expect: .says([]))
  }

  @Test func `a session comes back from its script`() {
    let talk = Talk(
      Self.loaded + [
        "set me @ada", "set missing trust 0.00002", "set interest threshold 30%", "set rows 12",
        "set pagerank damping 0.25", "set klout score window 6 weeks",
        "define wide as close where reach > 1", "define close as followers of @bea",
        "define wide as close  where -- those who are heard\n followers > 0",
        "define score as follower ratio * 2", "set format csv",
      ]
    )
    check(["save \"\(folder.path)/a.kith\""], in: talk, expect: .says(["4 files", "7 settings"]))
    let fresh = Talk()
    #expect(fresh.conversation.runScript("\(folder.path)/a.kith") == .done, "\(fresh.messages)")
    for question in ["describe settings", "wide", "score", "describe graph", "my trust for wide"] {
      let outcome = talk.submit(question)
      #expect(fresh.submit(question) == outcome)
      #expect(fresh.results == talk.results)
    }
    #expect(folder.text(of: "a.kith").contains("define close as followers of @bea\n"))
    check(["save \"\(folder.path)/b.kith\""], in: fresh, expect: .says([]))
    #expect(folder.text(of: "b.kith") == folder.text(of: "a.kith"))
  }

  @Test func `a script names files inside its folder from there, and others from the root`() {
    folder.write("a,b\n", to: "ties “1”.csv")
    let talk = Talk()
    talk.conversation.folder = folder.path
    check(
      [
        "load follows from \"./ties \\“1\\”.csv\" (follower = 1, -- who\n followed = 2, header = no)",
        Self.loaded[2], "save \"a.kith\"",
      ],
      in: talk,
      expect: .says(["a.kith: 2 files · 0 settings · 0 definitions"])
    )
    let wanted = """
      -- A session of Kith, written by `save`.

      load follows from "ties \\“1\\”.csv" (follower = 1, followed = 2, header = no)
      \(Self.loaded[2])

      expect graph "\(talk.conversation.session.graph.fingerprint)"

      """
    #expect(folder.text(of: "a.kith").hasPrefix(wanted + "\n-- unchanged since Kith wrote it: "))
    let fresh = Talk()
    #expect(fresh.conversation.runScript("\(folder.path)/a.kith") == .done, "\(fresh.messages)")
    check(["count people"], in: fresh, expect: .writes("count\tshare\n10\t1\n"))
  }

  @Test func `what was opened is opened again, and a load that failed is not there`() {
    let talk = Talk(Self.loaded)
    talk.conversation.folder = folder.path
    talk.submit("save \"a.kithgraph\"")
    talk.submit("load trust from \"none.csv\"")
    check(["open \"a.kithgraph\"", "save \"a.kith\""], in: talk, expect: .says(["1 file"]))
    let text = folder.text(of: "a.kith")
    let print = talk.conversation.session.graph.fingerprint
    let lines = "\n\nopen \"a.kithgraph\"\n\nexpect graph \"\(print)\"\n"
    #expect(text.hasPrefix("-- A session of Kith, written by `save`." + lines))
  }

  @Test func `a script that was changed by hand is not replaced`() {
    let talk = Talk(Self.loaded)
    talk.conversation.folder = folder.path
    talk.submit("save \"a.kith\"")
    let other = Talk(Self.loaded)
    other.conversation.folder = folder.path
    check(["save \"a.kith\""], in: other, expect: .says(["a.kith"]))
    let edited = folder.text(of: "a.kith").replacing("expect", with: "count people\nexpect")
    let changed = ScratchFolder([("a.kith", edited)])
    let third = Talk(Self.loaded)
    third.conversation.folder = changed.path
    check(["save \"a.kith\""], in: third, expect: .fails(1, ["file-exists", "changed by hand"]))
    #expect(changed.text(of: "a.kith") == edited)
  }

  @Test func `a definition whose names are gone is kept as a comment`() {
    let talk = Talk(Self.loaded + ["define a as #pop", "define b as a and customers", "forget a"])
    let left = "left out, as it names what is not there: define b as a and"
    check(["save \"\(folder.path)/a.kith\""], in: talk, expect: .says([left]))
    let fresh = Talk()
    #expect(fresh.conversation.runScript("\(folder.path)/a.kith") == .done, "\(fresh.messages)")
  }

  @Test func `a session that is run again has its parameters`() {
    let lines = [
      "param $topic: topic = \"hot yoga\"", "param $part: number = 7%",
      "param $who: set = @ada, @bea",
      "param $word: text = \"a \\\"b\\\"\"", "define chosen as $who",
      "save \"\(folder.path)/a.kith\"",
    ]
    check(
      Array(lines[...0]),
      in: Talk(Self.loaded),
      expect: .says(["$topic is topic \"hot yoga\""])
    )
    check(lines, in: Talk(Self.loaded), expect: .says(["4 files · 0 settings · 4"]))
    let text = folder.text(of: "a.kith")
    for line in [
      "param $part: number = 7%", "param $topic: topic = topic \"hot yoga\"",
      "param $who: set = @ada , @bea", "param $word: text = \"a \\\"b\\\"\"",
      "define chosen as $who",
    ] {
      #expect(text.contains(line + "\n"), "\(line) in \(text)")
    }
    check(
      ["run \"\(folder.path)/a.kith\"", "count chosen"],
      expect: .writes("count\tshare\n2\t0.25\n")
    )
  }
}
