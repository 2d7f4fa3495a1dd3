import Synchronization
package import Values

extension ParallelRanges {
  /// What `body` makes of each range, with room of its own to work in.
  ///
  /// There are as many scratches as threads that worked, each used by one range at a time; they come
  /// back beside the parts, in no order. Which range used which is chance: only what does not
  /// depend on it, such as sums of whole numbers, may stay in them. Errors, threads and reports as
  /// in `map`.
  package func map<Part: Sendable, Scratch: Sendable>(
    _ what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor,
    scratch make: @Sendable () -> Scratch,
    _ body: @Sendable (inout Scratch, Range<Int>) throws(MetricError) -> Part
  ) throws(MetricError) -> (parts: [Part], scratches: [Scratch]) {
    let pool = Mutex<[Scratch]>([])
    let parts = try map(what, threads: threads, watchedBy: monitor) {
      range throws(MetricError) -> Part in
      var scratch = pool.withLock { $0.popLast() } ?? make()
      let part = try body(&scratch, range)
      let used = scratch
      pool.withLock { $0.append(used) }
      return part
    }
    return (parts, pool.withLock { $0 })
  }
}

/// Asks a monitor whether to stop, once every so much work.
struct StopWatch {
  private let monitor: WorkMonitor
  private var work = 0

  init(_ monitor: WorkMonitor) { self.monitor = monitor }

  /// Takes note of work, about a nanosecond or a few a unit.
  ///
  /// Throws `cancelled`.
  @inline(__always)
  mutating func worked(_ units: Int) throws(MetricError) {
    work += units
    if work > 1 << 20 { try ask() }
  }

  private mutating func ask() throws(MetricError) {
    work = 0
    if monitor.isCancelled() { throw .cancelled }
  }
}

/// Lends two columns as bare memory, for threads that write to parts of them that do not overlap.
///
/// Unsafe: neither may leave `body`.
func lending<Cell, Outcome>(
  _ first: inout [Cell],
  _ second: inout [Cell],
  to body: (
    UnsafeMutableBufferPointer<Cell>, UnsafeMutableBufferPointer<Cell>
  ) throws(MetricError) -> Outcome
) throws(MetricError) -> Outcome {
  try unsafe first.withUnsafeMutableBufferPointer { first throws(MetricError) in
    try unsafe second.withUnsafeMutableBufferPointer { second throws(MetricError) in
      try unsafe body(first, second)
    }
  }
}
