package import Graph
package import Values

/// Breadth-first searches from everybody, 512 at once, counted where they arrive.
///
/// Per person a word of 512 bits says which searches have come to them; a step gathers the words
/// of their neighbours. So everybody learns how many people are how far from them, exactly, without
/// a list of who. A step reads 64 bytes a tie at random, for 512 searches. Source: as for
/// `ManySourceSearch`.
package struct BallGrowth: Sendable {
  private typealias Word = SIMD8<UInt64>

  private let rows: Rows
  private let ranges: ParallelRanges

  /// Searches that come to each person along their row, from the neighbours in it.
  package init(over rows: Rows) {
    self.rows = rows
    ranges = ParallelRanges(balancing: rows, work: 1 << 14)
  }

  /// For everybody, the sum of `worth(distance)` over the others among `sources` who are at most so
  /// many steps away.
  ///
  /// Sums run by source and then by distance, so they have the same bits for any number of threads.
  /// Throws `cancelled`. Complexity: O(sources / 512 x steps x ties).
  package func sums(
    from sources: [PersonID],
    within hops: Int = .max,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched,
    worth: (_ distance: Int) -> Double
  ) throws(MetricError) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.count)
    var reached = [Word](repeating: .zero, count: rows.count)
    var frontier = reached
    var next = reached
    for start in stride(from: 0, to: sources.count, by: 512) {
      let batch = sources[start..<min(start + 512, sources.count)]
      for person in reached.indices { reached[person] = .zero }
      frontier = reached
      var full = Word.zero
      for (search, source) in batch.enumerated() {
        let bit: UInt64 = 1 << UInt64(search & 63)
        reached[Int(source)][search >> 6] |= bit
        full[search >> 6] |= bit
      }
      frontier = reached
      var hop = 0
      var isMoving = true
      while isMoving, hop < hops {
        hop += 1
        isMoving = try step(
          &reached,
          from: frontier,
          to: &next,
          full,
          adding: worth(hop),
          to: &sums,
          threads,
          monitor
        )
        swap(&frontier, &next)
      }
      if let what { monitor.report(what, Double(start + batch.count) / Double(sources.count)) }
    }
    return sums
  }

  /// One step of one batch; whether anybody was reached.
  ///
  /// Unsafe: ranges, which do not overlap, write to their people's words and sums in place.
  private func step(
    _ reached: inout [Word],
    from frontier: [Word],
    to next: inout [Word],
    _ full: Word,
    adding worth: Double,
    to sums: inout [Double],
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> Bool {
    let parts = try unsafe lending(&reached, &next) { reached, next throws(MetricError) in
      try unsafe sums.withUnsafeMutableBufferPointer { sums throws(MetricError) in
        nonisolated(unsafe) let columns = unsafe (reached: reached, next: next, sums: sums)
        return try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
          unsafe arrivals(range, frontier, full, worth, columns.reached, columns.next, columns.sums)
        }
      }
    }
    return parts.contains { $0 > 0 }
  }

  /// How many searches arrive at a range of people.
  private func arrivals(
    _ range: Range<Int>,
    _ frontier: [Word],
    _ full: Word,
    _ worth: Double,
    _ reached: UnsafeMutableBufferPointer<Word>,
    _ next: UnsafeMutableBufferPointer<Word>,
    _ sums: UnsafeMutableBufferPointer<Double>
  ) -> Int {
    var arrived = 0
    let starts = rows.starts.span
    unsafe frontier.withUnsafeBufferPointer { frontier in
      unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
        for person in range {
          let known = unsafe reached[person]
          var gathered = Word.zero
          if known != full {
            for position in Int(starts[person])..<Int(starts[person + 1]) {
              gathered |= unsafe frontier[Int(neighbours[position])]
            }
          }
          let fresh = gathered & ~known
          unsafe next[person] = fresh
          guard fresh != .zero else { continue }
          unsafe reached[person] = known | fresh
          var count = 0
          for word in 0..<8 { count += fresh[word].nonzeroBitCount }
          unsafe sums[person] += Double(count) * worth
          arrived += count
        }
      }
    }
    return arrived
  }
}
