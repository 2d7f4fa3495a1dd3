import Graph
import Query
import Shell
import Testing

/// Derivations 18 and 19 of `reference/metrics.md` part (c), asked as questions of the real files.
@Suite struct WhatIfTests {
  /// Against revenue of seven people, the seller left out.
  @Test(arguments: [
    ("followers", 0.5085, 0.8, 0.6653), ("pagerank", 0.6742, 0.9, 0.9558),
    ("kred points", 0.6804, 0.9, 0.9558),
    ("expected audience overlap with #yoga weighted by trust", 0.8321, 1, 1),
  ])
  func `measures against revenue come out as worked by hand`(
    _ measure: String,
    _ spearman: Double,
    _ area: Double,
    _ gain: Double
  ) throws {
    let talk = try loaded()
    talk.submit("correlate \(measure) against revenue (linear) for people but not @hal")
    let names = header(of: talk.results)
    for (name, wanted) in [("spearman", spearman), ("auc", area), ("ndcg", gain)] {
      let place = try #require(names.firstIndex(of: name))
      let found = try #require(column(place, of: talk.results)[0], "\(talk.messages)")
      #expect(abs(found - wanted) <= 0.000_05, "\(name) of \(measure): \(found)")
    }
    #expect(column(try #require(names.firstIndex(of: "n")), of: talk.results) == [7])
  }

  @Test func `what trust tells of revenue beside followers`() throws {
    let talk = try loaded()
    talk.submit(
      "correlate expected audience overlap with #yoga weighted by trust against revenue (linear) "
        + "controlling for followers for people but not @hal"
    )
    let place = try #require(header(of: talk.results).firstIndex(of: "partial"))
    let found = try #require(column(place, of: talk.results)[0])
    #expect(abs(found - 0.8299) <= 0.000_05)
  }

  /// The sock puppets that lift Gus above Ada, and one fewer do not.
  @Test(arguments: [
    ("followers", "follows only", 5.0), ("kred points", "shares only", 6),
    ("pagerank", "follows only", 19), ("pagerank", "closed loop only", 1),
    ("(expected audience overlap with #yoga weighted by trust)", "trust only", 3),
  ])
  func `so many sock puppets lift gus above ada`(
    _ measure: String,
    _ moves: String,
    _ people: Double
  ) throws {
    let talk = try loaded()
    talk.submit("show new people gaming cost in \(measure) (\(moves)) to @ada for @gus")
    #expect(column(1, of: talk.results) == [people], "\(talk.messages)")
  }

  @Test func `no number of them buys trust that is rooted in somebody real`() throws {
    let talk = try loaded()
    talk.submit("show gaming cost in (eigentrust from @hal) (most people 60) to @ada for @gus")
    #expect(column(1, of: talk.results) == [nil])
    #expect(talk.messages.contains("no such move changes it"))
  }

  /// The names of the columns of a table in tsv.
  private func header(of table: String) -> [String] {
    table.split(separator: "\n").first?.split(separator: "\t").map(String.init) ?? []
  }

  private func loaded() throws -> Talk {
    let talk = Talk()
    let outcome = talk.conversation.runScript(Places.example("eight-people/load.kith"))
    try #require(outcome == .done, "\(talk.messages)")
    return talk
  }
}
