import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Trust of a community and energy along trust, beside dense matrices and other ways round.
struct TrustRankingTests {
  static let graphs = TrustTests.graphs

  @Test(arguments: [false, true])
  func `eigentrust solves its own equation`(_ isAnchored: Bool) throws {
    for graph in Self.graphs {
      var arguments = MetricArguments()
      if isAnchored { arguments.from = graph.firstByHandle }
      let measured = try EigenTrust().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let trust = Self.matrix(graph) { max($0, 0) }
      let anchors = (arguments.from ?? graph.everybody)
      let anchored = graph.everybody.people.map {
        anchors.contains($0) ? 1 / Double(anchors.count) : 0
      }
      for person in trust.indices {
        var arrived = 0.15 * anchored[person]
        for source in trust.indices {
          let given = trust[source].reduce(0, +)
          let part = given > 0 ? trust[source][person] / given : anchored[person]
          arrived += 0.85 * measured.values[source] * part
        }
        #expect(abs(arrived - measured.values[person]) < 1e-10)
      }
    }
  }

  @Test func `made-up accounts gain nothing where the anchors' trust does not lead to them`() throws
  {
    let graph = Graph(literal: "a!b:1 b!a:0.5 x!y:1 y!x:1 x!a:1")
    var arguments = MetricArguments()
    arguments.from = PersonSet([0], universe: 4)
    let measured = try EigenTrust().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(measured.values[2] == 0 && measured.values[3] == 0)
    arguments.from = PersonSet(universe: 4)
    let nobody = try EigenTrust().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    #expect(nobody.values.allSatisfy(\.isNaN) && nobody.missingReason == "nobody to anchor it at")
  }

  @Test func `appleseed is the same poured out person by person`() throws {
    for graph in Self.graphs {
      var arguments = MetricArguments()
      let sources = graph.firstByHandle
      arguments.from = sources
      arguments.parameters = ["accuracy": 1e-7]
      let measured = try Appleseed().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let trust = Self.matrix(graph) { max($0, 0) }
      let source = Int(sources.people[0])
      let kept = Self.poured(trust, into: source)
      for person in trust.indices {
        let expected = person == source || kept[person] == 0 ? .nan : kept[person]
        #expect(agree([measured.values[person]], [expected], within: 0.001))
      }
      let sum = measured.values.reduce(0) { $0 + ($1.isNaN ? 0 : $1) }
      let isAlone = trust[source].allSatisfy { $0 == 0 }
      #expect(abs(sum - (isAlone ? 0 : 200)) < 0.01)
    }
  }

  @Test func `signed trust is powers of a dense matrix`() throws {
    for graph in Self.graphs {
      var arguments = MetricArguments()
      let sources = graph.firstByHandle
      arguments.from = sources
      let measured = try SignedTrust().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let trust = Self.matrix(graph) { max($0, 0) }
      let signed = Self.matrix(graph) { $0 }
      let turned = trust.indices.map { row in trust.indices.map { trust[$0][row] } }
      let parts = [trust, turned * trust, turned, trust * turned]
      let step = trust.indices.map { row in
        trust.indices.map { column in
          zip([0.4, 0.4, 0.1, 0.1], parts).reduce(0) { $0 + $1.0 * $1.1[row][column] }
        }
      }
      var power = signed
      var sum = signed[Int(sources.people[0])]
      for factor in [0.5, 0.25, 0.125] {
        power = step * power
        sum = zip(sum, power[Int(sources.people[0])]).map { $0 + factor * $1 }
      }
      for person in trust.indices where !measured.values[person].isNaN {
        #expect(abs(measured.values[person] - sum[person]) < 1e-9 * max(1, abs(sum[person])))
      }
    }
  }

  @Test(arguments: [[3, 2, 2, 1], [5, 1], [2, 4, 1], [800, 200, 200, 50]])
  func `as many are accepted as the greatest flow lets through`(_ capacities: [Int]) throws {
    var held = 0
    for graph in Self.graphs {
      let relation = try #require(graph.relations["trust"])
      let seeds = graph.firstByHandle.people
      var flow = try CertificateFlow(
        over: relation,
        from: seeds,
        least: 0,
        handles: graph.people,
        capacities: capacities,
        watchedBy: .unwatched
      )
      let outcome = try flow.run()
      let trust = Self.matrix(graph) { max($0, 0) }
      let greatest = Self.greatestFlow(
        trust,
        from: seeds.map { Int($0) },
        outcome.distances,
        capacities
      )
      #expect(outcome.accepted.count == greatest)
      #expect(outcome.accepted.people.allSatisfy { outcome.distances[Int($0)] >= 0 })
      held += outcome.distances.count { $0 >= 0 } - greatest
    }
    #expect(capacities[0] == 800 || held > 0)
  }

  @Test func `a crowd behind one who may pass on little stays out`() throws {
    let crowd = (0..<30).map { "f!x\($0):1" }.joined(separator: " ")
    let graph = Graph(literal: "a!b:1 b!c:1 c!d:1 d!e:1 e!f:1 " + crowd)
    var arguments = MetricArguments()
    arguments.from = PersonSet([0], universe: graph.personCount)
    let measured = try Advogato().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
    // At distance 5 four may come in, of whom one stays.
    #expect(measured.values.prefix(6).allSatisfy { $0 == 1 })
    #expect(measured.values.reduce(0, +) == 9)
    #expect(measured.remarks == ["9 of 36 people certificates lead to are accepted"])
  }

  /// What a function makes of the trust between every two people; 0 where none is known.
  private static func matrix(_ graph: Graph, _ value: (Double) -> Double) -> [[Double]] {
    let people = graph.everybody.people
    return people.map { source in
      people.map { value(graph.relations["trust"]?.weight(from: source, to: $0) ?? 0) }
    }
  }

  /// What each keeps when energy runs out of a source till hardly any is left.
  private static func poured(_ trust: [[Double]], into source: Int) -> [Double] {
    var kept = [Double](repeating: 0, count: trust.count)
    var waiting = [Double](repeating: 0, count: trust.count)
    waiting[source] = 200
    while let person = waiting.indices.max(by: { waiting[$0] < waiting[$1] }),
      waiting[person] > 1e-7
    {
      let energy = waiting[person]
      waiting[person] = 0
      var ties = trust[person]
      ties[source] = person == source ? 0 : 1
      let total = ties.reduce(0, +)
      guard total > 0 else { return kept }
      if person != source { kept[person] += 0.15 * energy }
      let passed = person == source ? energy : 0.85 * energy
      for other in ties.indices { waiting[other] += passed * ties[other] / total }
    }
    return kept
  }

  /// The greatest flow by depth-first search in a dense network: a way in and a way out for each,
  /// then the source and the sink.
  private static func greatestFlow(
    _ trust: [[Double]],
    from seeds: [Int],
    _ distances: [Int],
    _ capacities: [Int]
  ) -> Int {
    let count = trust.count
    let (source, sink) = (2 * count, 2 * count + 1)
    var room = [[Int]](repeating: Array(repeating: 0, count: 2 * count + 2), count: 2 * count + 2)
    for seed in seeds { room[source][seed] = 10_000 }
    for person in trust.indices where distances[person] >= 0 {
      let distance = distances[person]
      room[person][count + person] = (distance < capacities.count ? capacities[distance] : 1) - 1
      room[person][sink] = 1
      for other in trust.indices where trust[person][other] > 0 {
        room[count + person][other] = 10_000
      }
    }
    func push(_ place: Int, _ seen: inout Set<Int>) -> Bool {
      if place == sink { return true }
      guard seen.insert(place).inserted else { return false }
      for next in room.indices where room[place][next] > 0 && push(next, &seen) {
        room[place][next] -= 1
        room[next][place] += 1
        return true
      }
      return false
    }
    var flow = 0
    var seen: Set<Int> = []
    while push(source, &seen) {
      flow += 1
      seen = []
    }
    return flow
  }
}

/// The product of two square matrices.
private func * (left: [[Double]], right: [[Double]]) -> [[Double]] {
  left.map { row in
    right.indices.map { column in
      zip(row, right).reduce(0) { $0 + $1.0 * $1.1[column] }
    }
  }
}
