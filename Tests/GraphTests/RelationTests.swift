import Graph
import TestSupport
import Testing

/// Relations that share their rows.
struct RelationTests {
  @Test func `follows with trust are one set of rows`() throws {
    var builder = GraphBuilder()
    var ties = TieBuffer(weighted: true)
    ties.append(from: builder.person("a"), to: builder.person("b"), weight: 0.5)
    ties.append(from: builder.person("a"), to: builder.person("b"), weight: 0.7)
    #expect(builder.addFollowsWithTrust(ties) == 1)
    let graph = builder.frozen()
    let follows = try #require(graph.relations["follows"])
    let trust = try #require(graph.relations["trust"])
    #expect(trust.backward.sharesNeighbours(with: follows.backward))
    #expect(follows.backwardWeights == nil)
    #expect(follows.weight(from: 0, to: 1) == 1)
    #expect(trust.weight(from: 0, to: 1) == 0.7)
  }

  @Test func `equal rows loaded apart come to share, unequal ones do not`() throws {
    let equal = Graph(literal: "a>b:0.5 b>c:0.1 c>a:1")
    let unequal = Graph(literal: "a>b:0.5 b>c c>a:1")
    for (graph, isShared) in [(equal, true), (unequal, false)] {
      let follows = try #require(graph.relations["follows"])
      let trust = try #require(graph.relations["trust"])
      #expect(trust.forward.sharesNeighbours(with: follows.forward) == isShared)
      #expect(trust.backward.sharesNeighbours(with: follows.backward) == isShared)
      #expect(trust.weight(from: 0, to: 1) == 0.5)
    }
  }

  @Test func `a wider relation holds the same ties`() {
    let relation = TieBuffer.of([(0, 1, 0.5), (1, 0, 0.25)]).frozen(sources: 2, targets: 2)
    let wide = relation.widened(sources: 4, targets: 3)
    #expect(wide.forward.count == 4 && wide.backward.count == 3)
    #expect(wide.weight(from: 1, to: 0) == 0.25)
    #expect(wide.weight(from: 1, to: 2) == nil)
  }
}

extension TieBuffer {
  /// Weighted ties from a list.
  static func of(_ list: [(UInt32, UInt32, Double)]) -> TieBuffer {
    var ties = TieBuffer(weighted: true)
    for (source, target, weight) in list { ties.append(from: source, to: target, weight: weight) }
    return ties
  }
}
