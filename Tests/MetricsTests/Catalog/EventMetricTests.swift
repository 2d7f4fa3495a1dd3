import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What people did, from some people, to some people, about a topic.
struct EventMetricTests {
  /// Ada, Cal and Eve of the eight people.
  static let some = PersonSet([0, 2, 4], universe: 8)

  @Test(arguments: [
    ("shares received", [2, 2, 1, 1, 0, 0, 0, 0]),
    ("mentions received", [0, 1, 0, 0, 0, 0, 0, 0]),
    ("replies received", [0, 0, 0, 0, 0, 1, 0, 2]),
    ("likes received", [0, 1, 0, 0, 0, 1, 0, 0]),
  ])
  func `only what these people did is received`(name: String, expected: [Double]) throws {
    #expect(try answer(name, MetricArguments(from: Self.some)) == expected)
  }

  @Test(arguments: [
    ("shares made", [1, 0, 2, 0, 0, 1, 0, 0]),
    ("mentions made", [0, 0, 0, 0, 0, 0, 0, 1]),
    ("replies made", [0, 0, 0, 0, 0, 1, 0, 2]),
    ("likes made", [0, 0, 0, 0, 0, 0, 0, 0]),
  ])
  func `only what was done to these people is made`(name: String, expected: [Double]) throws {
    #expect(try answer(name, MetricArguments(to: Self.some)) == expected)
  }

  @Test func `posts in a topic are those about it`() throws {
    let yoga = try #require(Graph.eightPeople.topics.number(of: "yoga"))
    #expect(try answer("posts made", MetricArguments(topic: yoga)) == [2, 1, 1, 0, 0, 1, 0, 1])
  }

  @Test func `without posts there is nothing to count`() {
    #expect(throws: MetricError.postsNotLoaded) {
      let graph = Graph(literal: "a>b")
      _ = try PostsMade().evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
    }
  }

  @Test func `a period without posts has none, and that is known`() throws {
    let view = Graph.eightPeople.viewed(in: Scope(since: Graph.day(1)))
    let measured = try PostsMade().evaluate(
      on: view,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    #expect(measured.values == Array(repeating: 0, count: 8))
  }

  private func answer(_ name: String, _ arguments: MetricArguments) throws -> [Double] {
    let entry = try #require(CatalogEntry.all.first { $0.card.name == name })
    let graph = Graph.eightPeople
    return try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched).values
  }
}
