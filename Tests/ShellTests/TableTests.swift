import Shell
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What is done with the last table: verbs, `those`, `last`, files and charts.
@Suite struct TableTests {
  private static let loaded = [
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("trust", "eight-people/trust.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]
  private static let top = "top 3 by followers"

  @Test func `a line of verbs goes on with the last table, and is the last table`() {
    let talk = Talk(Self.loaded + [Self.top])
    check(
      ["| where followers > 3"],
      in: talk,
      expect: .writes("rank\tperson\tfollowers\n1\tbea\t5\n2\tada\t4\n")
    )
    check(
      ["| sort by person", "| keep person, followers * 2"],
      in: talk,
      expect: .writes("person\tfollowers * 2\nada\t8\nbea\t10\n")
    )
    let reading =
      "top 3 people by followers | where followers > 3 | sort by person | "
      + "keep person, followers * 2"
    let words = talk.messages.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(
      separator: " "
    )
    #expect(words.hasPrefix("\(reading) -- over follows"))
    let table = talk.results
    check(["last"], in: talk, expect: .writes(table))
    check([reading], in: talk, expect: .writes(table))
    check(
      ["| limit 1", "| limit 1", "last"],
      in: talk,
      expect: .writes("person\tfollowers * 2\nada\t8\n")
    )
  }

  @Test func `a verb that is wrong leaves the last table as it was`() {
    let talk = Talk(Self.loaded + [Self.top])
    let folder = ScratchFolder()
    let file = "\(folder.path)/table.csv"
    check(
      ["| into \"\(file)\" | where folowers > 3"],
      in: talk,
      expect: .fails(1, ["no column is called `folowers`", "fix: followers"])
    )
    check(["| limit 1"], in: talk, expect: .writes("rank\tperson\tfollowers\n1\tbea\t5\n"))
    #expect(contents(of: file) == nil)
    check(["top 3 by folowers | limit 1"], in: talk, expect: .fails(1, ["fix: followers"]))
    check(
      ["fix"],
      in: Talk(Self.loaded + [Self.top, "| where folowers > 4"]),
      expect: .writes("rank\tperson\tfollowers\n1\tbea\t5\n")
    )
  }

  @Test(arguments: ["| limit 3", "| into \"x.csv\"", "last"])
  func `without a table there is nothing to go on with`(_ line: String) {
    check([line], in: Talk(Self.loaded), expect: .fails(1, ["there is no table yet"]))
  }

  @Test(arguments: [
    (["top 3 by followers"], "those", "bea ada cal", "(top 3 people by followers)"),
    (["followers of @ada"], "count those", "4", "count (followers of @ada)"),
    (["#yoga where followers > 2"], "those", "ada cal", "(#yoga where followers > 2)"),
    (
      ["show followers for #yoga"], "those but not @ada", "cal fay hal",
      "@ada, @cal, @fay, @hal but not @ada"
    ),
    (["top 3 by followers | limit 2"], "those", "ada bea", "@bea, @ada"),
    (["top 3 by followers", "| where followers < 5"], "those", "ada cal", "@ada, @cal"),
    (
      ["top 3 by followers", "| sort by person"], "those and #yoga", "ada cal", "(@ada, @bea, @cal)"
    ),
    (["top 3 by followers", "| as bars"], "those and #yoga", "ada cal", "(top 3 people by"),
    (
      ["top 3 by followers", "set interest threshold 0.9"], "those", "ada bea cal",
      "@bea, @ada, @cal"
    ),
    (["top 3 by followers", "define a as @ada"], "those", "ada bea cal", "@bea, @ada, @cal"),
    (["top 2 by followers", "top 1 those by -followers"], "those", "ada", "(top 1 (top 2"),
    (["people where followers > 99"], "count those", "0", "count (people where followers > 99)"),
  ])
  func `those are the people of the last table`(
    _ lines: [String],
    _ question: String,
    _ people: String,
    _ reading: String
  ) {
    let talk = Talk(Self.loaded + lines)
    check([question], in: talk, expect: .says([reading]))
    let rows = talk.results.split(separator: "\n").dropFirst()
    let first = rows.compactMap { $0.split(separator: "\t").first.map(String.init) }
    #expect(Set(first) == Set(people.split(separator: " ").map(String.init)))
  }

  @Test func `those are the same people after more is loaded`() {
    let folder = ScratchFolder([
      (
        name: "more.csv",
        text: "follower,followed\nnew,gus\nold,gus\nnewer,gus\nada,gus\ncal,gus\ndan,gus\n"
      )
    ])
    let talk = Talk(Self.loaded + ["top 1 by followers"])
    check(
      ["load follows from \"\(folder.path)/more.csv\""],
      in: talk,
      expect: .says(["follows @gus"])
    )
    // @gus leads by now, and the words would say so.
    check(["show followers for those"], in: talk, expect: .writes("person\tfollowers\nbea\t5\n"))
    #expect(talk.messages.contains("show followers for @bea"))
    check(["top 1 by followers"], in: talk, expect: .writes("rank\tperson\tfollowers\n1\tgus\t6\n"))
  }

  @Test(arguments: [
    (["count people"], "it lists none"),
    (["top 3 by followers | keep followers"], "it lists none"),
    (["ties over trust limit 1"], "it lists none"), (["topics"], "it lists none"),
    (["top 3 by followers | where followers > 9"], "nobody is in it"), ([], "there is none"),
  ])
  func `a table without people has none of those`(_ lines: [String], _ part: String) {
    check(Self.loaded + lines + ["those"], expect: .fails(1, [part]))
  }

  @Test func `a definition cannot say those`() {
    check(
      Self.loaded + [Self.top, "define best as those but not @ada"],
      expect: .fails(1, ["which changes", "@bea, @ada, @cal"])
    )
  }

  @Test(arguments: [
    ("top 2 by followers into \"FILE\"", "rank,person,followers\n1,bea,5\n2,ada,4\n"),
    ("top 2 by followers | into \"FILE\"", "rank,person,followers\n1,bea,5\n2,ada,4\n"),
    (
      "top 3 by followers | limit 1 | into \"FILE\" | keep person",
      "rank,person,followers\n1,bea,5\n"
    ),
    ("#pop into \"FILE\" | limit 1", "person\nbea\ndan\neve\ngus\n"),
  ])
  func `a table goes to a file, and is not shown`(_ line: String, _ text: String) {
    let folder = ScratchFolder()
    let file = "\(folder.path)/table.csv"
    let talk = Talk(Self.loaded)
    check([line.replacing("FILE", with: file)], in: talk, expect: .says(["table.csv: ", "people"]))
    #expect(talk.results == "")
    #expect(contents(of: file) == text)
    // What another session wrote is not written over, and the table is still at hand.
    let other = Talk(Self.loaded + ["count people"])
    check(["| into \"\(file)\""], in: other, expect: .fails(1, ["file-exists"]))
    check(["| into \"\(folder.path)/table.odt\""], in: other, expect: .fails(1, [".csv"]))
    check(["last"], in: other, expect: .writes("count\tshare\n8\t1\n"))
    #expect(contents(of: file) == text)
    remove(file)
  }
}

/// The text of a file; nil where there is none.
private func contents(of path: String) -> String? {
  guard let file = unsafe fopen(path, "r") else { return nil }
  defer { unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = unsafe fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}

/// Removes a file.
private func remove(_ path: String) { _ = unsafe unlink(path) }
