import Graph
import TestSupport
import Testing
import Values

/// A graph seen through a scope.
struct ViewTests {
  static let graphs = (0..<6).map { Graph.dated(people: 12, density: 0.3, seed: UInt64($0)) }
  static let nested = (0..<3).map {
    Graph.dated(people: 12, density: 0.3, seed: UInt64($0))
      .nesting([("chess", "yoga"), ("yoga", "life"), ("pop", "life")])
  }
  static let few = PersonSet([0, 3, 4, 9], universe: 12)
  static let most = PersonSet([0, 1, 2, 4, 5, 6, 8, 10, 11], universe: 12)

  /// Each part of a scope alone, and several together.
  static let scopes = [
    Scope(),
    Scope(since: Graph.day(3)),
    Scope(until: Graph.day(6)),
    Scope(since: Graph.day(2), until: Graph.day(2)),
    Scope(since: Graph.day(20)),
    Scope(until: Graph.day(-1)),
    Scope(since: Graph.day(6), until: Graph.day(2)),
    Scope(among: most),
    Scope(without: few),
    Scope(without: .everybody(of: 12)),
    Scope(topic: 1),
    Scope(topic: 2),
    Scope(kind: 2),
    Scope(among: most, without: few),
    Scope(without: few, topic: 0),
    Scope(since: Graph.day(2), until: Graph.day(7), among: most, without: few, topic: 0, kind: 1),
  ]

  @Test(arguments: scopes)
  func `a view shows what a graph built anew has`(_ scope: Scope) {
    for graph in Self.graphs + Self.nested {
      #expect(graph.viewed(in: scope).portrait == graph.rebuilt(in: scope).portrait)
    }
  }

  @Test(arguments: scopes)
  func `a view of a view shows what both show`(_ first: Scope) {
    for second in Self.scopes {
      guard let both = Self.both(first, second) else { continue }
      let graph = Self.graphs[0]
      let view = graph.viewed(in: first).viewed(in: second)
      #expect(view.portrait == graph.rebuilt(in: both).portrait)
    }
  }

  /// The scope in which both leave nothing out; nil where no single one says it.
  private static func both(_ first: Scope, _ second: Scope) -> Scope? {
    func one<Value: Equatable>(
      _ first: Value?,
      _ second: Value?,
      _ join: (Value, Value) -> Value?
    )
      -> Value??
    {
      guard let first, let second else { return .some(first ?? second) }
      return join(first, second).map { .some($0) }
    }
    guard let topic = one(first.topic, second.topic, { $0 == $1 ? $0 : nil }),
      let kind = one(first.kind, second.kind, { $0 == $1 ? $0 : nil }),
      let since = one(first.since, second.since, { max($0, $1) }),
      let until = one(first.until, second.until, { min($0, $1) }),
      let among = one(first.among, second.among, { $0.intersection($1) }),
      let without = one(first.without, second.without, { $0.union($1) })
    else { return nil }
    return Scope(
      since: since,
      until: until,
      among: among,
      without: without,
      topic: topic,
      kind: kind
    )
  }

  @Test func `two kinds leave nothing, two topics what is about both`() {
    let graph = Self.graphs[0]
    let kinds = graph.viewed(in: Scope(kind: 0)).viewed(in: Scope(kind: 1))
    #expect(kinds.interactions.events.isEmpty && !kinds.actions.actions.isEmpty)
    let topics = graph.viewed(in: Scope(topic: 0)).viewed(in: Scope(topic: 1))
    let both = graph.posts.posts.filter { Set([0, 1]).isSubset(of: $0.topics) }
    #expect(Array(topics.posts.posts) == both)
  }

  @Test func `the order of views does not matter`() {
    for graph in Self.graphs {
      for first in Self.scopes {
        for second in Self.scopes {
          let (one, other) = (graph.viewed(in: first), graph.viewed(in: second))
          #expect(one.viewed(in: second).portrait == other.viewed(in: first).portrait)
        }
      }
    }
  }

  @Test func `counts are those of what is seen`() {
    for scope in Self.scopes {
      let view = Self.graphs[1].viewed(in: scope)
      #expect(view.interactions.events.count == Array(view.interactions.events).count)
      #expect(view.posts.posts.isEmpty == Array(view.posts.posts).isEmpty)
      #expect(view.actions.actions.isLoaded)
      #expect(view.presentCount == view.everybody.count)
      #expect((view.present == nil) == (scope.without == nil))
    }
  }

  @Test func `the period and the columns are those of all data`() {
    let graph = Self.graphs[0]
    let view = graph.viewed(in: Scope(since: Graph.day(4), until: Graph.day(5), without: Self.few))
    #expect(graph.period == Graph.day(0)...Graph.day(9))
    #expect(view.period == graph.period)
    #expect(view.personCount == 12 && view.presentCount == 8)
  }

  @Test func `what a scope does not touch is shared`() throws {
    let graph = Graph(literal: "a>b:0.5 b>c:0.1 c>a:1 a~yoga a@share@b")
    let follows = try #require(graph.relations["follows"])
    let period = graph.viewed(in: Scope(since: Graph.day(1), until: Graph.day(2)), reading: [])
    let seen = try #require(period.relations["follows"])
    #expect(seen.forward.sharesNeighbours(with: follows.forward))
    #expect(period.interactions.events.isEmpty && period.interactions.events.isLoaded)
    #expect(!period.isWhole && graph.viewed(in: Scope()).isWhole)
    #expect(graph.viewed(in: Scope(without: PersonSet(universe: 3))).isWhole)
  }

  @Test func `follows and trust that share their rows share them in a view`() throws {
    let graph = Graph(literal: "a>b:0.5 b>c:0.1 c>a:1 c>b:0.2")
    let view = graph.viewed(in: Scope(without: PersonSet([0], universe: 3)))
    let (follows, trust) = (view.relations["follows"], view.relations["trust"])
    #expect(try #require(follows).forward.sharesNeighbours(with: try #require(trust).forward))
    #expect(trust?.weight(from: 1, to: 2) == 0.1)
    #expect(trust?.forwardWeights?.bounds == 0.1...0.2)
  }

  @Test func `a relation made of interactions is made of those in view`() throws {
    let graph = Graph(literal: "a@share@b a@share@b c@share@b a@like@c")
    let view = graph.viewed(in: Scope(without: PersonSet([2], universe: 3)))
    let shares = view.addingRelation(named: "shares", ofInteractions: 0).relations["shares"]
    #expect(try #require(shares).ties.map(\.weight) == [2])
  }

  @Test func `relations that are touched and not read are left out`() {
    let graph = Graph(literal: "a>b:0.5 b>c:0.1 c>a:1")
    let among = Scope(among: PersonSet([0], universe: 3))
    #expect(graph.viewed(in: among, reading: ["trust"]).relationNames == ["trust"])
    #expect(graph.viewed(in: among).relationNames == ["follows", "trust"])
    let since = Scope(since: Graph.day(1))
    #expect(graph.viewed(in: since, reading: ["trust"]).relationNames == ["follows", "trust"])
  }
}
