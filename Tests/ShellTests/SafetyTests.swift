import Diagnostics
import Shell
import Testing

/// Files out of reach, a time that is up, and data written to do harm.
@Suite struct SafetyTests {
  private static let loaded = Places.load("follows", "eight-people/follows.csv")

  @Test(arguments: [
    "load follows from \"f.csv\"", "load \".\"", "open \"a.kithgraph\"", "run \"a.kith\"",
    "save \"a.kithgraph\"", "save \"a.kith\"", "record \"a.session\"", "describe \"f.csv\"",
    "followers into \"a.csv\"", "followers | into \"a.csv\"", "| into \"a.csv\"",
    "| limit 1 | into \"a.html\"", "count people into \"a.tsv\"", "plan followers into \"a.csv\"",
    "show name for people into \"a.md\"", "average followers into \"a.json\"",
    "path from @ada to @bea into \"a.csv\"", "compare followers, reach into \"a.csv\"",
    "overlap between followers of @ada, followers of @bea into \"a.csv\"",
  ])
  func `no file is read or written where files are out of reach`(_ line: String) {
    let folder = ScratchFolder([("f.csv", "a,b\n"), ("a.kith", "count people\n")])
    let talk = Talk([Self.loaded, "followers"])
    talk.conversation.folder = folder.path
    talk.conversation.session.isSafe = true
    check([line], in: talk, expect: .fails(1, ["out-of-reach", "--safe"]))
    #expect(folder.names == ["a.kith", "f.csv"])
    #expect(folder.text(of: "f.csv") == "a,b\n")
  }

  @Test func `questions, settings and definitions are within reach, and a fix is no way round`() {
    let talk = Talk([Self.loaded, "top 3 by folowers into \"/tmp/kith-out-of-reach.csv\""])
    talk.conversation.session.isSafe = true
    check(["fix"], in: talk, expect: .fails(1, ["out-of-reach"]))
    for line in [
      "followers", "set format csv", "define fans as followers of @ada", "last", "describe graph",
      "record off", "help tour",
    ] {
      #expect(talk.submit(line) == .done, "\(line): \(talk.messages)")
    }
  }

  @Test func `a statement that takes longer than it may is stopped`() {
    let talk = Talk([Self.loaded, "set time limit 0.001 seconds"])
    // So many that no machine is done in a thousandth of a second.
    let measures = (1...90).map { "pagerank (damping 0.\(5000 + $0)) " }.joined(separator: "+ ")
    check([measures], in: talk, expect: .fails(1, ["time-limit", "stopped after 1.0 ms"]))
    check(["set time limit 2 minutes", measures], in: talk, expect: .says([]))
    check(["set time limit 0 seconds"], in: talk, expect: .fails(1, ["above 0"]))
    check(["set time limit 3"], in: talk, expect: .fails(1, ["such as `30 seconds`"]))
    check(["describe settings"], in: talk, expect: .says([]))
    #expect(talk.results.contains("time limit\t2.0 min\t"))
  }

  /// Texts that move a cursor, colour, ring, hide, turn round, or end a line or a cell.
  private static let hostile = [
    "\u{1B}[2J", "\u{1B}]0;x\u{07}", "\u{9B}31m", "\u{202E}moc", "\u{2066}a", "a\u{200B}b",
    "\u{07}",
    "a\rb", "\u{85}x", "\u{2028}", "<script>alert(1)</script>", "\\input{x}", "a|b", "=1+1",
    "\u{E0041}",
  ]

  @Test(arguments: [
    "table", "ascii", "vertical", "csv", "tsv", "json", "jsonl", "markdown", "html", "latex",
  ])
  func `nothing that data holds reaches a terminal but as text`(_ format: String) {
    let folder = ScratchFolder()
    let rows = Self.hostile.map { "\"\($0)\",\"m\($0)\"" }.joined(separator: "\n")
    folder.write("handle,motto\(Self.hostile[0])\n\(rows)\n", to: "people.csv")
    let ties = Self.hostile.map { "\"\($0)\",b" }.joined(separator: "\n")
    folder.write("follower,followed\n\(ties)\n", to: "follows.csv")
    let cares = Self.hostile.map { "b,\"\($0)\",1" }.joined(separator: "\n")
    folder.write("person,topic,weight\n\(cares)\n", to: "interests.csv")
    let talk = Talk(isScreen: true, width: 60)
    talk.conversation.folder = folder.path
    let lines = [
      "load people from \"people.csv\"", "load follows from \"follows.csv\"",
      "load interests from \"interests.csv\"", "describe \"people.csv\"", "describe graph",
      "describe @b", "followers", "topics", "show * for people", "last", "vertical",
      "describe @\"a|b\"", "describe column motto", "help tour", "describe @\"a\u{1B}[2J\"",
      "load people from \"\u{1B}[2Jnone.csv\"", "set format \"\u{1B}[2J\"",
      "set missing mark \"\u{202E}\"",
      "followers where followers > 100", "explain followers for @b", "record \"\u{1B}[2J.session\"",
      "describe #\u{202E}", "| into \"\u{1B}[2J.csv\"", "save \"\u{9B}31m.kith\"",
      "describe settings",
    ]
    talk.submit("set format \(format)")
    for line in lines {
      talk.said = ""
      talk.submit(line)
      let obeyed = talk.said.unicodeScalars.filter { Self.isObeyed($0) }
      #expect(obeyed.isEmpty, "\(format): \(line): \(obeyed.map { $0.value })")
    }
    #expect(talk.submit("followers") == .done, "\(talk.messages)")
  }

  /// Whether a terminal acts on it, turns text round for it, or shows nothing of it.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }
}
