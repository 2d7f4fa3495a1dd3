import Shell
import Testing

/// `record`: a session becomes a transcript, and a transcript can be played.
@Suite struct RecordTests {
  private let folder = ScratchFolder()

  private func talk() -> Talk {
    folder.write("follower,followed\na,b\nc,b\nb,a\n", to: "f.csv")
    let talk = Talk(width: 120)
    talk.conversation.folder = folder.path
    return talk
  }

  @Test func `what is said and what comes of it are kept, with what made the session before`() {
    let talk = talk()
    for line in [
      "load follows from \"f.csv\"", "define fans as followers of @b", "set rows 12",
      "record \"a.session\"", "count fans", "top 2 people\nby followers",
    ] {
      #expect(talk.submit(line) == .done, "\(talk.messages)")
    }
    #expect(talk.submit("followrs") == .failed(exitCode: 1))
    check(["record off"], in: talk, expect: .says(["a.session: 6 exchanges"]))
    talk.submit("count people")
    let text = folder.text(of: "a.session")
    let expected = """
      # A session of Kith, kept by `record`.

      kith> load follows from "f.csv"
        f.csv: 3 rows read · 3 ties · 3 people · 3 new people
        @a follows @b

      kith> set rows 12
        rows: 12

      kith> define fans as followers of @b
        fans is followers of @b

      kith> count fans
        count fans
      ┌───────┬────────┐
      │ count │  share │
      ├───────┼────────┤
      │     2 │ 66.7 % │
      └───────┴────────┘
        share of all 3 people

      kith> top 2 people
      ....> by followers
        top 2 people by followers -- over follows
      ┌──────┬────────┬─────────────┐
      │ rank │ person │ followers ▼ │
      ├──────┼────────┼─────────────┤
      │    1 │ @b     │           2 │
      │    2 │ @a     │           1 │
      └──────┴────────┴─────────────┘
        2 people

      kith> followrs
      error unknown-name at input:1:1
        no measure is called `followrs`
      """
    #expect(text.hasPrefix(expected), "\(text)")
    #expect(!text.contains("count people"))
    #expect(folder.mode(of: "a.session") == 0o600)
  }

  @Test func `played, a transcript says what it holds`() {
    let talk = talk()
    for line in [
      "load follows from \"f.csv\"", "record \"a.session\"", "people", "pagerank", "last",
      "| where pagerank > 0.3", "describe @b", "show name", "help followers", "record off",
    ] {
      talk.submit(line)
    }
    let transcript = folder.text(of: "a.session")
    let again = Talk(isScreen: true)
    again.conversation.folder = folder.path
    var played = "# A session of Kith, kept by `record`.\n"
    for piece in transcript.split(separator: "\nkith> ").dropFirst() {
      let said = piece.split(separator: "\n", maxSplits: 1)[0]
      again.said = ""
      again.submit(String(said))
      played += "\nkith> \(said)\n\(again.said)"
    }
    let parts = transcript.split(separator: "\n# unchanged since", maxSplits: 1)
    #expect(parts.count == 2 && parts[0] == played)
  }

  @Test func `files further up are named from the folder of the transcript`() {
    let talk = talk()
    talk.submit("load follows from \"f.csv\"")
    let other = ScratchFolder()
    talk.submit("record \"\(other.path)/a.session\"")
    let said = talk.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("start from its folder, \(other.path)"))
    let name = folder.path.split(separator: "/").last ?? ""
    let text = other.text(of: "a.session")
    #expect(text.contains("kith> load follows from \"../\(name)/f.csv\"\n"), "\(text)")
  }

  @Test func `while it is kept a screen is 80 columns wide and tells no time`() {
    let talk = talk()
    talk.submit("load follows from \"f.csv\"")
    talk.submit("record \"a.session\"")
    talk.submit("followers")
    #expect(talk.results.hasPrefix("┌"))
    talk.submit("record off")
    talk.submit("followers")
    #expect(talk.results.hasPrefix("rank\t"))
  }

  @Test func `a file that something else wrote stays, one of an earlier record is replaced`() {
    folder.write("mine", to: "a.session")
    let talk = talk()
    check(["record \"a.session\""], in: talk, expect: .fails(1, ["file-exists"]))
    check(["record \"a.txt\""], in: talk, expect: .fails(1, ["wrong-ending", ".session"]))
    check(["record off"], in: talk, expect: .says(["nothing is being recorded"]))
    check(["record \"b.session\"", "record off"], in: talk, expect: .says([]))
    let other = self.talk()
    check(["record \"b.session\"", "record off"], in: other, expect: .says(["0 exchanges"]))
  }

  @Test func `a session that cannot be said again is not recorded`() {
    let talk = talk()
    talk.submit("load follows from \"f.csv\"")
    folder.write("nothing", to: "f.csv")
    check(["record \"a.session\""], in: talk, expect: .fails(1, ["and `load follows"]))
    check(["count people"], in: talk, expect: .writes("count\tshare\n3\t1\n"))
    #expect(folder.text(of: "a.session") == "")
  }
}
