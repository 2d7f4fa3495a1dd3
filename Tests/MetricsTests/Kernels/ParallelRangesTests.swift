import Graph
import Metrics
import Synchronization
import TestSupport
import Testing
import Values

/// Work in ranges: all of it, in order, once, and stoppable.
struct ParallelRangesTests {
  @Test(arguments: [0, 1, 7, 64, 1_000], [1, 7, 64, 5_000])
  func `ranges of a size cover everything once`(count: Int, size: Int) {
    let ranges = ParallelRanges(count: count, size: size).ranges
    #expect(ranges.flatMap(Array.init) == Array(0..<count))
    #expect(ranges.allSatisfy { (1...size).contains($0.count) })
  }

  @Test(arguments: 0..<20)
  func `balanced ranges cover every row and hold alike`(seed: UInt64) throws {
    let graph = Graph.random(people: 60, density: 0.2, seed: seed)
    let rows = try #require(graph.relations["follows"]).forward
    let ranges = ParallelRanges(balancing: rows, work: 100).ranges
    #expect(ranges.flatMap(Array.init) == Array(0..<60))
    for range in ranges.dropLast() {
      let work = range.reduce(0) { $0 + rows.degree(of: PersonID($1)) + 1 }
      let last = rows.degree(of: PersonID(range.upperBound - 1)) + 1
      #expect((100..<(100 + last)).contains(work))
    }
  }

  @Test(arguments: [nil, 1, 2, 5, 100])
  func `parts come in order for any number of threads`(threads: Int?) throws {
    let ranges = ParallelRanges(count: 1_000, size: 7)
    let parts = try ranges.map(nil, threads: threads, watchedBy: .unwatched) { Array($0) }
    #expect(parts.concatenated == Array(0..<1_000))
    let columns = try ranges.columns(2, nil, threads: threads, watchedBy: .unwatched) { range in
      [range.map { Double($0) }, range.map { Double(-$0) }]
    }
    #expect(columns[0] == (0..<1_000).map { Double($0) } && columns[1][999] == -999)
  }

  @Test func `no people have empty columns`() throws {
    let ranges = ParallelRanges(balancing: Rows(emptyRows: 0))
    let columns = try ranges.columns(3, nil, threads: 2, watchedBy: .unwatched) { _ in [] }
    #expect(columns == [[], [], []])
  }

  @Test(arguments: [1, 4])
  func `it stops when it is asked to`(threads: Int) {
    let asked = Atomic(0)
    let monitor = WorkMonitor(isCancelled: { asked.add(1, ordering: .relaxed).newValue > 10 })
    let ran = Atomic(0)
    #expect(throws: MetricError.cancelled) {
      _ = try ParallelRanges(count: 1_000, size: 1)
        .map(nil, threads: threads, watchedBy: monitor) { _ in
          ran.add(1, ordering: .relaxed)
        }
    }
    #expect(ran.load(ordering: .relaxed) == 10)
  }

  @Test(arguments: [1, 4])
  func `what a range throws is thrown`(threads: Int) {
    #expect(throws: MetricError.missing(.with)) {
      _ = try ParallelRanges(count: 100, size: 1).map(
        nil,
        threads: threads,
        watchedBy: .unwatched
      ) { range throws(MetricError) -> Int in
        if range.lowerBound == 40 { throw .missing(.with) }
        return range.lowerBound
      }
    }
  }

  @Test(arguments: [1, 4])
  func `it reports once a percent, rising to the end`(threads: Int) throws {
    let parts = Mutex<[Double]>([])
    let monitor = WorkMonitor(report: { what, part in
      #expect(what == "counting")
      parts.withLock { $0.append(part) }
    })
    _ = try ParallelRanges(count: 10_000, size: 3).map(
      "counting",
      threads: threads,
      watchedBy: monitor
    ) { $0.count }
    let reported = parts.withLock { $0 }
    #expect(reported.count == 100 && reported.last == 1)
    #expect(reported == reported.sorted())
  }
}
