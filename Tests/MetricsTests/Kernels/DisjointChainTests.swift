import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Trust along chains that share no tie.
struct DisjointChainTests {
  private static let graphs = (0..<25).map { number in
    Graph.random(
      people: 3 + number % 7,
      density: [0.2, 0.4, 0.7, 0.95][number % 4],
      seed: UInt64(number) + 40
    )
  }

  private func trust(
    _ graph: Graph,
    from source: PersonID,
    hops: Int,
    decay: Double
  ) throws -> [Double] {
    var arguments = MetricArguments(hops: hops)
    arguments.from = PersonSet([source], universe: graph.personCount)
    arguments.parameters = ["decay": decay]
    arguments.options = ["chains": "disjoint chains"]
    return try PathDecayTrust().evaluate(on: graph, with: arguments, watchedBy: .unwatched).values
  }

  @Test func `two ways of the eight people stand for each other`() throws {
    let graph = Graph.eightPeople
    let values = try trust(graph, from: 0, hops: 2, decay: 1)
    // Over cal 0.8 x 0.3, over fay 0.5 x 0.1.
    #expect(agree([values[1]], [0.2780], within: 0.000_05))
    #expect(values[2] == 0.8)
  }

  @Test(arguments: [1, 2, 3, 4], [1, 0.8, 0])
  func `chains are the best of all, one after the other`(hops: Int, decay: Double) throws {
    var severalWays = 0
    for graph in Self.graphs {
      for source in graph.everybody.people {
        let values = try trust(graph, from: source, hops: hops, decay: decay)
        for target in graph.everybody.people where target != source {
          let chains = Chain.greedy(in: graph, from: source, to: target, hops, decay)
          let stated = graph.relations["trust"]?.weight(from: source, to: target)
          let inferred = chains.isEmpty ? .nan : 1 - chains.reduce(1) { $0 * (1 - $1) }
          #expect(agree([values[Int(target)]], [stated.map { max($0, 0) } ?? inferred]))
          severalWays += chains.count > 1 ? 1 : 0
        }
      }
    }
    #expect(hops == 1 || decay == 0 || severalWays > 20)
  }

  @Test func `no tie serves twice`() throws {
    // Both ways from a to t lead over the one tie from m.
    let graph = Graph(literal: "a!b:1 a!c:1 b!m:0.5 c!m:0.5 m!t:0.5")
    let values = try trust(graph, from: 0, hops: 3, decay: 1)
    let place = Int(try #require(graph.people.number(of: "t")))
    #expect(values[place] == 0.25)
  }
}

/// A chain of people with what it is worth.
private struct Chain {
  let people: [PersonID]
  let worth: Double

  /// What the best chains are worth, each the best of those that use no tie of one before.
  static func greedy(
    in graph: Graph,
    from source: PersonID,
    to target: PersonID,
    _ hops: Int,
    _ decay: Double
  ) -> [Double] {
    var left = all(in: graph, [source], to: target, hops, decay).filter { $0.worth > 0 }
    var worths: [Double] = []
    func handles(_ chain: Chain) -> [String] { chain.people.map { graph.people[$0] } }
    while let most = left.map(\.worth).max() {
      let best = left.filter { $0.worth >= most * (1 - 1e-12) }.min { one, other in
        (one.people.count, handles(one).joined(separator: " "))
          < (other.people.count, handles(other).joined(separator: " "))
      }
      guard let best else { break }
      worths.append(best.worth)
      left.removeAll { !$0.ties.isDisjoint(with: best.ties) }
    }
    return worths
  }

  private var ties: Set<[PersonID]> {
    Set(zip(people, people.dropFirst()).map { [$0, $1] })
  }

  private static func all(
    in graph: Graph,
    _ passed: [PersonID],
    to target: PersonID,
    _ hops: Int,
    _ decay: Double,
    worth: Double = 1
  ) -> [Chain] {
    guard let last = passed.last, let trust = graph.relations["trust"] else { return [] }
    if last == target { return [Chain(people: passed, worth: worth)] }
    guard passed.count <= hops else { return [] }
    return trust.forward[last].flatMap { next -> [Chain] in
      let weight = trust.weight(from: last, to: next) ?? 0
      guard weight > 0, !passed.contains(next) else { return [] }
      let whole = worth * weight * (passed.count > 1 ? decay : 1)
      return all(in: graph, passed + [next], to: target, hops, decay, worth: whole)
    }
  }
}
