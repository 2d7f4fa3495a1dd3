import Graph
import TestSupport
import Testing

@Suite struct ProjectionTests {
  @Test func `things are followed, and nobody else changes`() throws {
    let graph = Graph.eightPeople
    let fans = [PersonSet([0, 3], universe: 8), PersonSet([], universe: 8)]
    let (projected, nodes) = graph.adding(["yoga", "ada"], followedBy: fans)
    #expect(nodes == [8, 9])
    #expect(projected.personCount == 10)
    #expect((0..<8).allSatisfy { projected.people[$0] == graph.people[$0] })
    let before = try #require(graph.relations["follows"])
    let follows = try #require(projected.relations["follows"])
    #expect(follows.backward[8] == [0, 3])
    #expect(follows.backward[9].isEmpty)
    for person in 0..<8 as Range<PersonID> {
      #expect(follows.backward[person] == before.backward[person])
    }
    #expect(projected.relations["trust"]?.count == graph.relations["trust"]?.count)
  }

  @Test func `a thing named like a person is another`() {
    let graph = Graph(literal: "#yoga a>b")
    let (projected, nodes) = graph.adding(["yoga"], followedBy: [graph.everybody])
    #expect(projected.people[nodes[0]] == "#yoga#")
    #expect(projected.relations["follows"]?.count == 4)
  }

  @Test func `a post receives what others than its author did on it`() throws {
    var builder = GraphBuilder(extending: Graph(literal: "a b c"))
    let post = builder.post("p")
    let other = builder.post("q")
    let share = builder.interactionKind("share")
    builder.add([
      Interactions.Event(source: 1, target: 0, kind: share, post: post),
      Interactions.Event(source: 0, target: 2, kind: share, post: post),
      Interactions.Event(source: 2, target: 0, kind: share, post: other),
      Interactions.Event(source: 2, target: 0, kind: share),
    ])
    let graph = builder.frozen()
    let (projected, nodes) = graph.adding([Posts.Post(id: post, author: 0)])
    #expect(nodes == [3])
    #expect(projected.interactions.events.map(\.target) == [3, 2, 0, 0])
    #expect(graph.interactions.events.map(\.target) == [0, 2, 0, 0])
  }
}
