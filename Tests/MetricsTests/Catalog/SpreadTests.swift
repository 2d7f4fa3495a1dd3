import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Expected spread against the enumeration of every graph of live ties.
struct SpreadTests {
  private func spread(_ graph: Graph, _ arguments: MetricArguments) throws -> Measured {
    try ExpectedSpread().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  /// Derivation 11 of the eight people.
  @Test func `the eight people come out as worked by hand`() throws {
    let graph = Graph.eightPeople
    func values(_ arguments: MetricArguments) throws -> [Double] {
      try spread(graph, arguments).values.prefix(2).map { ($0 * 10_000).rounded() / 10_000 }
    }
    let plain = try values(MetricArguments())
    #expect(plain == [0.4278, 0.5644])
    let weighted = try values(MetricArguments(options: ["cascade": "degree-weighted cascade"]))
    #expect(weighted == [1.9599, 3.1142])
  }

  @Test(arguments: CascadeTies.Uptake.allCases, [1, 2, 64])
  func `few ties are exact`(_ uptake: CascadeTies.Uptake, _ hops: Int) throws {
    for seed in 0..<6 as Range<UInt64> {
      let graph = Graph.few(people: 6, ties: 9, seed: seed)
      for isWeighted in [false, true] {
        var arguments = MetricArguments(
          hops: hops,
          parameters: ["probability": 0.3],
          options: ["cascade": uptake.rawValue]
        )
        if isWeighted { arguments.weight = .ties(try graph.trust, name: "trust") }
        let oracle = try graph.oracle(uptake, within: hops, isWeighted ? nil : 0.3)
        let values = try spread(graph, arguments).values
        let expected = oracle.spreads(worth: Array(repeating: 1, count: graph.personCount))
        #expect(agree(values, expected), "seed \(seed), weighted \(isWeighted)")
      }
    }
  }

  @Test(arguments: CascadeTies.Uptake.allCases.filter { $0 != .direct }, [2, 64])
  func `estimates lie within their errors`(_ uptake: CascadeTies.Uptake, _ hops: Int) throws {
    let graph = Graph.stars
    let worth = (0..<graph.personCount).map { Double($0 % 3) }
    let expected = try graph.oracle(uptake, within: hops, nil).spreads(worth: worth)
    let measured = try spread(
      graph,
      MetricArguments(
        group: MetricArguments.Group(
          members: graph.everybody,
          interest: SparseColumn(worth)
        ),
        weight: .ties(try graph.trust, name: "trust"),
        hops: hops,
        parameters: ["draws": 20_000],
        options: ["cascade": uptake.rawValue]
      )
    )
    let errors = try #require(measured["error"]).values
    #expect(measured.claim == .sampled)
    for (person, value) in measured.values.enumerated() {
      // One in a million lies further off than five standard errors.
      #expect(abs(value - expected[person]) <= 5 * errors[person] + 1e-9, "\(person)")
    }
    let isEstimated = errors.contains { $0 > 0 }
    #expect(isEstimated)
  }

  @Test func `uniform chances leap over ties as often as they should`() throws {
    let graph = Graph.sparse(people: 200, tiesEach: 4, seed: 3)
    let follows = try #require(graph.relations["follows"])
    let equal = WeightColumn.coded(
      Array(repeating: 0, count: follows.count),
      palette: [0.1]
    )
    let weighed = Relation(
      forward: follows.forward,
      backward: follows.backward,
      forwardWeights: equal,
      backwardWeights: equal
    )
    let leapt = try spread(graph, MetricArguments(parameters: ["draws": 20_000]))
    let drawn = try spread(
      graph,
      MetricArguments(
        weight: .ties(weighed, name: "chance"),
        parameters: ["draws": 20_000, "seed": 9]
      )
    )
    let errors = zip(
      try #require(leapt["error"]).values,
      try #require(drawn["error"]).values
    ).map { ($0 * $0 + $1 * $1).squareRoot() }
    for person in errors.indices {
      let difference = abs(leapt.values[person] - drawn.values[person])
      #expect(difference <= 5 * errors[person] + 1e-9)
    }
  }

  @Test func `who weighs nothing is nobody to reach`() throws {
    let graph = Graph(literal: "a>b b>c")
    let nobody = MetricArguments.Group(members: PersonSet(universe: 3))
    let measured = try spread(graph, MetricArguments(group: nobody))
    #expect(measured.values.allSatisfy { $0.isNaN })
    #expect(measured.missingReason == "nobody to reach")
  }

  @Test func `a tie that always carries reaches whoever can be reached`() throws {
    let graph = Graph.random(people: 25, density: 0.1, seed: 4)
    let arguments = MetricArguments(parameters: ["probability": 1, "draws": 20_000])
    let spread = try spread(graph, arguments).values
    let reach = try Reach().evaluate(
      on: graph,
      with: MetricArguments(hops: 64),
      watchedBy: .unwatched
    ).values
    // 25 times five standard errors of a half.
    for (spread, reach) in zip(spread, reach) { #expect(abs(spread - reach) < 0.5) }
  }
}

extension Graph {
  /// The trust in it, which must be there.
  var trust: Relation {
    get throws { try #require(relations["trust"]) }
  }

  /// The cascades along its follows, by one chance for all or by trust.
  func oracle(
    _ uptake: CascadeTies.Uptake,
    within hops: Int,
    _ chance: Double?
  ) throws -> CascadeOracle {
    let follows = try #require(relations["follows"])
    let trust = try self.trust
    var oracle = CascadeOracle(follows) { speaker, listener in
      func weight(_ speaker: UInt32) -> Double {
        chance == nil ? trust.weight(from: listener, to: speaker) ?? 0 : 1
      }
      switch uptake {
      case .independent: return chance ?? weight(speaker)
      case .direct: return weight(speaker)
      case .weighted, .threshold:
        return weight(speaker) / follows.forward[listener].map(weight).reduce(0, +)
      }
    }
    oracle.isThreshold = uptake == .threshold
    oracle.hops = uptake == .direct ? 1 : hops
    return oracle
  }
}
