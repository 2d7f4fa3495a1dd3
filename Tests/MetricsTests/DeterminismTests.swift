import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The same bits on every run, for any number of threads.
struct DeterminismTests {
  /// Large enough for several ranges of work.
  static let graph = Graph.sparse(people: 20_000, tiesEach: 20, seed: 5)
  /// Smaller, for what reads the ties again and again, in smaller ranges.
  static let smallGraph = Graph.sparse(people: 900, tiesEach: 12, seed: 6)

  @Test(arguments: CatalogEntry.all)
  func `one thread and two give the same bits`(_ entry: CatalogEntry) throws {
    let graph = entry.isDear ? Self.smallGraph : Self.graph
    for isWeighted in [false, true] where !isWeighted || entry.card.accepts.contains(.weightedBy) {
      var arguments = entry.arguments(on: graph, weightedByTrust: isWeighted)
      let answers = try [1, 2].map { threads in
        arguments.threads = threads
        return try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      }
      #expect(areIdentical(answers[0].values, answers[1].values))
      for (one, two) in zip(answers[0].companions, answers[1].companions) {
        #expect(areIdentical(one.values, two.values), "\(one.name)")
      }
      #expect(answers[0].remarks == answers[1].remarks)
    }
  }

  @Test func `hyperball gives the same bits for one thread and two`() throws {
    let rows = try #require(DeterminismTests.graph.relations["follows"]).backward
    let ball = HyperBall(registers: 64)
    let one = try ball.sizes(over: rows, within: 2, threads: 1)
    let two = try ball.sizes(over: rows, within: 2, threads: 2)
    #expect(areIdentical(one, two))
  }

  @Test(arguments: [
    "audience overlap", "audience index", "pagerank", "reach", "trust received", "hits authority",
    "katz centrality", "leaderrank", "tunkrank", "twitterrank", "harmonic closeness",
    "betweenness", "core number", "component size", "triangles", "clustering coefficient",
    "contact h-index", "constraint", "effective size", "structural diversity", "expected spread",
    "unduplicated reach", "collective influence", "voterank", "eigenvector centrality",
  ])
  func `what takes long can be stopped`(name: String) throws {
    let entry = try #require(CatalogEntry.all.first { $0.card.name == name })
    let arguments = entry.arguments(on: DeterminismTests.graph)
    let monitor = WorkMonitor(isCancelled: { true })
    #expect(throws: MetricError.cancelled) {
      _ = try entry.metric.evaluate(
        on: DeterminismTests.graph,
        with: arguments,
        watchedBy: monitor
      )
    }
  }
}
