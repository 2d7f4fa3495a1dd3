import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Distances and shortest chains, beside all pairs worked out by relaxing ties.
struct ShortestChainTests {
  static let graphs = (0..<40).map { seed in
    Graph.random(
      people: 1 + seed % 25,
      density: [0.03, 0.08, 0.2][seed % 3],
      seed: UInt64(seed) + 500
    )
  }

  /// Steps from each to each, and how many shortest chains; nil where there is none.
  private static func pairs(_ relation: Relation) -> (steps: [[Int?]], chains: [[Double]]) {
    let count = relation.forward.count
    var steps = (0..<count).map { row in (0..<count).map { $0 == row ? 0 : Int?.none } }
    var chains = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for step in 0..<count {
      for source in 0..<count {
        let before = steps[source]
        for tie in relation.ties where before[Int(tie.source)] == step {
          let target = Int(tie.target)
          guard before[target] == nil else { continue }
          steps[source][target] = step + 1
          chains[source][target] += chains[source][Int(tie.source)]
        }
      }
    }
    return (steps, chains)
  }

  @Test func `distances are those by relaxing, from one and from several`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let steps = Self.pairs(follows).steps
      let search = BreadthFirstSearch(along: follows.forward, against: follows.backward)
      for source in steps.indices {
        let several = [source, source / 2, source]
        for sources in [[source], several] {
          let outcome = try search.run(from: sources.map { PersonID($0) })
          let least = steps.indices.map { target in
            sources.compactMap { steps[$0][target] }.min().map { UInt32($0) }
          }
          #expect(outcome.distances == least.map { $0 ?? BreadthFirstSearch.unreached })
          let levels = Dictionary(grouping: least.compactMap(\.self)) { $0 }
          #expect(outcome.levels == levels.keys.sorted().map { levels[$0]?.count ?? 0 })
        }
        let two = try search.run(from: [PersonID(source)], within: 2)
        #expect(two.reached == steps[source].count { $0 == 1 || $0 == 2 })
      }
    }
  }

  @Test(arguments: [0, 1, 2])
  func `both directions of a step find the same`(seed: UInt64) throws {
    // Dense enough to turn around, and with a long tail to turn back on.
    var literal = (0..<60).map { "t\($0)>t\($0 + 1)" }
    var random = SeededRandom(seed: seed)
    for person in 0..<400 {
      for _ in 0..<20 {
        literal.append("p\(person)>p\(Int.random(in: 0..<400, using: &random))")
      }
    }
    literal.append("p7>t0")
    let graph = Graph(literal: literal.joined(separator: " "))
    let follows = try #require(graph.relations["follows"])
    let source = try #require(graph.people.number(of: "p3"))
    let search = BreadthFirstSearch(along: follows.forward, against: follows.backward)
    let outcomes = try [1, 2].map { try search.run(from: [source], threads: $0) }
    #expect(outcomes[0].distances == outcomes[1].distances)
    var distances = [UInt32](repeating: BreadthFirstSearch.unreached, count: graph.personCount)
    distances[Int(source)] = 0
    let ties = follows.ties
    for step in 0..<UInt32(graph.personCount) {
      for tie in ties where distances[Int(tie.source)] == step {
        distances[Int(tie.target)] = min(distances[Int(tie.target)], step + 1)
      }
    }
    #expect(outcomes[0].distances == distances)
    #expect(outcomes[0].levels.count > 60)
  }

  @Test func `harmonic closeness and balls count what distances say`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let steps = Self.pairs(follows).steps
      let everybody = steps.indices.map { PersonID($0) }
      let growth = BallGrowth(over: follows.backward)
      let harmonic = try growth.sums(from: everybody) { 1 / Double($0) }
      let two = try growth.sums(from: everybody, within: 2) { _ in 1 }
      for person in steps.indices {
        let known = steps.compactMap { $0[person] }.filter { $0 > 0 }
        #expect(agree([harmonic[person]], [known.reduce(0) { $0 + 1 / Double($1) }]))
        #expect(two[person] == Double(known.count { $0 <= 2 }))
      }
    }
  }

  @Test func `more people than a batch holds are counted alike`() throws {
    let graph = Graph.sparse(people: 1_200, tiesEach: 3, seed: 8)
    let follows = try #require(graph.relations["follows"])
    let everybody = graph.everybody.people
    let three = try BallGrowth(over: follows.backward).sums(from: everybody, within: 3) { _ in 1 }
    var search = BoundedSearch(over: follows.backward)
    let counted = try everybody.map { Double(try search.reach(of: $0, within: 3)) }
    #expect(three == counted)
  }

  @Test func `few people are searched, many estimated near what is exact`() throws {
    let graph = Graph.sparse(people: 1_200, tiesEach: 4, seed: 8)
    let exact = try answer(HarmonicCloseness(), graph)
    let wanted = PersonSet([3, 700], universe: 1_200)
    let few = try answer(HarmonicCloseness(countingEverybodyUpTo: 10), graph, wanted: wanted)
    #expect(agree([few.values[3], few.values[700]], [exact.values[3], exact.values[700]]))
    #expect(few.values[4].isNaN && few.claim == nil)
    let estimated = try answer(HarmonicCloseness(countingEverybodyUpTo: 10), graph)
    #expect(estimated.claim == .sampled && estimated.remarks.count == 1)
    let ratios = zip(estimated.values, exact.values).filter { $1 > 0 }.map { $0 / $1 }
    #expect(ratios.allSatisfy { (0.8...1.2).contains($0) })
  }

  @Test func `betweenness counts chains through each`() throws {
    for graph in Self.graphs where graph.personCount > 2 {
      let follows = try #require(graph.relations["follows"])
      let (steps, chains) = Self.pairs(follows)
      let count = graph.personCount
      var expected = [Double](repeating: 0, count: count)
      for source in 0..<count {
        for target in 0..<count where source != target {
          guard let whole = steps[source][target] else { continue }
          for middle in 0..<count where middle != source && middle != target {
            guard let first = steps[source][middle], let second = steps[middle][target],
              first + second == whole
            else { continue }
            expected[middle] +=
              chains[source][middle] * chains[middle][target] / chains[source][target]
          }
        }
      }
      let pairs = Double((count - 1) * (count - 2))
      let values = try answer(BetweennessCentrality(), graph).values
      #expect(agree(values, expected.map { $0 / pairs }))
    }
  }

  @Test func `a sample of sources tells its error, and all of them make it exact`() throws {
    let graph = Graph.sparse(people: 500, tiesEach: 6, seed: 2)
    let exact = try answer(BetweennessCentrality(), graph)
    let sampled = try answer(
      BetweennessCentrality(searchingEverybodyUpTo: 10),
      graph,
      ["sources": 100]
    )
    #expect(exact.claim == nil && exact["error"]?.isShown == false)
    #expect(sampled.claim == .sampled && sampled.remarks.count == 1)
    let errors = try #require(sampled["error"]).values
    #expect(errors.contains { $0 > 0 })
    let whole = try answer(
      BetweennessCentrality(searchingEverybodyUpTo: 10),
      graph,
      ["sources": 500]
    )
    #expect(areIdentical(whole.values, exact.values))
  }

  @Test func `errors of samples are as large as their estimates are off`() throws {
    let graph = Graph.sparse(people: 200, tiesEach: 6, seed: 2)
    let exact = try answer(BetweennessCentrality(), graph).values
    var random = SeededRandom(seed: 5)
    let draws = 200
    var off = [Double](repeating: 0, count: exact.count)
    var told = off
    var covered = 0
    for _ in 0..<draws {
      let metric = BetweennessCentrality(
        searchingEverybodyUpTo: 10,
        drawingFrom: random.next() | 1
      )
      let sampled = try answer(metric, graph, ["sources": 40])
      let errors = try #require(sampled["error"]).values
      for person in exact.indices {
        let miss = sampled.values[person] - exact[person]
        off[person] += miss * miss
        told[person] += errors[person] * errors[person]
        covered += abs(miss) <= 2 * errors[person] ? 1 : 0
      }
    }
    // Without the part for who is drawn, the errors' squares would be a quarter too great.
    let whole: Double = off.reduce(0, +) / told.reduce(0, +)
    #expect(whole > 0.9 && whole < 1.1)
    let ratios: [Double] = zip(off, told).map { $0 / $1 }
    #expect(ratios.allSatisfy { $0 > 0.5 && $0 < 2 })
    // What depends on a person is skewed, so fewer than 95 % lie within two errors.
    let part = Double(covered) / Double(draws * exact.count)
    #expect(part > 0.7 && part < 0.9)
  }

  private func answer(
    _ metric: any Metric,
    _ graph: Graph,
    _ parameters: [String: Double] = [:],
    wanted: PersonSet? = nil
  ) throws -> Measured {
    try metric.evaluate(
      on: graph,
      with: MetricArguments(parameters: parameters, wanted: wanted),
      watchedBy: .unwatched
    )
  }
}
