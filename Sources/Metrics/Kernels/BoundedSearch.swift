package import Graph
package import Values

/// Breadth-first search to a bounded depth, again and again over the same rows.
///
/// Who was seen is a bit, cleared before each search: 1/8 byte a person. A search reads each row it
/// reaches but the last once: 4 bytes a tie in order, a bit at random. Who is reached in the last
/// step is marked without a branch and counted afterwards.
package struct BoundedSearch: Sendable {
  private let rows: Rows
  private var seen: [UInt64]
  private var reached: [PersonID] = []

  /// A search over these rows.
  ///
  /// Complexity: O(rows / 64).
  package init(over rows: Rows) {
    self.rows = rows
    seen = Array(repeating: 0, count: (rows.count + 63) / 64)
  }

  /// How many others are within `hops` steps of a person, along the rows.
  ///
  /// Throws `cancelled`. Complexity: O(ties of those reached + people / 64).
  package mutating func reach(
    of person: PersonID,
    within hops: Int,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> Int {
    guard hops > 0 else { return 0 }
    var watch = StopWatch(monitor)
    for word in seen.indices { seen[word] = 0 }
    reached.removeAll(keepingCapacity: true)
    reached.append(person)
    seen[Int(person >> 6)] |= 1 << UInt64(person & 63)
    var next = 0
    for _ in 1..<hops {
      let end = reached.count
      if next == end { break }
      while next < end {
        try watch.worked(rows.degree(of: reached[next]) + 1)
        visit(reached[next])
        next += 1
      }
    }
    while next < reached.count {
      try watch.worked(rows.degree(of: reached[next]) + 1)
      mark(reached[next])
      next += 1
    }
    return seen.reduce(0) { $0 + $1.nonzeroBitCount } - 1
  }

  /// Marks a person's neighbours, and lists those who were not.
  ///
  /// Unsafe: neighbours are people, so their bits are there.
  private mutating func visit(_ person: PersonID) {
    let row = rows.range(of: person)
    unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe seen.withUnsafeMutableBufferPointer { seen in
        for position in row {
          let neighbour = unsafe neighbours[position]
          let bit: UInt64 = 1 << UInt64(neighbour & 63)
          guard unsafe seen[Int(neighbour >> 6)] & bit == 0 else { continue }
          unsafe seen[Int(neighbour >> 6)] |= bit
          reached.append(neighbour)
        }
      }
    }
  }

  /// Marks a person's neighbours.
  ///
  /// Unsafe: as above.
  private mutating func mark(_ person: PersonID) {
    let row = rows.range(of: person)
    unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe seen.withUnsafeMutableBufferPointer { seen in
        for position in row {
          let neighbour = unsafe neighbours[position]
          unsafe seen[Int(neighbour >> 6)] |= 1 << UInt64(neighbour & 63)
        }
      }
    }
  }
}
