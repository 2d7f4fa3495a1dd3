import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Random walks, beside the linear equations they solve.
struct RandomWalkTests {
  @Test(arguments: 0..<40, [0.0, 0.5, 0.85])
  func `pagerank solves its equations, from anywhere and from some`(
    seed: UInt64,
    damping: Double
  ) throws {
    let graph = Graph.random(people: 1 + Int(seed), density: 0.15, seed: seed)
    let follows = try #require(graph.relations["follows"])
    var random = SeededRandom(seed: seed)
    let some = (0..<graph.personCount).map { _ in Double.random(in: 0...1, using: &random) }
    let sum = some.reduce(0, +)
    for start in [RandomWalk.start(anywhereIn: graph), some.map { $0 / sum }] {
      let outcome = try RandomWalk(follows, damping: damping, start: start).run()
      #expect(outcome.change <= 1e-12 && outcome.rounds <= 200)
      let solved = Self.solved(follows, damping: damping, start: start) { _, _ in 1 }
      #expect(agree(outcome.shares, solved, within: 1e-11))
      #expect(abs(outcome.shares.reduce(0, +) - 1) <= 1e-12)
    }
  }

  @Test(arguments: 0..<30)
  func `weighted by trust it prefers whom one trusts`(seed: UInt64) throws {
    let graph = Graph.random(people: 2 + Int(seed), density: 0.3, seed: seed)
    let follows = try #require(graph.relations["follows"])
    let trust = try #require(graph.relations["trust"])
    for missing in [nil, 0.2] {
      let arguments = MetricArguments(
        weight: .ties(trust, name: "trust"),
        missingTrust: missing
      )
      let start = RandomWalk.start(anywhereIn: graph)
      let solved = Self.solved(follows, damping: 0.85, start: start) {
        max(trust.weight(from: $0, to: $1) ?? missing ?? 0, 0)
      }
      #expect(agree(try pagerank(graph, arguments).values, solved, within: 1e-10))
    }
  }

  @Test func `weighted by a measure of people it prefers who has more`() throws {
    let graph = Graph(literal: "a>b a>c b>a c>a")
    let weight = MetricArguments.Weight.people([.nan, 3, 1], name: "followers")
    let ranks = try pagerank(graph, MetricArguments(weight: weight)).values
    // b and c hand everything back to where walks start, since a weighs nothing.
    #expect(abs((ranks[1] - ranks[0]) / (ranks[2] - ranks[0]) - 3) < 1e-9)
  }

  @Test func `from one person it is as the table says, and exactly zero out of reach`() throws {
    let graph = Graph.eightPeople
    let hal = try #require(graph.people.number(of: "hal"))
    let ranks = try pagerank(graph, MetricArguments(from: PersonSet([hal], universe: 8))).values
    let expected = [0.2413, 0.0877, 0.2413, 0, 0, 0.0684, 0, 0.3613]
    #expect(agree(ranks, expected, within: 0.00005))
    #expect(ranks[3] == 0 && ranks[4] == 0 && ranks[6] == 0)
  }

  @Test func `in a topic it starts with those who care, in proportion`() throws {
    let graph = Graph(literal: "a b a~yoga:0.6 b~yoga:0.2 c")
    let yoga = try #require(graph.topics.number(of: "yoga"))
    #expect(agree(try pagerank(graph, MetricArguments(topic: yoga)).values, [0.75, 0.25, 0]))
    let b = PersonSet([1, 2], universe: 3)
    let both = try pagerank(graph, MetricArguments(topic: yoga, from: b)).values
    #expect(agree(both, [0, 1, 0]))
    let nobody = try pagerank(graph, MetricArguments(from: PersonSet(universe: 3)))
    #expect(nobody.values.allSatisfy { $0.isNaN })
    #expect(nobody.missingReason == "nobody to start from")
  }

  @Test func `a pair and a sink come out by hand`() throws {
    let ranks = try pagerank(Graph(literal: "a>b"), MetricArguments()).values
    #expect(agree(ranks, [1 - 0.925 / 1.425, 0.925 / 1.425], within: 1e-12))
  }

  @Test func `nobody has no ranks`() throws {
    let walk = RandomWalk(Relation(sources: 0, targets: 0), damping: 0.85, start: [])
    #expect(try walk.run().shares == [])
  }

  @Test func `it stops after the most rounds and says how far it was`() throws {
    let graph = Graph.random(people: 20, density: 0.1, seed: 3)
    let follows = try #require(graph.relations["follows"])
    let start = RandomWalk.start(anywhereIn: graph)
    let outcome = try RandomWalk(follows, damping: 0.999, start: start).run(most: 5)
    #expect(outcome.rounds == 5 && outcome.change > 1e-12)
    #expect(outcome.remarks(on: "pagerank").count == 1)
  }

  private func pagerank(_ graph: Graph, _ arguments: MetricArguments) throws -> Measured {
    try PageRank().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  /// The walk by elimination: `p = d (P' + t sinks') p + (1 - d) t`.
  private static func solved(
    _ follows: Relation,
    damping: Double,
    start: [Double],
    weight: (PersonID, PersonID) -> Double
  ) -> [Double] {
    var equations = LinearEquations(unknowns: start.count, right: start.map { $0 * (1 - damping) })
    for person in start.indices {
      let source = PersonID(person)
      let weights = follows.forward[source].map { ($0, weight(source, $0)) }
      let sum = weights.reduce(0) { $0 + $1.1 }
      if sum == 0 {
        for target in start.indices { equations[target, person] -= damping * start[target] }
      } else {
        for (target, weight) in weights { equations[Int(target), person] -= damping * weight / sum }
      }
    }
    return equations.solution
  }
}
