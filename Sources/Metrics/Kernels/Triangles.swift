package import Graph
package import Values

/// How many triangles of contacts everybody is part of.
///
/// People are numbered anew by how many contacts they have, and each contact is kept once, with who
/// has fewer. A triangle is then found once: at its middle corner, as a corner with fewer contacts
/// whose other contact is one of the middle's too, which is a bit in a mask of the middle's.
/// 12 bytes a contact besides the rows. Source: T. Schank, D. Wagner, "Finding, counting and
/// listing all triangles in large graphs", 2005; the mask is ours.
package struct Triangles: Sendable {
  /// For each person, how many pairs of their contacts are contacts of each other.
  package let counts: [Int]

  /// Counts the triangles in rows of contacts.
  ///
  /// Throws `cancelled`. Complexity: O(the sum over contacts of who has fewer's further contacts), at
  /// most O(ties x sqrt(ties)).
  package init(
    of contacts: Rows,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let upward = try UpwardContacts(contacts, threads, monitor)
    // About as much work in each range: what lies below each middle.
    let ranges = ParallelRanges(balancing: upward.below, work: 1 << 16)
    let (_, counted) = try ranges.map(
      what,
      threads: threads,
      watchedBy: monitor,
      scratch: { TriangleCounts(people: contacts.count) }
    ) { counts, range throws(MetricError) in
      var watch = StopWatch(monitor)
      for middle in range { try counts.count(around: middle, upward, &watch) }
    }
    var totals = [Int](repeating: 0, count: contacts.count)
    for counts in counted {
      for (place, count) in counts.counts.enumerated() where count > 0 {
        totals[Int(upward.people[place])] += Int(count)
      }
    }
    self.counts = totals
  }
}

/// Contacts by place in the order of how many contacts people have, each with the lesser place.
private struct UpwardContacts: Sendable {
  /// The people by how many contacts they have, and number.
  let people: [PersonID]
  /// Per place, the contacts of greater place, ascending.
  let above: Rows
  /// Per place, where it stands in `above` in the rows of its contacts of lesser place.
  let below: Rows
  /// Per position in `above`, where its row ends.
  let ends: [UInt32]

  init(_ contacts: Rows, _ threads: Int?, _ monitor: WorkMonitor) throws(MetricError) {
    let count = contacts.count
    let people = Self.ordered(contacts)
    var places = [UInt32](repeating: 0, count: count)
    for (place, person) in people.enumerated() { places[Int(person)] = UInt32(place) }
    let ranges = ParallelRanges(count: count, size: 1 << 12)
    // One list a range and not one a person: a million lists take long to be given back.
    let parts = try ranges.map(nil, threads: threads, watchedBy: monitor) { [places] range in
      var part: (above: [UInt32], degrees: [UInt32]) = ([], [])
      for place in range {
        let start = part.above.count
        for contact in contacts[people[place]] where places[Int(contact)] > UInt32(place) {
          part.above.append(places[Int(contact)])
        }
        part.above[start...].sort()
        part.degrees.append(UInt32(part.above.count - start))
      }
      return part
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    var above: [UInt32] = []
    above.reserveCapacity(contacts.neighbours.count / 2)
    var ends: [UInt32] = []
    ends.reserveCapacity(contacts.neighbours.count / 2)
    var watch = StopWatch(monitor)
    for part in parts {
      try watch.worked(part.above.count)
      above.append(contentsOf: part.above)
      for degree in part.degrees {
        let end = UInt32(ends.count) + degree
        ends.append(contentsOf: repeatElement(end, count: Int(degree)))
        starts.append(end)
      }
    }
    self.people = people
    self.above = Rows(starts: starts, neighbours: above)
    self.ends = ends
    below = try Self.positions(of: above, rows: count, &watch)
  }

  /// Per place, where it stands among all the contacts above somebody: a counting sort.
  private static func positions(
    of above: [UInt32],
    rows count: Int,
    _ watch: inout StopWatch
  ) throws(MetricError) -> Rows {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for contact in above {
      try watch.worked(1)
      starts[Int(contact) + 1] += 1
    }
    for place in 0..<count { starts[place + 1] += starts[place] }
    var next = starts
    var below = [UInt32](repeating: 0, count: above.count)
    for (position, contact) in above.enumerated() {
      try watch.worked(4)
      below[Int(next[Int(contact)])] = UInt32(position)
      next[Int(contact)] += 1
    }
    return Rows(starts: starts, neighbours: below)
  }

  /// The people by how many contacts they have, then by number: a counting sort.
  private static func ordered(_ contacts: Rows) -> [PersonID] {
    let people = 0..<PersonID(contacts.count)
    let most = people.reduce(0) { max($0, contacts.degree(of: $1)) }
    var next = [Int](repeating: 0, count: most + 2)
    for person in people { next[contacts.degree(of: person) + 1] += 1 }
    for degree in 0...most { next[degree + 1] += next[degree] }
    var ordered = [PersonID](repeating: 0, count: contacts.count)
    for person in people {
      let degree = contacts.degree(of: person)
      ordered[next[degree]] = person
      next[degree] += 1
    }
    return ordered
  }
}

/// What one thread has counted, by place.
private struct TriangleCounts: Sendable {
  var counts: [UInt64]
  private var mask: [UInt64]

  init(people: Int) {
    counts = Array(repeating: 0, count: people)
    mask = Array(repeating: 0, count: (people + 63) / 64)
  }

  /// Counts the triangles of which a place is the middle corner.
  mutating func count(
    around middle: Int,
    _ upward: UpwardContacts,
    _ watch: inout StopWatch
  ) throws(MetricError) {
    let above = upward.above[UInt32(middle)]
    let below = upward.below[UInt32(middle)]
    guard !above.isEmpty, !below.isEmpty else { return }
    for contact in above { mask[Int(contact >> 6)] |= 1 << UInt64(contact & 63) }
    var found: UInt64 = 0
    let starts = upward.above.starts
    for position in below {
      let further = Int(position) + 1..<Int(upward.ends[Int(position)])
      try watch.worked(further.count + 4)
      let here = Self.scan(further, upward.above, mask, &counts)
      guard here > 0 else { continue }
      found += here
      // Whose row the position is in: the only search, and only where something was found.
      let corner = starts.row(of: position)
      counts[corner] += here
    }
    counts[middle] += found
    for contact in above { mask[Int(contact >> 6)] = 0 }
  }

  /// How many of some further contacts are the middle's too; each is one triangle of theirs.
  ///
  /// Unsafe: places are people, so their bits and counts are there. Those found are written one
  /// behind the other without a branch, since a third of the guesses would fail, and then counted.
  private static func scan(
    _ positions: Range<Int>,
    _ rows: Rows,
    _ mask: [UInt64],
    _ counts: inout [UInt64]
  ) -> UInt64 {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: positions.count) { found in
      var count = 0
      unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
        unsafe mask.withUnsafeBufferPointer { mask in
          for position in positions {
            let place = unsafe neighbours[position]
            unsafe found[count] = place
            count += unsafe Int(truncatingIfNeeded: mask[Int(place >> 6)] >> UInt64(place & 63) & 1)
          }
        }
      }
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for index in 0..<count { unsafe counts[Int(found[index])] += 1 }
      }
      return UInt64(count)
    }
  }
}

extension [UInt32] {
  /// The row a position lies in, of rows that start here.
  fileprivate func row(of position: UInt32) -> Int {
    var (low, high) = (0, count - 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if self[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }
}
