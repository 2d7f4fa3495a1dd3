import Graph
import TestSupport
import Testing
import Values

/// Many ties turned and many things done at once, beside one after the other.
@Suite struct TurningTests {
  private static let moment = Instant(year: 2026, month: 5, day: 1)

  @Test(arguments: UInt64(1)...8)
  func `what is there ends and what is not begins`(_ seed: UInt64) throws {
    let graph = Graph.random(people: 12, density: 0.3, seed: seed)
    var random = SeededRandom(seed: seed)
    var pairs: Set<Graph.Pair> = []
    for _ in 0..<20 {
      let (one, other) = (
        PersonID.random(in: 0..<12, using: &random), PersonID.random(in: 0..<12, using: &random)
      )
      if one != other { pairs.insert(Graph.Pair(source: one, target: other)) }
    }
    for name in ["follows", "trust"] {
      let before = try #require(graph.relations[name])
      let turned = graph.turning(pairs, of: name, at: Self.moment)
      let after = try #require(turned.relations[name])
      for one in 0..<PersonID(12) {
        for other in 0..<PersonID(12) {
          let wasThere = before.forward.position(of: other, in: one) != nil
          let isThere = after.forward.position(of: other, in: one) != nil
          let isTurned = pairs.contains(Graph.Pair(source: one, target: other))
          #expect(isThere == (wasThere != isTurned))
        }
      }
      #expect(turned.turning(pairs, of: name, at: nil).relations[name]?.forward == before.forward)
    }
  }

  @Test func `what is done is on the latest post of whom it is done to`() throws {
    let graph = Graph(literal: "a^ b^ a^ b@share@a:p0 c@mention@a")
    let kinds = graph.interactions.kinds
    let (share, mention) = (
      try #require(kinds.number(of: "share")), try #require(kinds.number(of: "mention"))
    )
    let pair = Graph.Pair(source: 2, target: 0)
    let more = graph.with([(pair, share), (pair, mention)], at: Self.moment)
    let added = more.interactions.events.filter { $0.time == Self.moment }
    #expect(added.map(\.kind).sorted() == [share, mention].sorted())
    for event in added {
      #expect(event.kind == mention ? event.post == nobody : more.postNames[event.post] == "p2")
    }
    #expect(more.interactions.events.count == 4)
  }
}
