import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What each two of many sets share, beside intersections.
struct PairwiseOverlapsTests {
  @Test(arguments: 0..<20)
  func `pairs share their intersection`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let sets = (0..<Int(seed) * 2).map { _ in
      PersonSet(
        (0..<PersonID(90)).filter { _ in Int.random(in: 0..<3, using: &random) == 0 },
        universe: 90
      )
    }
    let overlaps = try [1, 2].map { try PairwiseOverlaps(of: sets, threads: $0) }
    for one in sets.indices {
      for other in sets.indices {
        let shared = sets[one].intersection(sets[other]).count
        let any = sets[one].union(sets[other]).count
        for overlaps in overlaps {
          #expect(overlaps.shared(one, other) == shared)
          #expect(agree([overlaps.jaccard(one, other)], [Double(shared) / Double(any)]))
        }
      }
      #expect(overlaps[0].sizes[one] == sets[one].count)
    }
  }

  @Test func `audiences are rows`() throws {
    let graph = Graph.eightPeople
    let rows = try #require(graph.relations["follows"]).backward
    let overlaps = try PairwiseOverlaps(of: rows, at: [0, 1, 6], among: 8)
    #expect(overlaps.sizes == [4, 5, 0])
    // Cal, Fay and Gus follow both Ada and Bea.
    #expect(overlaps.shared(1, 0) == 3)
    #expect(overlaps.jaccard(0, 1) == 0.5)
    #expect(overlaps.shared(0, 2) == 0 && overlaps.jaccard(2, 2).isNaN)
  }

  @Test func `it can be stopped`() throws {
    let rows = try #require(DeterminismTests.graph.relations["follows"]).backward
    #expect(throws: MetricError.cancelled) {
      try PairwiseOverlaps(
        of: rows,
        at: Array(0..<300),
        among: rows.count,
        watchedBy: .init(isCancelled: { true })
      )
    }
  }
}
