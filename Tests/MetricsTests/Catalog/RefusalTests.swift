import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What metrics refuse, and the edges of what they take.
struct RefusalTests {
  @Test func `a kind of interaction that is not loaded is refused with those there are`() {
    let graph = Graph(literal: "a@share@b a@like@b")
    #expect(
      throws: MetricError.interactionsNotLoaded(kind: "reply", loaded: ["like", "share"])
    ) {
      _ = try RepliesReceived().evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
    }
  }

  @Test(arguments: [-0.1, 1, .nan])
  func `a damping that is none is refused`(damping: Double) {
    #expect(throws: MetricError.self) {
      _ = try PageRank().evaluate(
        on: Graph.eightPeople,
        with: MetricArguments(parameters: ["damping": damping]),
        watchedBy: .unwatched
      )
    }
  }

  @Test func `without damping all are alike`() throws {
    let measured = try PageRank().evaluate(
      on: Graph.eightPeople,
      with: MetricArguments(parameters: ["damping": 0]),
      watchedBy: .unwatched
    )
    #expect(measured.values.allSatisfy { $0 == 0.125 })
  }
}
