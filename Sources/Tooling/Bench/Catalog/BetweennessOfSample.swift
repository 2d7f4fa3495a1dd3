import Graph
import Metrics

/// How much of the shortest chains from some people leads through everybody.
package struct BetweennessOfSample: Workload {
  package let card = WorkloadCard(
    name: "betweenness",
    summary: "betweenness of everybody, from 20 people spread over all",
    bars: [Bar(peer: .networkit, ratio: 0.43)]
  )

  private static let sources = 20

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let follows = try site.follows()
    // As many who follow nobody as a draw by chance, the other's, has.
    let people = site.files.summary.people
    let sources = (0..<Self.sources).map { PersonID($0 * people / Self.sources) }
    return {
      try Sample.timed {
        try Betweenness(from: sources, along: follows.forward)
      } check: { _ in
        nil
      }
    }
  }
}
