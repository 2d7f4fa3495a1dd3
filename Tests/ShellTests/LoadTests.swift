import Diagnostics
import Importing
import Shell
import Syntax
import Testing

/// `load`, from what is typed to what is answered.
@Suite struct LoadTests {
  private static let trust = "source,target,rating\nann,bob,5\nbob,ann,1\n"

  @Test func `every word that load takes is a thing, and every thing has a word`() {
    let slots = Completion.slots(in: "load ", at: 5, lexicon: Session().parser.lexicon)
    let words = slots.compactMap { slot -> String? in
      if case .words(let words) = slot.expectation { words } else { nil }
    }
    #expect(Set(words) == Set(LoadRequest.Thing.named.map(\.word) + ["relation"]))
  }

  @Test(arguments: [
    ("load trust from \"t.csv\"", 4, "load trust from \"t.csv\" (scale = 1 to 5)"),
    (
      "load trust from \"t.csv\" (weight = rating)", 4,
      "load trust from \"t.csv\" (weight = rating, scale = 1 to 5)"
    ),
    (
      "load trust from \"t.csv\" (source = truster, target = trusted, scale = 5)", 4,
      "load trust from \"t.csv\" (truster = source, trusted = target, scale = 5)"
    ),
    (
      "load \"t.csv\"", 1,
      "load trust from \"t.csv\" (truster = source, trusted = target, weight = rating, "
        + "scale = 1 to 5)"
    ),
    ("load ratings from \"t.csv\" (scale = 5)", 1, "load trust from \"t.csv\" (scale = 5)"),
  ])
  func `what a message proposes is run by fix`(_ line: String, _ code: Int32, _ mended: String) {
    let folder = ScratchFolder([("t.csv", Self.trust)])
    let talk = Talk()
    talk.conversation.folder = folder.path
    check([line], in: talk, expect: .fails(code))
    check(["fix"], in: talk, expect: .says(["2 ties", "@ann trusts @bob"]))
    let said = talk.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains(mended), "\(talk.messages)")
  }

  @Test func `an alias is its person in questions`() {
    let folder = ScratchFolder([
      ("follows.csv", "ann,bob\ncyd,b2\n"), ("aliases.csv", "bob,b2\n"),
    ])
    let talk = Talk()
    talk.conversation.folder = folder.path
    check(
      ["load follows from \"follows.csv\"", "load aliases from \"aliases.csv\""],
      in: talk,
      expect: .says(["1 alias ", "1 person joined", "@b2 means @bob"])
    )
    check(["followers for @b2"], in: talk, expect: .writes("rank\tperson\tfollowers\n1\tbob\t2\n"))
    check(["describe graph"], in: talk, expect: .says([]))
    #expect(talk.results.contains("aliases\t\t1\n"))
  }

  @Test func `a folder is loaded whole or not at all`() {
    let folder = ScratchFolder([
      ("follows.csv", "ann,bob\n"), ("vouches.tsv", "ann\tbob\tyoga\n"), ("notes.md", "x"),
    ])
    let talk = Talk()
    check(
      ["load \"\(folder.path)\""],
      in: talk,
      expect: .says([
        "@ann follows @bob", "1 vouch ", "@ann vouches for @bob on #yoga", "2 files loaded",
        "left alone notes.md: its name is no thing to load",
      ])
    )
    check(["count people"], in: talk, expect: .writes("count\tshare\n2\t1\n"))
    let bad = ScratchFolder([("follows.csv", "cyd,dan\n"), ("vouches.csv", "")])
    check(
      ["load \"\(bad.path)\""],
      in: talk,
      expect: .fails(4, ["nothing-usable", "vouches.csv\" is empty", "was loaded"])
    )
    check(["count people"], in: talk, expect: .writes("count\tshare\n2\t1\n"))
  }

  @Test func `the village is loaded by its folder as by its script`() {
    let whole = Talk(["load \"\(Places.example("village"))\"", "describe graph"])
    let script = Talk(["run \"\(Places.example("village/load.kith"))\"", "describe graph"])
    #expect(whole.results.hasPrefix("what\tname\tcount\npeople\t\t2001\n"))
    #expect(whole.results == script.results)
  }

  @Test func `an unknown thing is answered with those there are`() {
    check(
      ["load followers from \"f.csv\""],
      expect: .fails(
        1,
        [
          "no loadable thing is called `followers`", "fix: load follows from \"f.csv\"", "vouches",
          "relation NAME",
          "mentions, replies",
        ]
      )
    )
  }
}
