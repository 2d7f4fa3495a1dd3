package import Graph
package import Values

extension Rows {
  /// Everybody's contacts: whom a tie joins them with, whichever way it points, each once.
  ///
  /// Merges the two ascending rows of each person; nobody is their own contact. 4 bytes a contact.
  /// Throws `cancelled`. Complexity: O(ties + people).
  package init(
    contactsIn relation: Relation,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let (forward, backward) = (relation.forward, relation.backward)
    let parts = try ParallelRanges(balancing: backward).map(
      nil,
      threads: threads,
      watchedBy: monitor
    ) { range in
      var ends: [UInt32] = []
      ends.reserveCapacity(range.count)
      let most = [forward, backward].reduce(0) {
        $0 + Int($1.starts[range.upperBound] - $1.starts[range.lowerBound])
      }
      let contacts = unsafe [UInt32](unsafeUninitializedCapacity: most) { contacts, count in
        for person in range {
          unsafe count.merge(forward, backward, of: person, into: contacts)
          ends.append(UInt32(count))
        }
      }
      return (ends: ends, contacts: contacts)
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(forward.count + 1)
    var neighbours: [UInt32] = []
    neighbours.reserveCapacity(parts.reduce(0) { $0 + $1.contacts.count })
    var watch = StopWatch(monitor)
    for part in parts {
      try watch.worked(part.contacts.count)
      let start = starts[starts.count - 1]
      starts.append(contentsOf: part.ends.lazy.map { start + $0 })
      neighbours.append(contentsOf: part.contacts)
    }
    self.init(starts: starts, neighbours: neighbours)
  }
}

extension Int {
  /// Writes the union of a person's two rows behind so many contacts, and counts on.
  ///
  /// Unsafe: there must be room for both rows.
  fileprivate mutating func merge(
    _ forward: Rows,
    _ backward: Rows,
    of person: Int,
    into contacts: UnsafeMutableBufferPointer<UInt32>
  ) {
    let (left, right) = (forward.neighbours.span, backward.neighbours.span)
    var (l, r) = (Int(forward.starts[person]), Int(backward.starts[person]))
    let (leftEnd, rightEnd) = (Int(forward.starts[person + 1]), Int(backward.starts[person + 1]))
    while l < leftEnd, r < rightEnd {
      let (a, b) = (left[l], right[r])
      unsafe contacts[self] = Swift.min(a, b)
      l += a <= b ? 1 : 0
      r += b <= a ? 1 : 0
      self += 1
    }
    while l < leftEnd {
      unsafe contacts[self] = left[l]
      l += 1
      self += 1
    }
    while r < rightEnd {
      unsafe contacts[self] = right[r]
      r += 1
      self += 1
    }
  }
}
