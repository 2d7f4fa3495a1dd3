package import Graph
package import Values

/// How many people each two of many sets share.
///
/// For each person the sets they are in are listed. Each set then asks its members' lists for what
/// comes behind it, and counts: a triangle of counters, of which one row at a time is in use. 12
/// bytes a membership, 4 a pair. Few sets are compared bit by bit instead.
package struct PairwiseOverlaps: Sendable {
  /// How many people are in each set.
  package let sizes: [Int]
  private let shared: [UInt32]

  /// The overlaps of some rows: the audiences of these people.
  ///
  /// Throws `cancelled`. Complexity: O(sum over people of (sets they are in) squared, and sets
  /// squared).
  package init(
    of rows: Rows,
    at people: [PersonID],
    among universe: Int,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    try self.init(
      people.map { Array(rows[$0]) },
      among: universe,
      threads: threads,
      watchedBy: monitor
    )
  }

  /// The overlaps of some sets of one universe.
  ///
  /// Throws `cancelled`. Complexity: as above.
  package init(
    of sets: [PersonSet],
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let universe = sets.map(\.universe).max() ?? 0
    let sizes = sets.map(\.count)
    let pairs = sets.count * (sets.count - 1) / 2
    guard pairs * universe / 64 < 16 * sizes.reduce(0, +) else {
      try self.init(sets.map(\.people), among: universe, threads: threads, watchedBy: monitor)
      return
    }
    var shared: [UInt32] = []
    for first in sets.indices {
      for second in sets.indices.dropFirst(first + 1) {
        if monitor.isCancelled() { throw .cancelled }
        shared.append(UInt32(sets[first].intersection(sets[second]).count))
      }
    }
    self.init(sizes: sizes, shared: shared)
  }

  private init(sizes: [Int], shared: [UInt32]) {
    self.sizes = sizes
    self.shared = shared
  }

  private init(
    _ sets: [[PersonID]],
    among universe: Int,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let memberships = try Memberships(of: sets, among: universe, monitor)
    let count = sets.count
    let ranges = ParallelRanges(count: count, size: max(1, count / 128))
    let rows = try ranges.map(nil, threads: threads, watchedBy: monitor) {
      range throws(MetricError) in
      var rows: [UInt32] = []
      var watch = StopWatch(monitor)
      for set in range {
        try watch.worked(8 * sets[set].count)
        var counters = [UInt32](repeating: 0, count: count)
        memberships.count(behind: set, into: &counters)
        rows.append(contentsOf: counters[(set + 1)...])
      }
      return rows
    }
    sizes = sets.map(\.count)
    shared = rows.concatenated
  }

  /// How many people two sets share.
  package func shared(_ one: Int, _ other: Int) -> Int {
    guard one != other else { return sizes[one] }
    let (low, high) = (min(one, other), max(one, other))
    // Row `low` begins behind the rows of `count - 1`, `count - 2`, ... counters before it.
    let start = low * sizes.count - low * (low + 1) / 2
    return Int(shared[start + high - low - 1])
  }

  /// What part of both two sets share: their Jaccard similarity; NaN where both are empty.
  package func jaccard(_ one: Int, _ other: Int) -> Double {
    let shared = shared(one, other)
    return Double(shared) / Double(sizes[one] + sizes[other] - shared)
  }
}

/// Which sets each person is in, and where each set stands in its members' lists.
private struct Memberships: Sendable {
  /// The lists of all people, each ascending.
  private let lists: [UInt16]
  /// Where each set's memberships begin in `places`, and one end.
  private let starts: [Int]
  /// Per set and member, what comes behind the set in the member's list.
  private let places: [Range<UInt32>]

  init(
    of sets: [[PersonID]],
    among universe: Int,
    _ monitor: WorkMonitor
  ) throws(MetricError) {
    precondition(sets.count <= Int(UInt16.max), "so many pairs have no room")
    var ends = [UInt32](repeating: 0, count: universe + 1)
    for set in sets { for person in set { ends[Int(person) + 1] += 1 } }
    for person in 0..<universe { ends[person + 1] += ends[person] }
    var next = ends
    var starts = [0]
    var lists = [UInt16](repeating: 0, count: Int(ends[universe]))
    var places: [Range<UInt32>] = []
    places.reserveCapacity(lists.count)
    var watch = StopWatch(monitor)
    for (number, set) in sets.enumerated() {
      try watch.worked(4 * set.count)
      for person in set {
        let place = next[Int(person)]
        lists[Int(place)] = UInt16(number)
        next[Int(person)] = place + 1
        places.append(place + 1..<ends[Int(person) + 1])
      }
      starts.append(places.count)
    }
    self.lists = lists
    self.starts = starts
    self.places = places
  }

  /// Counts, for each set of greater number, the members it has of a set.
  ///
  /// Unsafe: lists hold numbers of sets, so their counters are there.
  func count(behind set: Int, into counters: inout [UInt32]) {
    unsafe lists.withUnsafeBufferPointer { lists in
      unsafe counters.withUnsafeMutableBufferPointer { counters in
        for behind in places[starts[set]..<starts[set + 1]] {
          for place in Int(behind.lowerBound)..<Int(behind.upperBound) {
            unsafe counters[Int(lists[place])] += 1
          }
        }
      }
    }
  }
}
