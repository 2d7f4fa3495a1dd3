/// A column over everybody that is 0 for most: the others' values, one after the other.
///
/// A kernel that meets few of the others touches 1/8 byte a person, and for those it meets 8 bytes
/// among few; a plain column would be 8 bytes at random among many.
package struct SparseColumn: Sendable {
  /// Who has a value.
  package let mask: MemberMask
  /// How many have one before each 64 people.
  package let before: [UInt32]
  /// The values, in the order of people.
  package let values: [Double]

  /// The values of a column that are not 0, and those of `others`.
  ///
  /// Complexity: O(people).
  package init(_ column: [Double], and others: MemberMask) {
    mask = MemberMask(count: column.count) { column[$0] != 0 }.union(others)
    var before: [UInt32] = []
    before.reserveCapacity(mask.words.count)
    var values: [Double] = []
    for (index, word) in mask.words.enumerated() {
      before.append(UInt32(values.count))
      var rest = word
      while rest != 0 {
        values.append(column[index << 6 + rest.trailingZeroBitCount])
        rest &= rest - 1
      }
    }
    self.before = before
    self.values = values
  }

  /// Where the value of a person lies, who has one.
  @inline(__always)
  static func place(of person: Int, _ mask: Span<UInt64>, _ before: Span<UInt32>) -> Int {
    let below = mask[person >> 6] & ((1 << UInt64(truncatingIfNeeded: person & 63)) - 1)
    return Int(before[person >> 6]) + below.nonzeroBitCount
  }
}
