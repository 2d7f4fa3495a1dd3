import Graph
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Interests, stated and derived: `reference/metrics.md` 0.1.
struct InterestsTests {
  @Test func `touches give log(1 + count) over that of the most eager`() {
    let graph = InterestsTests.touched([("ada", 7), ("bea", 1)])
    let interest = graph.interest(in: 0, orElse: 0)
    #expect(interest[0] == 1)
    #expect(abs(interest[1] - log(2) / log(8)) < 1e-15)
  }

  @Test func `what is stated wins over what is derived`() {
    var builder = GraphBuilder(extending: InterestsTests.touched([("ada", 7), ("bea", 1)]))
    let stated = TieBuffer.of([(0, 1, 0.25)])
    #expect(builder.add(statedInterests: stated) == 0)
    let graph = builder.frozen()
    #expect(graph.interest(in: 0, orElse: 0) == [1, 0.25])
    #expect(graph.interests.counted.weight(from: 0, to: 1) == 1)
  }

  @Test func `touches of several files add up`() {
    var builder = GraphBuilder(extending: InterestsTests.touched([("ada", 7), ("bea", 1)]))
    builder.add(countedInterests: [TopicTouch(topic: 0, person: 1): 6])
    let graph = builder.frozen()
    #expect(graph.interest(in: 0, orElse: 0) == [1, 1])
  }

  @Test func `a threshold keeps those who are at least so interested`() {
    let graph = Graph(literal: "a~yoga:0.5 b~yoga:0.4999 c~yoga:0.9 d e~pop")
    #expect(graph.people(interestedIn: 0, atLeast: 0.5).people == [0, 2])
    #expect(graph.interest(in: 0, orElse: 0) == [0.5, 0.4999, 0.9, 0, 0])
    #expect(graph.interest(in: 1, orElse: 0) == [0, 0, 0, 0, 1])
  }

  @Test func `a topic nobody touched has no people`() {
    var builder = GraphBuilder(extending: InterestsTests.touched([("ada", 0)]))
    _ = builder.topic("silence")
    let graph = builder.frozen()
    #expect(graph.interest(in: 0, orElse: 0) == [0])
    #expect(graph.people(interestedIn: 1, atLeast: 0).isEmpty)
  }

  private static func touched(_ counts: [(String, Double)]) -> Graph {
    var builder = GraphBuilder()
    let topic = builder.topic("yoga")
    var touches: [TopicTouch: Double] = [:]
    for (handle, count) in counts {
      touches[TopicTouch(topic: topic, person: builder.person(handle))] = count
    }
    builder.add(countedInterests: touches)
    return builder.frozen()
  }
}
