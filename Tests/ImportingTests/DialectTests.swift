import Diagnostics
import Graph
import Importing
import Testing

/// How files are written: separators, headers, quotes, line ends, encodings.
struct DialectTests {
  private static let oneTie = Expected.report(["rows read": 1, "ties": 1, "people": 2])

  @Test(arguments: [
    "follower,followed\nann,bob\n", "follower\tfollowed\nann\tbob\n", "follower|followed\nann|bob",
    "follower;followed\nann;bob\n", "follower followed\nann bob\n",
    "follower   followed\nann\t bob",
    "follower,followed\r\nann,bob\r\n", "follower,followed\rann,bob\r",
    "\u{FEFF}follower,followed\nann,bob\n", "\n\nfollower,followed\n\nann,bob\n\n\n",
    "# made by hand\nfollower,followed\n% more\nann,bob\n",
    "\"follower\",\"followed\"\n\"ann\",\"bob\"",
    "follower,followed\n ann , bob \n", "follower,followed\n@ann,@bob\n", "ann,bob\n", "ann bob",
    "follower, followed\n\"ann\", \"bob\"\n", "Follower,FOLLOWED,note\nann,bob,\"a\nb\"\n",
    "follower,followed,note\nann,bob,\n", "follower,followed\nann,bob,\n",
  ])
  func `one tie, written in many ways`(_ text: String) {
    let graph = check(
      text,
      as: .follows,
      expect: .report(
        ["rows read": 1, "ties": 1, "people": 2, "rows refused": 0],
        sentence: "@ann follows @bob"
      )
    )
    #expect(graph.people.number(of: "ann") == 0)
  }

  @Test func `quotes hold separators, line breaks and doubled quotes`() {
    let graph = check(
      "handle,name\n1,\"Lee, Ann\"\n2,\"say \"\"hi\"\"\"\n3,\"two\nlines\"\n4,\"Weird Al\" Yankovic\n",
      as: .people,
      expect: .report(["rows read": 4, "people": 4], sentence: "@1: name Lee, Ann")
    )
    guard case .texts(let names)? = graph.attribute("name")?.cells else {
      Issue.record("no names")
      return
    }
    #expect(names == ["Lee, Ann", "say \"hi\"", "two\nlines", "\"Weird Al\" Yankovic"])
  }

  @Test func `a quote that never closes costs one row`() {
    check(
      "follower,followed\na,b\n\"c,d\ne,f\ng,h\n",
      as: .follows,
      expect: .report(["rows read": 4, "ties": 3, "rows refused": 1])
    )
  }

  @Test func `both ends quoted, both with doubled quotes`() {
    let graph = check(
      "follower,followed\n\"a\"\"b\",\"c\"\"d\"\n",
      as: .follows,
      expect: .report(["ties": 1, "people": 2])
    )
    #expect(graph.people.number(of: "a\"b") == 0)
    #expect(graph.people.number(of: "c\"d") == 1)
  }

  @Test func `a declared separator and header win`() {
    check(
      "a,1;b,2\nc;d\n",
      as: .follows,
      ["separator = semicolon", "header = no"],
      expect: .report(["rows read": 2, "ties": 2], sentence: "@\"a,1\" follows @\"b,2\"")
    )
    check("source,target\na,b\n", as: .follows, ["header = no"], expect: .report(["ties": 2]))
    check(
      "x,y\na,b\n",
      as: .follows,
      ["header = yes", "follower = x", "followed = y"],
      expect: .report(["ties": 1])
    )
    check("a~b\n", as: .follows, ["separator = \"~\""], expect: .report(["ties": 1]))
    check(
      "a,b\n",
      as: .follows,
      ["separator = nonsense"],
      expect: .error(.outOfRange, ["separator is a word", "tab", "comma"])
    )
    check("a,b\n", as: .follows, ["header = maybe"], expect: .error(.outOfRange, ["yes", "no"]))
  }

  @Test func `repeated headers are source and target`() {
    check(
      "Person.id|Person.id|creationDate\n1|2|1278777892244\n",
      as: .follows,
      expect: .report(["ties": 1], sentence: "@1 follows @2")
    )
  }

  @Test func `other encodings`() {
    check(
      bytes: [0xFF, 0xFE, 0x61, 0x00],
      as: .follows,
      expect: .error(.unreadableFile, ["UTF-16", "iconv"])
    )
    let latin: [UInt8] =
      Array("follower,followed\nann,Jos".utf8) + [0xE9] + Array("\nbob,ann\n".utf8)
    let graph = check(
      bytes: latin,
      as: .follows,
      expect: .report(
        ["ties": 2],
        notes: ["1 field is not UTF-8 and was read as Latin-1, first at line 2"]
      )
    )
    #expect(graph.people.number(of: "José") == 1)
    check("follower,followed\nänn,漢語\n", as: .follows, expect: .report(["ties": 1, "people": 2]))
  }

  @Test(arguments: [
    ("{\"a\": 1}", "JSON"), ("<graph>", "XML"), ("PK\u{3}\u{4}xx", "zip"), ("PAR1", "Parquet"),
    ("SQLite format 3\0", "database"), ("a\0b\0c\0d\0", "UTF-16"),
  ])
  func `what is no table is named`(_ text: String, _ word: String) {
    check(text, as: .follows, expect: .error(.unreadableFile, [word]))
  }

  @Test func `files that cannot be read`() {
    check(
      path: "/nonexistent/f.csv",
      as: .follows,
      expect: .error(.unreadableFile, ["there is no"])
    )
    check(path: "/tmp", as: .follows, expect: .error(.unreadableFile, ["is a folder"]))
    check(path: "/dev/null", as: .follows, expect: .error(.nothingUsable, ["is empty"]))
    check(path: "/dev/zero", as: .follows, expect: .error(.unreadableFile))
    check("", as: .follows, expect: .error(.nothingUsable, ["is empty"]))
    check("follower,followed\n", as: .follows, expect: .error(.nothingUsable, ["has no rows"]))
  }

  @Test func `a giant row is refused with its line`() {
    let text = "a,b\n" + String(repeating: "x", count: 17 << 20)
    check(text, as: .follows, expect: .error(.unreadableFile, ["longer than 16 MiB"]))
  }

  @Test func `rows longer than the window are whole`() {
    let note = String(repeating: "x", count: 3 << 20)
    check(
      "follower,followed,note\na,b,\(note)\nc,d,\"\(note)\n\(note)\"\ne,f,\n",
      as: .follows,
      expect: .report(["rows read": 3, "ties": 3])
    )
  }
}
