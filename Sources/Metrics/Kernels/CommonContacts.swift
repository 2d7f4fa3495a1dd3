package import Graph

/// Whom two people both know, one person's contacts after the other's.
///
/// The first person's contacts are a mask and, where their places are needed, a search; the others'
/// rows are read, or searched where they are far longer. Whatever is read, those in common come in
/// ascending order.
package struct CommonContacts: Sendable {
  /// Everybody's contacts.
  package let contacts: Rows
  private var mask: [UInt64]
  private var circle: ArraySlice<UInt32> = []

  /// Nobody's yet, among these contacts.
  package init(_ contacts: Rows) {
    self.contacts = contacts
    mask = Array(repeating: 0, count: (contacts.count + 63) / 64)
  }

  /// Takes some people, ascending, as those in question.
  ///
  /// Complexity: O(people in it, and in the last).
  package mutating func take(_ circle: ArraySlice<UInt32>) {
    for person in self.circle { mask[Int(person >> 6)] = 0 }
    self.circle = circle
    for person in circle { mask[Int(person >> 6)] |= 1 << UInt64(person & 63) }
  }

  /// Calls `body` with each of those in question who is a contact of a person, ascending.
  ///
  /// Returns what it took. Complexity: O(min(contacts of the person, those in question x log of
  /// that)).
  @inline(__always)
  package func forEach(with person: PersonID, _ body: (PersonID) -> Void) -> Int {
    let row = contacts.range(of: person)
    let neighbours = contacts.neighbours.span
    if row.count / 16 <= circle.count {
      let mask = mask.span
      for position in row where mask.bit(Int(neighbours[position])) == 1 {
        body(neighbours[position])
      }
      return row.count + 1
    }
    var low = row.lowerBound
    for one in circle {
      var high = row.upperBound
      while low < high {
        let middle = (low + high) / 2
        if neighbours[middle] < one { low = middle + 1 } else { high = middle }
      }
      if low < row.upperBound, neighbours[low] == one { body(one) }
    }
    return circle.count * 16
  }
}
