import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Measures of who moves others, beside the definitions taken literally.
struct InfluentialsTests {
  static let graphs = LawTests.graphs.filter { $0.personCount < 24 }

  private func answer(
    _ metric: some Metric,
    _ graph: Graph,
    _ arguments: MetricArguments = MetricArguments()
  ) throws -> Measured {
    try metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
  }

  @Test func `influence and passivity make each other as the paper says`() throws {
    var told = 0
    for graph in Self.graphs where graph.interactions.kinds.count > 0 {
      let measured = try answer(InfluencePassivity(), graph)
      let influence = measured.values
      let passivity = try #require(measured["passivity"]).values
      guard influence.contains(where: { !$0.isNaN }) else { continue }
      #expect(abs(influence.reduce(0, +) - 1) < 1e-9)
      guard measured.remarks.isEmpty, passivity.reduce(0, +) > 0 else { continue }
      told += 1
      let shown = Shown(graph)
      let people = 0..<graph.personCount
      let taken = people.map { reader in people.reduce(0) { $0 + (shown.part[$1][reader] ?? 0) } }
      let refused = people.map { writer in
        shown.part[writer].reduce(0) { $0 + ($1.map { 1 - $0 } ?? 0) }
      }
      let spread = people.map { writer in
        people.reduce(0.0) { sum, reader in
          let part = shown.part[writer][reader] ?? 0
          return part > 0 ? sum + part / taken[reader] * passivity[reader] : sum
        }
      }
      let resisted = people.map { reader in
        people.reduce(0.0) { sum, writer in
          guard let part = shown.part[writer][reader], refused[writer] > 0 else { return sum }
          return sum + (1 - part) / refused[writer] * influence[writer]
        }
      }
      #expect(agree(Self.scaled(spread), influence, within: 1e-8))
      #expect(agree(Self.scaled(resisted), passivity, within: 1e-8))
    }
    #expect(told > 20)
  }

  private static func scaled(_ values: [Double]) -> [Double] {
    let sum = values.reduce(0, +)
    return sum > 0 ? values.map { $0 / sum } : values
  }

  @Test func `collective influence is that of the rim`() throws {
    for graph in Self.graphs {
      let steps = Steps(graph)
      for hops in 1...3 {
        let measured = try answer(CollectiveInfluence(), graph, MetricArguments(hops: hops))
        let degrees = steps.distance.map { row in row.count { $0 == 1 } }
        for person in 0..<graph.personCount {
          let rim = (0..<graph.personCount).filter { steps.distance[person][$0] == hops }
          let sum = rim.reduce(0) { $0 + degrees[$1] - 1 }
          #expect(measured.values[person] == Double(max(0, degrees[person] - 1) * sum))
        }
      }
    }
  }

  @Test func `votes are counted anew after each election`() throws {
    for graph in Self.graphs {
      var arguments = MetricArguments()
      arguments.parameters = ["seats": 6]
      let measured = try answer(VoteRank(), graph, arguments)
      let elected = try Self.elected(graph, seats: 6)
      for person in 0..<graph.personCount {
        let place = elected.firstIndex { $0.person == person }
        #expect(agree([measured.values[person]], [place.map { elected[$0].votes } ?? .nan]))
        #expect(
          agree([measured["place"]?.values[person] ?? 0], [place.map { Double($0 + 1) } ?? .nan])
        )
      }
    }
  }

  /// The election as it is described, all votes counted in every round.
  private static func elected(
    _ graph: Graph,
    seats: Int
  ) throws -> [(person: Int, votes: Double)] {
    let follows = try #require(graph.relations["follows"])
    var abilities = [Double](repeating: 1, count: graph.personCount)
    var elected: [(person: Int, votes: Double)] = []
    while elected.count < seats {
      let votes = (0..<graph.personCount).map { person in
        elected.contains { $0.person == person }
          ? 0 : follows.backward[PersonID(person)].reduce(0.0) { $0 + abilities[Int($1)] }
      }
      guard let most = votes.max(), most > 1e-9 else { break }
      let first = votes.indices.filter { votes[$0] >= most * (1 - 1e-12) }
        .min { graph.people[PersonID($0)] < graph.people[PersonID($1)] }
      let person = try #require(first)
      elected.append((person, votes[person]))
      for voter in follows.backward[PersonID(person)] {
        let cost = Double(graph.personCount) / Double(follows.count)
        abilities[Int(voter)] = max(0, abilities[Int(voter)] - cost)
      }
      abilities[person] = 0
    }
    return elected
  }

  @Test func `readers are those to whom no earlier post was shown`() throws {
    for graph in ViewTests.graphs {
      let topic = try #require(graph.topics.number(of: "pop"))
      var arguments = MetricArguments()
      arguments.topic = topic
      let measured = try answer(EffectiveReaders(), graph, arguments)
      let posts = graph.posts.posts.filter { $0.topics.contains(topic) }
      let follows = try #require(graph.relations["follows"]).backward
      for person in 0..<PersonID(graph.personCount) {
        let own = posts.filter { $0.author == person }
        let fresh = own.map { post in
          let earlier = posts.filter { other in
            guard let time = post.time else { return false }
            return other.time.map { $0 < time } ?? true
          }
          let known = Set(earlier.flatMap { follows[$0.author] })
          return Double(follows[person].count { !known.contains($0) })
        }
        let mean = fresh.reduce(0, +) / Double(fresh.count)
        #expect(agree([measured.values[Int(person)]], [mean]))
      }
    }
  }

  @Test func `eigenvector centrality is its own neighbours' sum, and of length one`() throws {
    var told = 0
    for graph in Self.graphs {
      let measured = try answer(EigenvectorCentrality(), graph)
      guard !measured.values.contains(where: \.isNaN), measured.remarks.isEmpty else { continue }
      told += 1
      let rows = try #require(graph.relations["follows"]).backward
      let sums = (0..<PersonID(graph.personCount)).map { person in
        rows[person].reduce(0) { $0 + measured.values[Int($1)] }
      }
      let growth = zip(sums, measured.values).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(agree(sums, measured.values.map { growth * $0 }, within: 1e-6))
      #expect(abs(measured.values.reduce(0) { $0 + $1 * $1 } - 1) < 1e-9)
    }
    #expect(told > 15)
  }

  @Test func `without a ring there is no eigenvector`() throws {
    let measured = try answer(EigenvectorCentrality(), Graph(literal: "a>b b>c a>c"))
    let areMissing = measured.values.allSatisfy { $0.isNaN }
    #expect(areMissing)
    #expect(measured.missingReason.contains("ring"))
  }
}

/// What part of each writer's posts each reader shared; nil where nothing was shown.
private struct Shown {
  var part: [[Double?]]

  init(_ graph: Graph) {
    let people = 0..<PersonID(graph.personCount)
    let follows = graph.relations["follows"]
    part = people.map { writer -> [Double?] in
      let own = Set(graph.posts.posts.filter { $0.author == writer }.map(\.id))
      return people.map { reader -> Double? in
        guard reader != writer, !own.isEmpty else { return nil }
        let shared = Set(
          graph.interactions.events.filter {
            $0.source == reader && $0.target == writer && $0.post != nobody
              && graph.interactions.kinds[$0.kind] == "share"
          }.map(\.post)
        )
        if follows?.forward.position(of: writer, in: reader) != nil {
          return min(1, Double(shared.count) / Double(own.count))
        }
        return shared.isEmpty ? nil : 1
      }
    }
  }
}

/// How many steps lie between everybody, whichever way ties point.
struct Steps {
  private(set) var distance: [[Int]]

  init(_ graph: Graph) {
    let people = 0..<graph.personCount
    let follows = graph.relations["follows"]
    distance = people.map { from in
      people.map { to in
        if from == to { return 0 }
        let (one, other) = (PersonID(from), PersonID(to))
        let isTied =
          follows?.weight(from: one, to: other) != nil
          || follows?.weight(from: other, to: one) != nil
        return isTied ? 1 : 1_000
      }
    }
    for middle in people {
      for from in people {
        for to in people {
          distance[from][to] = min(
            distance[from][to],
            distance[from][middle] + distance[middle][to]
          )
        }
      }
    }
  }
}
