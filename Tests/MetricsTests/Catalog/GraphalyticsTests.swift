import Foundation
import Graph
import Metrics
import TestSupport
import Testing
import Values

/// The validation graphs of LDBC Graphalytics, with the answers published beside them.
///
/// Shortest paths by weight and communities by label propagation are no measures here, and local
/// clustering counts ties whichever way they point, as Graphalytics does on undirected graphs.
@Suite(.enabled(if: Checkout.sharedData != nil, "the shared data sets are not beside the checkout"))
struct GraphalyticsTests {
  /// The text of a file, a row of words a line.
  private func rows(_ name: String) throws -> [[String]] {
    let folder = try #require(Checkout.sharedData).appending(path: "ldbc-graphalytics")
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split { $0.isNewline }.map { $0.split(separator: " ").map(String.init) }
  }

  /// A graph from rows of a vertex and those its ties lead to.
  private func graph(_ name: String) throws -> Graph {
    var builder = GraphBuilder()
    var follows = TieBuffer(weighted: false)
    for row in try rows(name) {
      let source = builder.person(row[0])
      for target in row.dropFirst() { follows.append(from: source, to: builder.person(target)) }
    }
    _ = builder.add(follows, to: "follows")
    return builder.frozen()
  }

  /// The published answer for each vertex.
  private func answers(_ name: String, on graph: Graph) throws -> [Double] {
    var answers = [Double](repeating: .nan, count: graph.personCount)
    let lines = try rows(name)
    for line in lines {
      let person = try #require(graph.people.number(of: line[0]))
      answers[Int(person)] = try #require(Double(line[1]))
    }
    try #require(lines.count == graph.personCount)
    return answers
  }

  private func measured(_ metric: some Metric, on graph: Graph) throws -> [Double] {
    try metric.evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched).values
  }

  @Test(arguments: [
    ("example/example-directed-input", "example/example-directed-BFS", "1"),
    ("example/example-undirected-input", "example/example-undirected-BFS", "2"),
    ("bfs/dir-input", "bfs/dir-output", "1"), ("bfs/undir-input", "bfs/undir-output", "1"),
  ])
  func `breadth-first search is as far`(
    _ input: String,
    _ output: String,
    _ source: String
  ) throws {
    let graph = try graph(input)
    let follows = try #require(graph.relations["follows"])
    let outcome = try BreadthFirstSearch(along: follows.forward, against: follows.backward)
      .run(from: [try #require(graph.people.number(of: source))])
    let far = outcome.distances.map { distance in
      distance == BreadthFirstSearch.unreached ? 0x1p63 : Double(distance)
    }
    let published = try answers(output, on: graph)
    #expect(far == published)
  }

  /// Whichever number of rounds the published answers were taken after.
  @Test(arguments: [
    ("example/example-directed-input", "example/example-directed-PR", 2),
    ("example/example-undirected-input", "example/example-undirected-PR", 2),
    ("pr/dir-input", "pr/dir-output", 26), ("pr/undir-input", "pr/undir-output", 26),
  ])
  func `so many rounds of pagerank give the same`(
    _ input: String,
    _ output: String,
    _ rounds: Int
  ) throws {
    let graph = try graph(input)
    let follows = try #require(graph.relations["follows"])
    let walk = RandomWalk(follows, damping: 0.85, start: RandomWalk.start(anywhereIn: graph))
    let shares = try walk.run(most: rounds).shares
    #expect(agree(shares, try answers(output, on: graph), within: 1e-9))
  }

  @Test func `pagerank is where the walk settles`() throws {
    let graph = try graph("pr/dir-input")
    let ranks = try measured(PageRank(), on: graph)
    #expect(agree(ranks, try answers("pr/dir-output", on: graph), within: 1e-12))
  }

  @Test(arguments: [
    ("example/example-directed-input", "example/example-directed-WCC"),
    ("example/example-undirected-input", "example/example-undirected-WCC"),
    ("wcc/dir-input", "wcc/dir-output"), ("wcc/undir-input", "wcc/undir-output"),
  ])
  func `components are the same`(_ input: String, _ output: String) throws {
    let graph = try graph(input)
    let labels = try answers(output, on: graph)
    let sizes = labels.map { label in Double(labels.count { $0 == label }) }
    let found = try measured(ComponentSize(), on: graph)
    #expect(found == sizes)
  }

  @Test(arguments: [
    ("example/example-undirected-input", "example/example-undirected-LCC"),
    ("lcc/undir-input", "lcc/undir-output"),
  ])
  func `contacts cluster as much`(_ input: String, _ output: String) throws {
    let graph = try graph(input)
    // Who has no two contacts has no pair of them, which Graphalytics writes as 0.
    let values = try measured(ClusteringCoefficient(), on: graph).map { $0.isNaN ? 0 : $0 }
    #expect(agree(values, try answers(output, on: graph)))
  }
}
