import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The best chain, beside every simple chain there is.
@Suite struct ChainSearchTests {
  @Test(arguments: UInt64(1)...40)
  func `the chain is the best of all simple chains`(seed: UInt64) throws {
    let graph = Graph.random(people: 3 + Int(seed % 5), density: 0.5, seed: seed)
    for name in ["follows", "trust"] {
      let relation = try #require(graph.relations[name])
      var search = ChainSearch(over: relation, handles: graph.people, watchedBy: .unwatched)
      for source in 0..<PersonID(graph.personCount) {
        for target in 0..<PersonID(graph.personCount) {
          for limit in [nil, 1, 2, 3] as [Int?] {
            let wanted = Oracle(relation, graph.people, to: target, within: limit).best(from: source)
            let found = try search.chain(from: source, to: target, within: limit)
            #expect(found.map { [source] + $0.map(\.target) } == wanted?.people)
            #expect(found.map { $0.map(\.source) + [target] } == wanted?.people)
          }
        }
      }
    }
  }

  @Test(arguments: [
    // Two ties of 0.9 beat one of 0.8, and one of 0.81 beats them by being shorter.
    ("a>b:0.9 b>z:0.9 a>z:0.8", nil, "a b z"),
    ("a>b:0.9 b>z:0.9 a>z:0.81", nil, "a z"),
    ("a>b:0.9 b>z:0.9 a>z:0.8", 1, "a z"),
    // The same weights in another order are the same product: the first handles win.
    ("a>c:0.3 c>d:0.7 d>z:0.9 a>b:0.9 b>e:0.3 e>z:0.7", nil, "a b e z"),
    // A weight above 1 counts as 1, so the longer chain gains nothing.
    ("a>b:5 b>z:0.5 a>z:0.5", nil, "a z"),
    // Distrust and trust of 0 lead nowhere.
    ("a>b:-0.5 b>z:-0.5 a>c:0 c>z:1", nil, nil),
    ("a>b:0.5 z>b:0.5", nil, nil),
  ] as [(String, Int?, String?)])
  func `what is the better chain`(_ literal: String, _ limit: Int?, _ chain: String?) throws {
    let graph = Graph(literal: literal)
    let relation = try #require(graph.relations["trust"])
    var search = ChainSearch(over: relation, handles: graph.people, watchedBy: .unwatched)
    let (a, z) = try (#require(graph.people.number(of: "a")), #require(graph.people.number(of: "z")))
    let found = try search.chain(from: a, to: z, within: limit)
    let handles = found.map { (["a"] + $0.map { graph.people[$0.target] }).joined(separator: " ") }
    #expect(handles == chain)
  }

  @Test func `how far the ends reach`() throws {
    let graph = Graph(literal: "a>b:1 b>c:1 c>a:1 c>d:-1 e>d:0.5")
    let relation = try #require(graph.relations["trust"])
    var search = ChainSearch(over: relation, handles: graph.people, watchedBy: .unwatched)
    #expect(try search.reach(of: 0, forwards: true) == 2)
    #expect(try search.reach(of: 0, forwards: true, within: 1) == 1)
    #expect(try search.reach(of: 3, forwards: false) == 1)
  }

  @Test func `it stops when asked to`() throws {
    let graph = Graph.sparse(people: 60_000, tiesEach: 20, seed: 3)
    let relation = try #require(graph.relations["follows"])
    let monitor = WorkMonitor(isCancelled: { true })
    var search = ChainSearch(over: relation, handles: graph.people, watchedBy: monitor)
    let lonely = PersonID(graph.personCount - 1)
    #expect(throws: MetricError.cancelled) { _ = try search.reach(of: lonely, forwards: true) }
  }
}

/// Every simple chain to one person, one after the other.
private struct Oracle {
  struct Chain {
    let people: [PersonID]
    let product: Double
    let handles: [String]
  }

  let relation: Relation
  let handles: PersonNames
  let target: PersonID
  let limit: Int

  init(_ relation: Relation, _ handles: PersonNames, to target: PersonID, within limit: Int?) {
    self.relation = relation
    self.handles = handles
    self.target = target
    self.limit = limit ?? relation.forward.count
  }

  func best(from source: PersonID) -> Chain? {
    let all = chains(from: [source], product: 1)
    guard let most = all.map(\.product).max() else { return nil }
    let good = all.filter { $0.product >= most * (1 - 1e-12) }
    return good.min { left, right in
      if left.people.count != right.people.count { return left.people.count < right.people.count }
      return left.handles.lexicographicallyPrecedes(right.handles)
    }
  }

  private func chains(from people: [PersonID], product: Double) -> [Chain] {
    guard let last = people.last else { return [] }
    if last == target {
      return [Chain(people: people, product: product, handles: people.map { handles[$0] })]
    }
    guard people.count <= limit else { return [] }
    return relation.forward[last].filter { !people.contains($0) }.flatMap { next -> [Chain] in
      let weight = relation.weight(from: last, to: next) ?? 0
      return weight > 0 ? chains(from: people + [next], product: product * min(weight, 1)) : []
    }
  }
}
