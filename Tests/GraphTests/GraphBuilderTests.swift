import Graph
import TestSupport
import Testing
import Values

/// Graphs, and larger graphs made from them.
struct GraphBuilderTests {
  @Test func `a later post replaces an earlier one of the same id`() {
    var builder = GraphBuilder()
    let (ada, bea) = (builder.person("ada"), builder.person("bea"))
    let (first, second) = (builder.post("p1"), builder.post("p2"))
    builder.add([Posts.Post(id: first, author: ada), Posts.Post(id: second, author: ada)])
    builder.add([Posts.Post(id: first, author: bea)])
    let posts = builder.frozen().posts.posts
    #expect(posts.map(\.id).sorted() == [first, second])
    #expect(posts.first { $0.id == first }?.author == bea)
  }

  @Test func `extending widens every column and leaves the old graph alone`() throws {
    let old = Graph(literal: "a>b:0.5 a~yoga")
    var builder = GraphBuilder(extending: old)
    builder.add(Attribute(name: "age", cells: .numbers([30, 40])))
    let newcomer = builder.person("z")
    _ = builder.add(TieBuffer.of([(newcomer, 0, 1)]), to: "follows")
    _ = builder.topic("pop")
    let new = builder.frozen()

    #expect(old.personCount == 2 && old.attributes.isEmpty && old.topics.count == 1)
    #expect(try #require(old.relations["follows"]).count == 1)
    #expect(new.personCount == 3 && new.people[newcomer] == "z")
    #expect(try #require(new.attribute("AGE")).count == 3)
    #expect(new.relations.values.allSatisfy { $0.forward.count == 3 && $0.backward.count == 3 })
    #expect(new.interests.all.forward.count == 2 && new.interests.all.backward.count == 3)
    #expect(try #require(new.relations["follows"]).weight(from: 2, to: 0) == 1)
    #expect(try #require(new.relations["trust"]).weight(from: 0, to: 1) == 0.5)
    #expect(new.interest(in: 0, orElse: 0) == [1, 0, 0])
  }

  @Test func `ties that were there already are counted, not kept twice`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "a!b:0.5 b!a:0.2"))
    let repeats = builder.add(TieBuffer.of([(0, 1, 0.9), (0, 1, 0.8)]), to: "trust")
    #expect(repeats == 2)
    let trust = try #require(builder.frozen().relations["trust"])
    #expect(trust.count == 2)
    #expect(trust.weight(from: 0, to: 1) == 0.8)
    #expect(trust.weight(from: 1, to: 0) == 0.2)
  }

  @Test func `a later column fills an earlier one`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "a b c"))
    builder.add(Attribute(name: "age", cells: .numbers([30, .nan])))
    builder.add(Attribute(name: "age", cells: .numbers([.nan, 41, 52])))
    let age = try #require(builder.frozen().attribute("age"))
    guard case .numbers(let ages) = age.cells else {
      Issue.record("ages are no numbers")
      return
    }
    #expect(ages == [30, 41, 52])
  }

  @Test func `events come in the order of time, undated first, equals as they were`() {
    var builder = GraphBuilder(extending: Graph(literal: "a b c"))
    let kind = builder.interactionKind("like")
    func event(_ source: PersonID, at time: Int64?) -> Interactions.Event {
      let target = (source + 1) % 3
      let time = time.map { Instant(microseconds: $0) }
      return Interactions.Event(source: source, target: target, kind: kind, time: time)
    }
    builder.add([event(0, at: 9), event(1, at: 3), event(2, at: 9), event(1, at: nil)])
    let graph = builder.frozen()
    #expect(graph.interactions.events.map(\.source) == [1, 1, 0, 2])
    #expect(graph.period == Instant(microseconds: 3)...Instant(microseconds: 9))
  }

  @Test(arguments: 0..<30)
  func `loading in two steps gives the same ties as loading at once`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let people = UInt32.random(in: 2...15, using: &random)
    let ties = (0..<60).map { _ in
      (
        UInt32.random(in: 0..<people, using: &random),
        UInt32.random(in: 0..<people, using: &random),
        Double(Int.random(in: 0...9, using: &random)) / 9
      )
    }
    let cut = Int.random(in: 0...60, using: &random)
    let once = GraphBuilderTests.graph(of: people, [ties])
    let twice = GraphBuilderTests.graph(of: people, [Array(ties[..<cut]), Array(ties[cut...])])
    let (left, right) = (
      try #require(once.relations["trust"]),
      try #require(twice.relations["trust"])
    )
    #expect(left.forward == right.forward && left.backward == right.backward)
    for position in 0..<left.count {
      #expect(left.forwardWeights?[position] == right.forwardWeights?[position])
      #expect(left.backwardWeights?[position] == right.backwardWeights?[position])
    }
  }

  private static func graph(
    of people: UInt32,
    _ loads: [[(UInt32, UInt32, Double)]]
  ) -> Graph {
    var graph = Graph()
    for load in loads {
      var builder = GraphBuilder(extending: graph)
      for person in 0..<people { _ = builder.person("p\(person)") }
      _ = builder.add(TieBuffer.of(load), to: "trust")
      graph = builder.frozen()
    }
    return graph
  }
}
