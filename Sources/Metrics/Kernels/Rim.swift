import Graph
import Values

/// Those a number of steps away from one person after the other.
///
/// Who was met is a bit, 1/8 byte a person, and they are listed as they are met: 4 bytes more.
struct Rim: Sendable {
  private let contacts: Rows
  private var met: [UInt64]
  private var reached: [PersonID]

  /// Nobody's yet, among these contacts.
  init(_ contacts: Rows) {
    self.contacts = contacts
    met = Array(repeating: 0, count: (contacts.count + 63) / 64)
    // One more, for whoever is written and not counted.
    reached = Array(repeating: 0, count: contacts.count + 1)
  }

  /// The contacts of those so many steps away, one less for each of them.
  ///
  /// Throws `cancelled`. Complexity: O(contacts of those less far).
  mutating func weight(
    around person: PersonID,
    at hops: Int,
    _ watch: inout StopWatch
  ) throws(MetricError) -> Double {
    met[Int(person >> 6)] |= 1 << UInt64(person & 63)
    reached[0] = person
    var rim = 0..<1
    for _ in 0..<hops where !rim.isEmpty {
      var count = rim.upperBound
      for member in rim {
        let row = contacts.range(of: reached[member])
        try watch.worked(row.count + 1)
        count = meet(row, behind: count)
      }
      rim = rim.upperBound..<count
    }
    let weight = rim.reduce(0) { $0 + contacts.degree(of: reached[$1]) - 1 }
    for one in reached[..<rim.upperBound] { met[Int(one >> 6)] = 0 }
    return Double(weight)
  }

  /// Lists those of a row who were not met, behind so many, and gives back how many are listed then.
  ///
  /// Unsafe: contacts are people, so there are bits and room for them. Who was met is written too,
  /// without a branch, and then written over.
  private mutating func meet(_ row: Range<Int>, behind count: Int) -> Int {
    var count = count
    unsafe contacts.neighbours.withUnsafeBufferPointer { neighbours in
      unsafe met.withUnsafeMutableBufferPointer { met in
        unsafe reached.withUnsafeMutableBufferPointer { reached in
          for position in row {
            let contact = unsafe neighbours[position]
            let (word, bit) = (Int(contact >> 6), UInt64(contact & 63))
            let bits = unsafe met[word]
            unsafe reached[count] = contact
            count += Int(truncatingIfNeeded: ~(bits >> bit) & 1)
            unsafe met[word] = bits | 1 << bit
          }
        }
      }
    }
    return count
  }
}
