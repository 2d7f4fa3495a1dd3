import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Who is chosen, against every choice there is.
struct PortfolioTests {
  private func model(_ graph: Graph, _ arguments: MetricArguments) throws -> SpreadModel {
    try ExpectedSpread().model(on: graph, with: arguments, watchedBy: .unwatched)
  }

  private func candidates(_ people: [PersonID], of graph: Graph, most: Int) -> Candidates {
    Candidates(people, among: graph.personCount, most: most)
  }

  @Test(arguments: CascadeTies.Uptake.allCases, [1, 64])
  func `the chosen and the bound enclose the best choice`(
    _ uptake: CascadeTies.Uptake,
    _ hops: Int
  ) throws {
    for seed in 0..<6 as Range<UInt64> {
      let graph = Graph.few(people: 6, ties: 9, seed: seed)
      let worth = (0..<6).map { Double(1 + ($0 * 5) % 4) }
      let oracle = try graph.oracle(uptake, within: hops, nil)
      let model = SpreadModel(
        try model(
          graph,
          MetricArguments(
            weight: .ties(try graph.trust, name: "trust"),
            options: ["cascade": uptake.rawValue]
          )
        ).ties,
        worth: worth,
        within: hops,
        draws: 1_000,
        seed: 1
      )
      for most in 1...3 {
        let found = try model.portfolio(of: candidates([4, 0, 1, 2, 3], of: graph, most: most))
        let choices = CascadeOracle.choices(of: [0, 1, 2, 3, 4], most: most)
        let spreads = oracle.spreads(
          of: choices + [found.chosen.people.map { Int($0) }],
          worth: worth
        )
        let best = spreads.dropLast().max() ?? 0
        let reached = found.chosen.reached
        #expect(abs(reached - spreads[spreads.count - 1]) < 1e-9, "seed \(seed)")
        #expect(reached >= 0.632 * best && best <= found.bound + 1e-9, "seed \(seed)")
        #expect(reached >= found.ratio * best - 1e-9 && found.ratio > 0.5, "seed \(seed)")
        #expect(found.error == nil && found.draws == 0)
      }
    }
  }

  @Test func `with costs the bound holds for all that can be paid`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let graph = Graph.few(people: 7, ties: 14, seed: seed)
      let costs = (0..<7).map { Double(($0 * 3 + Int(seed)) % 5) }
      let budget = Double(2 + seed % 6)
      let model = try model(graph, MetricArguments(options: ["cascade": "direct"]))
      let found = try model.portfolio(
        of: Candidates(
          Array(0..<7),
          among: 7,
          most: 3,
          costs: costs,
          budget: budget
        )
      )
      let choices = CascadeOracle.choices(of: Array(0..<7), most: 3).filter { choice in
        choice.reduce(0) { $0 + costs[$1] } <= budget
      }
      let spreads = try graph.oracle(.direct, within: 1, 1)
        .spreads(of: choices, worth: Array(repeating: 1, count: 7))
      let best = spreads.max() ?? 0
      let spent = found.chosen.people.reduce(0) { $0 + costs[Int($1)] }
      #expect(spent <= budget && found.chosen.people.count <= 3)
      #expect(found.chosen.reached >= 0.31 * best && best <= found.bound + 1e-9, "seed \(seed)")
    }
  }

  /// Derivation 15 of the eight people.
  @Test func `unduplicated reach of pairs is as worked by hand`() throws {
    let graph = Graph.eightPeople
    let everybody = candidates(Array(0..<8), of: graph, most: 2)
    var arguments = MetricArguments(options: ["cascade": "direct"])
    let all = try model(graph, arguments).portfolio(of: everybody)
    #expect(all.chosen.people.map { graph.people[$0] } == ["bea", "cal"])
    #expect(all.chosen.together == [5, 7] && all.chosen.duplicated == 1)
    arguments.group = MetricArguments.Group(members: graph.group(topic: "yoga").members)
    let yoga = try model(graph, arguments).portfolio(of: everybody)
    #expect(yoga.chosen.reached == 4 && yoga.bound == 4 && yoga.ratio == 1)
    #expect(yoga.mostHeard.people.map { graph.people[$0] } == ["bea", "ada"])
    #expect(yoga.mostHeard.reached == 3)
  }

  /// A certificate at 99 % fails once in a hundred; of 20 draws one may, two hardly ever.
  @Test func `what is certified from draws holds`() throws {
    let graph = Graph.stars
    let stars = Array(0..<10)
    let choices = CascadeOracle.choices(of: stars, most: 2)
    let worth = [Double](repeating: 1, count: graph.personCount)
    let spreads = try graph.oracle(.independent, within: 64, nil)
      .spreads(of: choices, worth: worth)
    let best = try #require(spreads.max())
    var failures = 0
    for seed in 1...20 {
      let arguments = MetricArguments(
        weight: .ties(try graph.trust, name: "trust"),
        parameters: ["seed": Double(seed), "draws": 4_000]
      )
      let found = try model(graph, arguments)
        .portfolio(of: candidates(stars.map { PersonID($0) }, of: graph, most: 2))
      let chosen = Set(found.chosen.people.map { Int($0) })
      let place = try #require(choices.firstIndex { Set($0) == chosen })
      #expect(found.draws == 4_000 && found.ratio > 0.5)
      if found.bound < best || found.ratio > spreads[place] / best { failures += 1 }
      let error = try #require(found.error)
      #expect(abs(found.chosen.reached - spreads[place]) < 5 * error)
    }
    #expect(failures < 2)
  }

  @Test func `threads do not matter, and work can be stopped`() throws {
    let graph = Graph.sparse(people: 900, tiesEach: 5, seed: 6)
    let model = try model(graph, MetricArguments(parameters: ["draws": 2_000]))
    let everybody = candidates(graph.everybody.people, of: graph, most: 5)
    let found = try [1, 2].map { try model.portfolio(of: everybody, threads: $0) }
    #expect(found[0].chosen.people == found[1].chosen.people)
    #expect(areIdentical(found[0].chosen.together, found[1].chosen.together))
    #expect(found[0].ratio == found[1].ratio && found[0].bound == found[1].bound)
    let stopping = WorkMonitor(isCancelled: { true })
    #expect(throws: MetricError.cancelled) {
      _ = try model.portfolio(of: everybody, watchedBy: stopping)
    }
  }

  @Test func `nobody is chosen who adds nothing`() throws {
    let graph = Graph(literal: "b>a c>a b>d e")
    let model = try model(graph, MetricArguments(options: ["cascade": "direct"]))
    let found = try model.portfolio(of: candidates([0, 1, 2, 3, 4], of: graph, most: 4))
    #expect(found.chosen.people.map { graph.people[$0] } == ["a"])
    #expect(found.bound == 2 && found.ratio == 1)
  }
}
