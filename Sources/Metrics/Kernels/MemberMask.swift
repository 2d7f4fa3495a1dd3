package import Graph

/// A set of people as bits that a kernel reads without a branch: 1 bit a person.
package struct MemberMask: Sendable {
  /// 64 people a word, the first in the lowest bit.
  package let words: [UInt64]

  /// The bits of a set.
  ///
  /// Complexity: O(1).
  package init(_ set: PersonSet) { words = set.words }

  /// Who, of `count` people, fulfils a condition.
  ///
  /// Complexity: O(count).
  package init(count: Int, where condition: (Int) -> Bool) {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for person in 0..<count where condition(person) { words[person >> 6] |= 1 << (person & 63) }
    self.words = words
  }

  /// 1 for a member, 0 for anybody else.
  package subscript(person: Int) -> Int {
    words.span.bit(person)
  }
}

extension Span<UInt64> {
  /// The bit of one person in a mask: 0 or 1, without a branch.
  ///
  /// Whether there is such a person is not checked: kernels take them from rows over as many.
  @inline(__always)
  func bit(_ person: Int) -> Int {
    let word = unsafe self[unchecked: person >> 6]
    return Int(truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: person & 63) & 1)
  }
}
