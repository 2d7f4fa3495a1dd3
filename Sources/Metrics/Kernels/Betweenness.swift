package import Graph
package import Values

/// How much of the shortest chains between others lead through everybody.
///
/// From each source one search forward counts the chains, and one back hands out what depends on
/// whom. A source costs two readings of the ties. Source: U. Brandes, "A faster algorithm for
/// betweenness centrality", 2001.
package struct Betweenness: Sendable {
  /// Per person, the sum over sources of the part of chains that lead through them.
  package let sums: [Double]
  /// Per person, the sum of the squares of those parts.
  package let squares: [Double]

  /// The sums over some sources along rows, in which `opposite` are the same ties the other way.
  ///
  /// Sources are added up in sixteen parts that do not depend on the threads. Throws `cancelled`.
  /// Complexity: O(sources x (ties + people)).
  package init(
    from sources: [PersonID],
    along rows: Rows,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let ranges = ParallelRanges(count: sources.count, size: max(1, (sources.count + 15) / 16))
    let parts = try ranges.map(what, threads: threads, watchedBy: monitor) {
      range throws(MetricError) in
      var search = DependencySearch(over: rows, monitor)
      for source in sources[range] { try search.add(source) }
      return (sums: search.sums, squares: search.squares)
    }
    var sums = [Double](repeating: 0, count: rows.count)
    var squares = sums
    for part in parts {
      guard !monitor.isCancelled() else { throw .cancelled }
      for person in sums.indices {
        sums[person] += part.sums[person]
        squares[person] += part.squares[person]
      }
    }
    self.sums = sums
    self.squares = squares
  }
}

/// The search from one source after the other.
///
/// 20 bytes a person. Most ties lead to somebody who is no further away, so distances, which alone
/// are read for these, lie apart.
private struct DependencySearch {
  private let rows: Rows
  private var watch: StopWatch
  /// Steps from the source; -1 where it was not reached.
  private var distances: [Int32]
  /// How many shortest chains lead from the source to each person.
  private var chains: [Double]
  /// What depends on each person, and one, for each of those chains.
  private var shares: [Double]
  private var reached: [PersonID] = []
  var sums: [Double]
  var squares: [Double]

  init(over rows: Rows, _ monitor: WorkMonitor) {
    self.rows = rows
    watch = StopWatch(monitor)
    distances = Array(repeating: -1, count: rows.count)
    chains = Array(repeating: 0, count: rows.count)
    shares = chains
    sums = chains
    squares = chains
  }

  mutating func add(_ source: PersonID) throws(MetricError) {
    reached.removeAll(keepingCapacity: true)
    reached.append(source)
    distances[Int(source)] = 0
    chains[Int(source)] = 1
    var next = 0
    while next < reached.count {
      try watch.worked(rows.degree(of: reached[next]) + 1)
      spread(from: reached[next])
      next += 1
    }
    for person in reached.reversed() {
      try watch.worked(rows.degree(of: person) + 1)
      let depending = gathered(by: person)
      shares[Int(person)] = (1 + depending) / chains[Int(person)]
      guard person != source else { continue }
      sums[Int(person)] += depending
      squares[Int(person)] += depending * depending
    }
    for person in reached {
      distances[Int(person)] = -1
      chains[Int(person)] = 0
    }
  }

  /// Lets the chains to a person lead on to their neighbours.
  ///
  /// Unsafe: neighbours are people, so their cells are there.
  private mutating func spread(from person: PersonID) {
    let row = rows.range(of: person)
    let further = distances[Int(person)] + 1
    let leading = chains[Int(person)]
    unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe distances.withUnsafeMutableBufferPointer { distances in
        unsafe chains.withUnsafeMutableBufferPointer { chains in
          for position in row {
            let neighbour = unsafe neighbours[position]
            let distance = unsafe distances[Int(neighbour)]
            if distance == further {
              unsafe chains[Int(neighbour)] += leading
            } else if distance < 0 {
              unsafe distances[Int(neighbour)] = further
              unsafe chains[Int(neighbour)] = leading
              reached.append(neighbour)
            }
          }
        }
      }
    }
  }

  /// What depends on a person: the shares of those one step further, for each chain that leads here.
  ///
  /// Unsafe: as above.
  private func gathered(by person: PersonID) -> Double {
    let further = distances[Int(person)] + 1
    let row = rows.range(of: person)
    var sum = 0.0
    unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe distances.withUnsafeBufferPointer { distances in
        unsafe shares.withUnsafeBufferPointer { shares in
          for position in row {
            let neighbour = unsafe Int(neighbours[position])
            if unsafe distances[neighbour] == further { sum += unsafe shares[neighbour] }
          }
        }
      }
    }
    return sum * chains[Int(person)]
  }
}
