import Graph
import Metrics

/// PageRank, so many rounds of it, in double precision.
package struct PageRankRounds: Workload {
  package let card = WorkloadCard(
    name: "pagerank",
    summary: "PageRank, 50 rounds in double precision",
    bars: [Bar(peer: .graphblas, ratio: 0.38)]
  )

  /// How many rounds are run, whatever they change.
  static let rounds = 50

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let graph = try site.graph()
    let follows = try site.follows()
    let start = RandomWalk.start(anywhereIn: graph)
    return {
      try Sample.timed {
        try RandomWalk(follows, damping: 0.85, start: start)
          .run(tolerance: -1, most: Self.rounds)
      } check: {
        $0.shares[Int(site.files.summary.top)]
      }
    }
  }

  package func floor(at site: Site, on roofline: Roofline) throws -> Double? {
    let (follows, people) = (site.files.summary.follows, site.files.summary.people)
    let bytes = follows * 4 + people * 40
    return roofline.floor(bytes: bytes * Self.rounds, gathers: follows * Self.rounds)
  }
}
