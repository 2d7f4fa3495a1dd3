package import Graph
package import Values

/// How deep in the dense middle everybody sits: the k-core each person survives in.
///
/// Who has fewer than k contacts left is taken away, level by level, and their contacts count one
/// less. Reads each contact once: 4 bytes in order, 4 at random. Sources: S. Seidman, 1983; peeling
/// by levels as in H. Kabir, K. Madduri, "Parallel k-core decomposition on multicore platforms",
/// 2017, by one thread.
package struct CoreNumbers: Sendable {
  /// Each person's core number; 0 without contacts.
  package let cores: [UInt32]

  /// The core numbers in rows of contacts.
  ///
  /// Throws `cancelled`. Complexity: O(ties + people x log(greatest core)), about.
  package init(
    of contacts: Rows,
    reporting what: String? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    var watch = StopWatch(monitor)
    // Counts down to the core number and stays there.
    var degrees = (0..<UInt32(contacts.count)).map { UInt32(contacts.degree(of: $0)) }
    var left = Array(0..<PersonID(contacts.count))
    var level: UInt32 = 0
    var percent = 0
    while !left.isEmpty {
      var peeled: [PersonID] = []
      var kept = 0
      for person in left {
        let degree = degrees[Int(person)]
        if degree < level { continue }
        if degree == level {
          peeled.append(person)
        } else {
          left[kept] = person
          kept += 1
        }
      }
      left.removeLast(left.count - kept)
      var next = 0
      while next < peeled.count {
        let person = peeled[next]
        next += 1
        try watch.worked(contacts.degree(of: person) + 1)
        Self.peel(person, in: contacts, at: level, &degrees, &peeled)
      }
      level += 1
      let done = 100 - left.count * 100 / max(contacts.count, 1)
      if let what, done > percent { monitor.report(what, Double(done) / 100) }
      percent = done
    }
    cores = degrees
  }

  /// Takes a person away; contacts who then have `level` left are next.
  ///
  /// Unsafe: contacts are people, so their counts are there.
  @inline(__always)
  private static func peel(
    _ person: PersonID,
    in contacts: Rows,
    at level: UInt32,
    _ degrees: inout [UInt32],
    _ peeled: inout [PersonID]
  ) {
    let row = contacts.range(of: person)
    unsafe contacts.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe degrees.withUnsafeMutableBufferPointer { degrees in
        for position in row {
          let contact = unsafe neighbours[position]
          let degree = unsafe degrees[Int(contact)]
          guard degree > level else { continue }
          unsafe degrees[Int(contact)] = degree - 1
          if degree - 1 == level { peeled.append(contact) }
        }
      }
    }
  }
}
