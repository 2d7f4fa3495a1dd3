import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Trust that is inferred, spread and counted, beside the same by definition.
struct TrustTests {
  static let graphs = (0..<40).map { number in
    Graph.random(
      people: 2 + number % 12,
      density: [0.08, 0.2, 0.5][number % 3],
      seed: UInt64(number + 300)
    )
  }

  @Test(arguments: ["moletrust", "tidaltrust", "path-decay trust"], [1, 2, 3, 6])
  func `trust is what the definition says of every two people`(name: String, hops: Int) throws {
    var inferred = 0
    for graph in Self.graphs {
      let oracle = TrustOracle(graph, hops: hops)
      for source in graph.everybody.people {
        var arguments = MetricArguments(hops: hops)
        arguments.from = PersonSet([source], universe: graph.personCount)
        let measured = try answer(name, graph, arguments)
        let expected = graph.everybody.people.map { oracle.trust(name, from: source, in: $0) }
        #expect(agree(measured.values, expected), "\(name) from \(source)")
        inferred += try #require(measured["hops"]).values.count { $0 > 1 }
      }
    }
    #expect(hops == 1 || inferred > 50)
  }

  @Test(arguments: ["moletrust", "tidaltrust", "path-decay trust", "inferred trust"])
  func `trust in somebody is what each has from their own side`(name: String) throws {
    for graph in Self.graphs {
      for target in graph.everybody.people {
        var arguments = MetricArguments()
        arguments.to = PersonSet([target], universe: graph.personCount)
        let towards = try answer(name, graph, arguments).values
        for source in graph.everybody.people {
          var arguments = MetricArguments()
          arguments.from = PersonSet([source], universe: graph.personCount)
          let onwards = try answer(name, graph, arguments).values[Int(target)]
          #expect(agree([towards[Int(source)]], [onwards]))
        }
      }
    }
  }

  @Test(arguments: ["moletrust", "tidaltrust", "path-decay trust"])
  func `missing ties are filled by the trust of their source and no others`(name: String) throws {
    let metric = try #require(entry(name).metric as? any TieMetric)
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let trust = try #require(graph.relations["trust"])
      let filled = try metric.filling(
        follows,
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      let oracle = TrustOracle(graph, hops: 3)
      for source in graph.everybody.people {
        for target in graph.everybody.people {
          let isMissing =
            follows.weight(from: source, to: target) != nil
            && trust.weight(from: source, to: target) == nil
          let expected = isMissing ? oracle.trust(name, from: source, in: target) : .nan
          #expect(agree([filled.weight(from: source, to: target) ?? .nan], [expected]))
        }
      }
    }
  }

  @Test func `distrust is not passed on, and what is stated stands`() throws {
    let graph = Graph(literal: "a!b:-1 b!c:1 a!d:0.9 d!b:1 d!e:-0.5 e!f:1")
    for name in ["moletrust", "tidaltrust", "path-decay trust"] {
      var arguments = MetricArguments()
      arguments.from = PersonSet([0], universe: 6)
      let measured = try answer(name, graph, arguments)
      func value(_ handle: String) -> Double {
        measured.values[graph.people.number(of: handle).map { Int($0) } ?? 0]
      }
      #expect(value("b") == 0, "\(name)")
      #expect(value("f").isNaN, "\(name)")
    }
  }

  @Test func `several are asked as one`() throws {
    let graph = Graph(literal: "a!c:0.4 b!c:0.8 c!d:1 b!a:1")
    var arguments = MetricArguments()
    arguments.from = PersonSet([0, 2], universe: 4)
    arguments.parameters = ["threshold": 0.5]
    #expect(graph.people[2] == "b")
    let measured = try answer("moletrust", graph, arguments)
    #expect(measured.values[0].isNaN && measured.values[2].isNaN)
    #expect(agree([measured.values[1], measured.values[3]], [0.6, 1]))
    #expect(measured.remarks == ["1 stated, 1 inferred"])
  }

  @Test func `without people to ask, or both ways, there is no answer`() {
    #expect(throws: MetricError.missing(.from)) {
      try answer("inferred trust", Graph.eightPeople, MetricArguments())
    }
    #expect(throws: MetricError.missing(.from)) {
      try answer("appleseed", Graph.eightPeople, MetricArguments())
    }
  }

  @Test func `within hops trust received is the mean of the best chains to somebody`() throws {
    for graph in Self.graphs {
      for hops in [1, 2, 4] {
        let measured = try answer("trust received", graph, MetricArguments(hops: hops))
        let oracle = TrustOracle(graph, hops: hops)
        let expected = graph.everybody.people.map { target in
          let known = graph.everybody.people
            .map { oracle.trust("path-decay trust", from: $0, in: target) }.filter { !$0.isNaN }
          return known.reduce(0, +) / Double(known.count)
        }
        #expect(agree(measured.values, expected))
      }
    }
  }

  @Test func `inferred trust enters an overlap and what is expected, never its bounds`() throws {
    let graph = Graph(literal: "a>v:0.5 b>v b!a:1 c>v a~yoga b~yoga c~yoga")
    var arguments = entry("audience overlap").arguments(on: graph, weightedByTrust: true)
    let plain = try answer("audience overlap", graph, arguments)
    let follows = try #require(graph.relations["follows"])
    let filled = try InferredTrust().filling(
      follows,
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(filled.count == 1)
    arguments.inferredTrust = (filled, 3)
    let measured = try answer("audience overlap", graph, arguments)
    let place = Int(try #require(graph.people.number(of: "v")))
    #expect(try #require(measured["expected"]).values[place] == 1)
    #expect(try #require(plain["expected"]).values[place] == 0.5)
    for name in ["low", "high", "effective audience", "trust known"] {
      #expect(
        areIdentical(
          try #require(measured[name]).values,
          try #require(plain[name]).values
        )
      )
    }
    #expect(
      measured.defaults == [
        "over follows", "missing trust is inferred within 3 hops",
        "where it cannot be, it is no evidence",
      ]
    )
    #expect(
      measured.remarks == [
        "1 of 3 follows have a known trust",
        "inferred trust fills 1 more in the value, none in its bounds",
      ]
    )
    let adjusted = try answer("trust-adjusted followers", graph, arguments)
    #expect(adjusted.values[place] == 1)
  }

  @Test func `trust-adjusted followers take a missing trust as set`() throws {
    let graph = Graph(literal: "a>v:0.9 b>v c>v:-0.5")
    let measured = try answer(
      "trust-adjusted followers",
      graph,
      MetricArguments(missingTrust: 0.2)
    )
    #expect(agree([measured.values[1]], [1.1]))
  }

  private func entry(_ name: String) -> CatalogEntry {
    CatalogEntry.all.first { $0.card.name == name } ?? CatalogEntry(metric: Followers())
  }

  private func answer(
    _ name: String,
    _ graph: Graph,
    _ arguments: MetricArguments
  ) throws -> Measured {
    try #require(entry(name).card.name == name)
    return try entry(name).metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }
}

/// Trust between two people by going through chains of people.
private struct TrustOracle {
  private var trust: [[Double?]]
  private var distance: [[Int]] = []
  private let hops: Int

  init(_ graph: Graph, hops: Int) {
    let people = graph.everybody.people
    let relation = graph.relations["trust"]
    trust = people.map { source in
      people.map { relation?.weight(from: source, to: $0) }
    }
    self.hops = hops
    measure()
  }

  /// The same where nobody listens to those whom somebody distrusts.
  private func listening(from source: Int) -> TrustOracle {
    var heard = self
    for other in trust.indices where (trust[source][other] ?? 1) <= 0 {
      heard.trust[other] = trust.map { _ in nil }
    }
    heard.measure()
    return heard
  }

  /// Finds how far everybody is from everybody along positive trust.
  private mutating func measure() {
    let people = trust
    var distance = trust.map { $0.map { ($0 ?? 0) > 0 ? 1 : 1_000 } }
    for middle in people.indices {
      for source in people.indices {
        for target in people.indices {
          let way = distance[source][middle] + distance[middle][target]
          distance[source][target] = min(distance[source][target], way)
        }
      }
    }
    for person in people.indices { distance[person][person] = 0 }
    self.distance = distance
  }

  func trust(_ way: String, from source: PersonID, in target: PersonID) -> Double {
    let (source, target) = (Int(source), Int(target))
    guard source != target else { return .nan }
    if let stated = trust[source][target] { return max(stated, 0) }
    switch way {
    case "moletrust":
      let heard = listening(from: source)
      guard heard.distance[source][target] <= hops else { return .nan }
      return heard.moletrust(source, target)
    case "tidaltrust": return listening(from: source).tidaltrust(source, target)
    default:
      let best = chains(source, target, hops, []).map { chain in
        chain.reduce(1) { $0 * $1 } * (1..<chain.count).reduce(1.0) { product, _ in product * 0.8 }
      }.max()
      return best ?? .nan
    }
  }

  private func moletrust(_ source: Int, _ target: Int) -> Double {
    if source == target { return 1 }
    var (sum, total) = (0.0, 0.0)
    for other in trust.indices where distance[source][other] == distance[source][target] - 1 {
      let known = moletrust(source, other)
      guard let said = trust[other][target], other == source || known >= 0.5 - 1e-12
      else { continue }
      sum += known * max(said, 0)
      total += known
    }
    return sum / total
  }

  private func tidaltrust(_ source: Int, _ target: Int) -> Double {
    let length = distance[source][target]
    guard length <= hops else { return .nan }
    // Its last tie may say anything; those before carry trust.
    let strengths = trust.indices.flatMap { last -> [Double] in
      guard trust[last][target] != nil, distance[source][last] == length - 1 else { return [] }
      return chains(source, last, length - 1, []).filter { $0.count == length - 1 }
        .map { $0.min() ?? 1 }
    }
    return relayed(source, target, left: length, from: source, least: strengths.max() ?? 0)
  }

  private func relayed(
    _ person: Int,
    _ target: Int,
    left: Int,
    from source: Int,
    least: Double
  ) -> Double {
    if left == 1 {
      let reached = chains(source, person, distance[source][person], [])
        .filter { $0.count == distance[source][person] }
      let strength = reached.map { $0.min() ?? 1 }.max() ?? 0
      guard strength >= least else { return .nan }
      return trust[person][target].map { max($0, 0) } ?? .nan
    }
    var (sum, total) = (0.0, 0.0)
    for next in trust.indices where distance[source][next] == distance[source][person] + 1 {
      let own = trust[person][next] ?? 0
      let said = relayed(next, target, left: left - 1, from: source, least: least)
      guard own > 0, own >= least, !said.isNaN else { continue }
      sum += own * said
      total += own
    }
    return sum / total
  }

  /// The weights along each chain of positive trust of at most so many ties, nobody met twice.
  private func chains(_ source: Int, _ target: Int, _ most: Int, _ passed: [Int]) -> [[Double]] {
    if source == target { return [[]] }
    guard most > 0 else { return [] }
    return trust.indices.flatMap { next -> [[Double]] in
      guard let weight = trust[source][next], weight > 0, !passed.contains(next), next != source
      else { return [] }
      return chains(next, target, most - 1, passed + [source]).map { [weight] + $0 }
    }
  }
}
