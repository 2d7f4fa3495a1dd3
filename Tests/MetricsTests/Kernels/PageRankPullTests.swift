import Graph
import Metrics
import TestSupport
import Testing

/// PageRank, beside one step of pushing.
struct PageRankPullTests {
  @Test(arguments: 0..<40, [0.0, 0.5, 0.85])
  func `one more step of pushing changes nothing`(seed: UInt64, damping: Double) throws {
    let graph = Graph.random(people: 1 + Int(seed), density: 0.15, seed: seed)
    let follows = try #require(graph.relations["follows"])
    let outcome = try PageRankPull(follows).run(damping: damping)
    #expect(outcome.change <= 1e-12 && outcome.rounds <= 200)
    let pushed = PageRankPullTests.pushed(outcome.ranks, follows, damping: damping)
    let residual = zip(pushed, outcome.ranks).reduce(0) { $0 + abs($1.0 - $1.1) }
    #expect(residual <= 1e-11)
    #expect(abs(outcome.ranks.reduce(0, +) - 1) <= 1e-12)
  }

  @Test func `a pair and a sink come out by hand`() throws {
    let graph = Graph(literal: "a>b")
    let ranks = try PageRankPull(try #require(graph.relations["follows"])).run(damping: 0.85).ranks
    #expect(agree(ranks, [1 - 0.925 / 1.425, 0.925 / 1.425], within: 1e-12))
  }

  @Test func `nobody has no ranks`() throws {
    #expect(try PageRankPull(Relation(sources: 0, targets: 0)).run(damping: 0.85).ranks == [])
  }

  @Test func `it stops after the most rounds and says how far it was`() throws {
    let graph = Graph.random(people: 20, density: 0.1, seed: 3)
    let follows = try #require(graph.relations["follows"])
    let outcome = try PageRankPull(follows).run(damping: 0.999, most: 5)
    #expect(outcome.rounds == 5 && outcome.change > 1e-12)
  }

  private static func pushed(_ ranks: [Double], _ follows: Relation, damping: Double) -> [Double] {
    let count = Double(ranks.count)
    var next = [Double](repeating: (1 - damping) / count, count: ranks.count)
    for person in ranks.indices {
      let followed = follows.forward[PersonID(person)]
      let targets = followed.isEmpty ? Array(ranks.indices) : followed.map(Int.init)
      for target in targets { next[target] += damping * ranks[person] / Double(targets.count) }
    }
    return next
  }
}
