import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Trust, distrust, and what is not known.
struct TrustReceivedTests {
  @Test func `distrust enters as zero and is told apart`() throws {
    let graph = Graph(literal: "v a!v:0.9 b!v:0.6 c!v:-0.5 d!v:0 v!a:-1")
    let measured = try trust(graph)
    #expect(agree(Array(measured.values.prefix(2)), [1.5 / 4, 0], within: 1e-12))
    #expect(measured.values[2].isNaN)
    #expect(try #require(measured["trusters"]).values == [4, 1, 0, 0, 0])
    #expect(try #require(measured["distrusters"]).values == [1, 1, 0, 0, 0])
    let controversy = try #require(measured["controversy"])
    #expect(agree(Array(controversy.values.prefix(2)), [1.0 / 3, 0], within: 1e-12))
    #expect(controversy.values[2].isNaN && controversy.isShown)
    #expect(measured.defaults == ["over trust", "distrust counts as 0"])
  }

  @Test func `without distrust nothing is said of it`() throws {
    let measured = try trust(Graph.eightPeople)
    #expect(agree([measured.values[0]], [2.8 / 4], within: 1e-12))
    #expect(measured["controversy"]?.isShown == false)
    #expect(measured.defaults == ["over trust"])
  }

  @Test func `it is refused where no trust is loaded`() {
    #expect(throws: MetricError.relationNotLoaded("trust", loaded: ["follows"])) {
      _ = try trust(Graph(literal: "a>b"))
    }
  }

  private func trust(_ graph: Graph) throws -> Measured {
    try TrustReceived().evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
  }
}
