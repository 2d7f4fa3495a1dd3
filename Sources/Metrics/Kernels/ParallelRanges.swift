import Dispatch
package import Graph
import Synchronization
package import Values

/// Work on everybody, cut into ranges that do not depend on how many threads there are.
///
/// Each range gives a part of its own and the parts come back in the order of the ranges, so a sum
/// over parts runs in one order and the result has the same bits for any number of threads. Threads
/// take the next range as they finish one. Before each range the monitor is asked whether to stop.
package struct ParallelRanges: Sendable {
  /// The ranges: ascending, without gaps.
  package let ranges: [Range<Int>]

  /// Ranges of `size` items each, the last one shorter.
  package init(count: Int, size: Int) {
    ranges = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// Ranges of rows that hold about `work` neighbours and rows together.
  ///
  /// Complexity: O(ranges x log rows). The default takes some milliseconds a range.
  package init(balancing rows: Rows, work: Int = 1 << 18) {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      let goal = Int(rows.starts[start]) + start + work
      var low = start + 1
      var high = rows.count
      while low < high {
        let middle = (low + high) / 2
        if Int(rows.starts[middle]) + middle < goal { low = middle + 1 } else { high = middle }
      }
      ranges.append(start..<low)
      start = low
    }
    self.ranges = ranges
  }

  /// What `body` makes of each range, in the order of the ranges.
  ///
  /// At most `threads` of them run at once; nil means as many as there are processors. `what` is
  /// reported with the part that is done, once a percent; nil reports nothing. Throws what `body`
  /// throws, or `cancelled`.
  package func map<Part: Sendable>(
    _ what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    _ body: @Sendable (Range<Int>) throws(MetricError) -> Part
  ) throws(MetricError) -> [Part] {
    try map(what, threads: threads, watchedBy: monitor) { _, range throws(MetricError) in
      try body(range)
    }
  }

  /// The same, with the number of the range.
  package func map<Part: Sendable>(
    _ what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    _ body: @Sendable (_ number: Int, Range<Int>) throws(MetricError) -> Part
  ) throws(MetricError) -> [Part] {
    let board = Mutex(Board<Part>(count: ranges.count))
    let next = Atomic(0)
    @Sendable func work() {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < ranges.count, board.withLock({ $0.failure == nil }) else { return }
        let outcome: Result<Part, MetricError>
        do throws(MetricError) {
          if monitor.isCancelled() { throw .cancelled }
          outcome = .success(try body(index, ranges[index]))
        } catch {
          outcome = .failure(error)
        }
        board.withLock { board in
          let percent = board.take(outcome, at: index)
          if let what, let percent { monitor.report(what, Double(percent) / 100) }
        }
      }
    }
    let threads = min(threads ?? ParallelRanges.mostThreads, ranges.count)
    if threads <= 1 {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in work() }
    }
    let finished = board.withLock { $0 }
    if let failure = finished.failure { throw failure }
    return finished.parts.compactMap(\.self)
  }

  /// More threads than this are never asked for; Dispatch starts as many as there are processors.
  private static let mostThreads = 64
}

extension Array where Element: RandomAccessCollection {
  /// The elements of all parts, one part after the other.
  ///
  /// Complexity: O(elements).
  package var concatenated: [Element.Element] {
    var all: [Element.Element] = []
    all.reserveCapacity(reduce(0) { $0 + $1.count })
    for part in self { all.append(contentsOf: part) }
    return all
  }
}

/// What the threads have finished so far.
private struct Board<Part: Sendable>: Sendable {
  var parts: [Part?]
  var failure: MetricError?
  private var done = 0

  init(count: Int) {
    parts = Array(repeating: nil, count: count)
  }

  /// Notes how a range went; the percentage that is done, where it has grown.
  mutating func take(_ outcome: Result<Part, MetricError>, at index: Int) -> Int? {
    switch outcome {
    case .success(let part): parts[index] = part
    case .failure(let error): failure = failure ?? error
    }
    done += 1
    let percent = done * 100 / parts.count
    return percent > (done - 1) * 100 / parts.count ? percent : nil
  }
}
