import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// What it costs to lift somebody with made-up people.
@Suite struct GamingTests {
  /// The sock puppets of reference/metrics.md, derivation 19, one act each.
  @Test(arguments: [
    ("followers", "follows only", "5", "5"),
    ("kred points", "shares only", "6", "6"),
    ("pagerank", "follows only", "19", "19"),
    ("pagerank", "closed loop only", "1", "4"),
    // Each follows, trusts and says that they care for yoga.
    ("expected audience overlap with #yoga weighted by trust", "trust only", "3", "9"),
    ("eigentrust from @hal", "trust only, most people 60", "-", "-"),
  ])
  func `lifting gus above ada takes so many`(
    _ measure: String,
    _ moves: String,
    _ people: String,
    _ acts: String
  ) {
    let asked = "gaming cost in (\(measure)) (\(moves)) to @ada for @gus"
    check(asked, expect: .column("new people", people))
    check(asked, expect: .column("acts", acts))
  }

  @Test func `a cost is people and acts at their prices`() {
    check("gaming cost in followers (gain 3) for @gus", expect: .column("gaming cost", "6"))
    check(
      "gaming cost in followers (gain 3, person cost 10, act cost 0.5) for @gus",
      expect: .column("gaming cost", "31.5")
    )
    check("gaming cost in followers to @gus for @ada", expect: .column("gaming cost", "0"))
    // To follow nobody costs two acts, and is all there is to gain by it.
    check(
      "gaming cost in (following * -1) (gain 2) for @gus",
      expect: .column("gaming cost", "2")
    )
    check(
      "gaming cost in followers (gain 3, most people 2) for @gus",
      expect: .remark("1 without gaming cost: not within 2 new people")
    )
  }

  @Test func `all kinds of move are listed, the cheapest first, and do what they say`() throws {
    let opened = try answer("explain gaming cost in kred points to @ada for @gus")
    let kinds = cells(of: "moves", in: opened.table)
    #expect(kinds.count == 4)
    #expect(opened.findings.first == "cheapest for @gus, at 8: assuming \(kinds[0])")
    #expect(opened.findings.count == kinds.count)
    for (moves, after) in zip(kinds, cells(of: "after", in: opened.table)) {
      check("kred points for @gus assuming \(moves)", expect: .column("kred points", after))
    }
  }

  @Test(arguments: [
    "klout score", "pagerank", "followers", "kred influence", "follower ratio", "reach",
    "audience overlap with #yoga", "tunkrank", "trust received",
  ])
  func `what the search finds comes true`(_ measure: String) throws {
    let opened = try answer("explain gaming cost in \(measure) to @ada for @gus")
    let before = try #require(opened.table["moves"])
    #expect(before.count > 0)
    let found = zip(cells(of: "moves", in: opened.table), cells(of: "after", in: opened.table))
    for (moves, after) in found where after != "-" {
      let table = try answer("show \(measure) for @gus assuming \(moves)").table
      #expect(cells(of: table.columns[1].name, in: table) == [after], "\(moves)")
    }
  }

  @Test func `measures are held against each other by what they cost`() throws {
    let world = World(definitions: ["define scores as followers, kred points, eigentrust from @hal"]
    )
    let answer = try answer(
      "explain gaming cost in scores (most people 60) to @ada for @gus",
      in: world
    )
    #expect(
      cells(of: "measure", in: answer.table) == [
        "kred points", "followers", "eigentrust from @hal",
      ]
    )
    #expect(cells(of: "gaming cost", in: answer.table) == ["8", "10", "-"])
    #expect(
      answer.findings.last
        == "not to be gamed so, no such move changes it: eigentrust from @hal"
    )
  }

  @Test(arguments: [
    ("pagerank", "it is at most 1"),
    ("followers (gain 3, most people 2)", "not within 2 new people"),
    ("spending", "no such move changes it"), ("response rate (gain 0.1)", "no value to begin with"),
  ])
  func `what is not to be had is told with its reason`(_ measure: String, _ reason: String) throws {
    let asked = "gaming cost in \(measure) for @gus"
    check(asked, expect: .remark("1 without gaming cost: \(reason)"))
    let opened = try answer("explain \(asked)")
    #expect(cells(of: "moves", in: opened.table) == [reason])
    #expect(opened.findings == ["nothing lifts @gus so: \(reason)"])
  }

  @Test func `nobody is searched for among too many`() throws {
    let world = World(graph: Graph.random(people: 101, density: 0.02, seed: 1))
    check(
      "gaming cost in followers",
      in: world,
      expect: .remark("searched for at most 100 people, whom `for` says")
    )
  }
}
