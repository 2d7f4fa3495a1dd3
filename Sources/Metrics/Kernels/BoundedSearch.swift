package import Graph
package import Values

/// Breadth-first search to a bounded depth, again and again over the same rows.
///
/// Who was seen is a stamp of the search's number, so nothing is cleared between searches: 4 bytes
/// a person. A search reads each row it reaches once: 4 bytes a tie in order, 4 at random.
package struct BoundedSearch {
  private let rows: Rows
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var reached: [PersonID] = []

  /// A search over these rows.
  ///
  /// Complexity: O(rows).
  package init(over rows: Rows) {
    self.rows = rows
    stamps = Array(repeating: 0, count: rows.count)
  }

  /// How many others are within `hops` steps of a person, along the rows.
  ///
  /// Throws `cancelled`. Complexity: O(ties of those reached).
  package mutating func reach(
    of person: PersonID,
    within hops: Int,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> Int {
    begin(at: person)
    let starts = rows.starts
    let neighbours = rows.neighbours
    var next = 0
    var visited = 0
    for _ in 0..<hops {
      let levelEnd = reached.count
      if next == levelEnd { break }
      while next < levelEnd {
        let source = Int(reached[next])
        next += 1
        let row = Int(starts[source])..<Int(starts[source + 1])
        for position in row where stamps[Int(neighbours[position])] != stamp {
          stamps[Int(neighbours[position])] = stamp
          reached.append(neighbours[position])
        }
        visited += row.count + 1
        if visited > 1 << 20 {
          visited = 0
          if monitor.isCancelled() { throw .cancelled }
        }
      }
    }
    return reached.count - 1
  }

  private mutating func begin(at person: PersonID) {
    if stamp == .max {
      stamps = Array(repeating: 0, count: rows.count)
      stamp = 0
    }
    stamp += 1
    stamps[Int(person)] = stamp
    reached.removeAll(keepingCapacity: true)
    reached.append(person)
  }
}
