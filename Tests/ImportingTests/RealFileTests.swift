import Diagnostics
import Graph
import Importing
import Testing
import Values

/// Files from outside, with the counts their publishers give.
@Suite(.enabled(if: SharedFiles.isThere, "the shared data sets are not beside the repository"))
struct RealFileTests {
  @Test func `ciao trust`() {
    let graph = check(
      path: SharedFiles.path("ciao/trust.tsv"),
      as: .trust,
      expect: .report(
        ["rows read": 111_781, "ties": 111_781, "people": 7_317, "new people": 7_317],
        sentence: "@1 trusts @2 with 1",
        notes: ["every tie weighs 1"]
      )
    )
    #expect(graph.relations["trust"]?.count == 111_781)
    let both = check(
      path: SharedFiles.path("ciao/rating.tsv"),
      as: .interests,
      ["count = rating"],
      into: graph,
      expect: .report(["rows read": 284_086, "people": 7_375, "new people": 58])
    )
    #expect(both.personCount == 7_375)
    #expect(both.topics.count == 28)
  }

  @Test func `ciao ratings as interests`() {
    check(
      path: SharedFiles.path("ciao/rating.tsv"),
      as: .interests,
      ["weight = rating"],
      expect: .error(.weightOutOfScale, ["weights run from 0 to 5", "scale = 5", "count = rating"])
    )
    check(
      path: SharedFiles.path("ciao/rating.tsv"),
      as: .interests,
      expect: .report(
        ["rows read": 284_086, "interests": 59_338, "people": 7_375],
        notes: ["columns left unread: product, rating, helpfulness"]
      )
    )
  }

  @Test func `bitcoin trust without a header`() {
    let path = SharedFiles.path("bitcoin-otc/soc-sign-bitcoinotc.csv")
    check(
      path: path,
      as: .trust,
      expect: .error(.weightOutOfScale, ["from -10 to 10", "scale = 10", "otc.csv:21:7"])
    )
    let graph = check(
      path: path,
      as: .trust,
      ["scale = 10"],
      expect: .report(
        ["rows read": 35_592, "ties": 35_592, "people": 5_881],
        sentence: "@6 trusts @2 with 0.4",
        notes: ["truster = 1, trusted = 2, weight = 3, time = 4"]
      )
    )
    #expect(graph.relations["trust"]?.forwardWeights?.bounds == -1...1)
    #expect(graph.relations["trust"]?.times?.contains { $0 == nil } == false)
  }

  @Test func `bitcoin trust with a header and carriage returns`() {
    check(
      path: SharedFiles.path("bitcoin-otc/with-added-header-crlf.csv"),
      as: .trust,
      ["scale = 10"],
      expect: .report(["rows read": 35_592, "ties": 35_592, "people": 5_881])
    )
  }

  @Test func `advogato trust and names`() {
    let graph = check(
      path: SharedFiles.path("advogato/out.advogato"),
      as: .trust,
      expect: .report(
        ["rows read": 51_127, "ties": 47_135, "self-ties dropped": 3_992, "people": 6_539],
        sentence: "@1 trusts @2 with 1",
        notes: ["2 lines that begin with # or %"]
      )
    )
    let named = check(
      path: SharedFiles.path("advogato/ent.advogato.user.name"),
      as: .people,
      ["handle = line", "name = 1"],
      into: graph,
      expect: .report(
        ["rows read": 6_541, "people": 6_541, "new people": 2],
        sentence: "@1: name gc"
      )
    )
    #expect(named.attribute("name")?.kind == "text")
  }

  @Test func `higgs activity`() {
    check(
      path: SharedFiles.path("higgs-twitter/higgs-activity_time.txt"),
      as: .interactions,
      [
        "source = 1", "target = 2", "time = 3", "kind = 4", "share = \"RT\"", "mention = \"MT\"",
        "reply = \"RE\"",
      ],
      expect: .report([
        "rows read": 563_069, "people": 304_691, "self-interactions dropped": 7_588,
        "events": 555_481, "share": 354_930, "mention": 171_237, "reply": 36_902,
      ])
    )
  }

  @Test func `last.fm friends, plays and tags`() {
    check(
      path: SharedFiles.path("lastfm-hetrec2011/user_friends.dat"),
      as: .follows,
      expect: .report(["rows read": 25_434, "ties": 25_434, "people": 1_892])
    )
    let plays = SharedFiles.path("lastfm-hetrec2011/user_artists.dat")
    check(
      path: plays,
      as: .interests,
      expect: .error(.weightOutOfScale, ["count = weight", "scale = 352698"])
    )
    check(
      path: plays,
      as: .interests,
      ["count = weight"],
      expect: .report(["rows read": 92_834, "interests": 92_834, "people": 1_892])
    )
    check(
      path: SharedFiles.path("lastfm-hetrec2011/tags.dat"),
      as: .people,
      ["handle = tagID"],
      expect: .report(["rows read": 11_946], notes: ["read as Latin-1, first at line"])
    )
  }
}
