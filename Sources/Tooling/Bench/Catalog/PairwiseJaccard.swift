import Graph
import Metrics

/// How alike the largest audiences are, each beside each.
package struct PairwiseJaccard: Workload {
  package let card = WorkloadCard(
    name: "pairwise-jaccard",
    summary: "Jaccard similarity of each two of the 1,000 largest audiences",
    bars: [Bar(peer: .graphblas, ratio: 0.6)]
  )

  private static let size = 1_000

  /// The workload.
  package init() {}

  package func prepare(at site: Site) throws -> () throws -> Sample {
    let followers = try site.follows().backward
    return {
      try Sample.timed {
        try Self.similarities(in: followers)
      } check: {
        $0.first
      }
    }
  }

  /// The similarities of the first with the second, the third and so on, then of the second.
  private static func similarities(in followers: Rows) throws -> [Double] {
    let largest = (0..<PersonID(followers.count))
      .sorted { (followers.degree(of: $1), $0) < (followers.degree(of: $0), $1) }
      .prefix(size)
    let overlaps = try PairwiseOverlaps(of: followers, at: Array(largest), among: followers.count)
    return largest.indices.flatMap { one in
      (one + 1..<largest.count).map { overlaps.jaccard(one, $0) }
    }
  }
}
