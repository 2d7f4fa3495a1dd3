package import Graph
package import Values

/// The ties among the people of a circle, each once, one circle after the other.
///
/// The circle is a mask. A tie is met at its end with fewer contacts, or as many and a lesser
/// number: of each person only those contacts are read who come behind by that order, which are at
/// most sqrt(2 x ties). For a few circles such rows are not worth making; then all contacts are
/// read, or searched where they are far more than the circle has people. Either way the ties come in
/// the same order. Source: as `Triangles`.
package struct CircleTies: Sendable {
  /// Everybody's contacts.
  package let contacts: Rows
  /// What is read of each person: the contacts, or those who come behind.
  private let rows: Rows
  private let isOrdered: Bool
  private var mask: [UInt64]
  private var circle: ArraySlice<UInt32> = []
  private var found: [PersonID]

  /// Nobody's yet; made for the circles of some people, a row each.
  ///
  /// Throws `cancelled`. Complexity: O(people), and O(contacts) where the circles have more to read
  /// than that.
  package init(
    among contacts: Rows,
    for people: [PersonID],
    circles: Rows,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let isOrdered = Self.hasMore(than: contacts.neighbours.count, contacts, people, circles)
    let rows = isOrdered ? try contacts.upward(threads, monitor) : contacts
    let longest = (0..<PersonID(rows.count)).reduce(0) { max($0, rows.degree(of: $1)) }
    self.contacts = contacts
    self.rows = rows
    self.isOrdered = isOrdered
    mask = Array(repeating: 0, count: (contacts.count + 63) / 64)
    found = Array(repeating: 0, count: longest)
  }

  /// Whether the circles of some people have more contacts to read than so many.
  private static func hasMore(
    than limit: Int,
    _ contacts: Rows,
    _ people: [PersonID],
    _ circles: Rows
  ) -> Bool {
    var work = 0
    for person in people {
      for member in circles[person] { work += contacts.degree(of: member) }
      if work > limit { return true }
    }
    return false
  }

  /// Takes some people, ascending, as the circle.
  ///
  /// Complexity: O(people in it, and in the last).
  package mutating func take(_ circle: ArraySlice<UInt32>) {
    for person in self.circle { mask[Int(person >> 6)] = 0 }
    self.circle = circle
    for person in circle { mask[Int(person >> 6)] |= 1 << UInt64(person & 63) }
  }

  /// Calls `body` with each contact of a person who is in the circle and comes behind, ascending.
  ///
  /// Returns what it took. Complexity: O(min(what is read of the person, the circle x log of that)).
  @inline(__always)
  package mutating func forEach(behind person: PersonID, _ body: (PersonID) -> Void) -> Int {
    let row = rows.range(of: person)
    let isScanned = row.count / 16 <= circle.count
    let count = isScanned ? scan(row) : search(row)
    for index in 0..<count where isOrdered || contacts.isOrdered(person, found[index]) {
      body(found[index])
    }
    return isScanned ? row.count + count * 4 + 1 : circle.count * 16
  }

  /// Notes who of a row is in the circle, and gives back how many are.
  ///
  /// Unsafe: neighbours are people, so their bits are there, and there is room for the longest row.
  /// Those found are written one behind the other without a branch, which would often be guessed
  /// wrong.
  private mutating func scan(_ row: Range<Int>) -> Int {
    var count = 0
    unsafe rows.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe mask.withUnsafeBufferPointer { mask in
        unsafe found.withUnsafeMutableBufferPointer { found in
          for position in row {
            let person = unsafe neighbours[position]
            unsafe found[count] = person
            count += unsafe Int(
              truncatingIfNeeded: mask[Int(person >> 6)] >> UInt64(person & 63) & 1
            )
          }
        }
      }
    }
    return count
  }

  /// The same, by a search of the row for each of the circle.
  private mutating func search(_ row: Range<Int>) -> Int {
    var (low, count) = (row.lowerBound, 0)
    for one in circle {
      var high = row.upperBound
      while low < high {
        let middle = (low + high) / 2
        if rows.neighbours[middle] < one { low = middle + 1 } else { high = middle }
      }
      guard low < row.upperBound, rows.neighbours[low] == one else { continue }
      found[count] = one
      count += 1
    }
    return count
  }
}

extension Rows {
  /// Whether somebody comes before another: fewer contacts, or as many and a lesser number.
  @inline(__always)
  fileprivate func isOrdered(_ one: PersonID, _ other: PersonID) -> Bool {
    (degree(of: one), one) < (degree(of: other), other)
  }

  /// Of everybody's contacts those who come behind.
  ///
  /// Throws `cancelled`. Complexity: O(contacts).
  fileprivate func upward(
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) throws(MetricError) -> Rows {
    let ranges = ParallelRanges(balancing: self)
    let parts = try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
      var part: (contacts: [PersonID], degrees: [UInt32]) = ([], [])
      for person in range.lazy.map({ PersonID($0) }) {
        let before = part.contacts.count
        for contact in self[person] where isOrdered(person, contact) {
          part.contacts.append(contact)
        }
        part.degrees.append(UInt32(part.contacts.count - before))
      }
      return part
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    for degree in parts.map(\.degrees).joined() { starts.append(starts[starts.count - 1] + degree) }
    return Rows(starts: starts, neighbours: parts.map(\.contacts).concatenated)
  }
}
