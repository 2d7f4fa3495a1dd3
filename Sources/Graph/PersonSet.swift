/// A set of the people of one graph, one bit each.
package struct PersonSet: Sendable, Hashable {
  /// How many people there are to choose from.
  package let universe: Int
  /// 64 people a word, the first in the lowest bit.
  package private(set) var words: [UInt64]

  /// Nobody, of so many.
  package init(universe: Int) {
    self.universe = universe
    words = Array(repeating: 0, count: (universe + 63) / 64)
  }

  /// People by their bits, of so many; whoever is beyond them has none.
  package init(universe: Int, words: [UInt64]) {
    precondition(words.count == (universe + 63) / 64, "bits of other people")
    self.universe = universe
    self.words = words
  }

  /// These people, of so many.
  package init(_ people: some Sequence<PersonID>, universe: Int) {
    self.init(universe: universe)
    for person in people { insert(person) }
  }

  /// Whoever, of so many, a condition holds for.
  ///
  /// Complexity: O(universe).
  @inlinable @inline(__always)
  package init(universe: Int, where holds: (Int) -> Bool) {
    self.init(universe: universe)
    for word in words.indices {
      var bits: UInt64 = 0
      let first = word << 6
      for person in first..<min(first + 64, universe) where holds(person) {
        bits |= 1 << UInt64(truncatingIfNeeded: person & 63)
      }
      words[word] = bits
    }
  }

  /// Everybody, of so many.
  package static func everybody(of universe: Int) -> PersonSet {
    var set = PersonSet(universe: universe)
    for word in set.words.indices { set.words[word] = .max }
    let spare = set.words.count * 64 - universe
    if spare > 0 { set.words[set.words.count - 1] >>= UInt64(spare) }
    return set
  }

  /// How many people are in it.
  ///
  /// Complexity: O(universe / 64).
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether nobody is in it.
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether a person is in it.
  package func contains(_ person: PersonID) -> Bool {
    words[Int(person >> 6)] >> UInt64(person & 63) & 1 == 1
  }

  /// Puts a person in.
  package mutating func insert(_ person: PersonID) {
    words[Int(person >> 6)] |= 1 << UInt64(person & 63)
  }

  /// Takes a person out.
  package mutating func remove(_ person: PersonID) {
    words[Int(person >> 6)] &= ~(1 << UInt64(person & 63))
  }

  /// Who is in both.
  package func intersection(_ other: PersonSet) -> PersonSet { combined(other) { $0 & $1 } }

  /// Who is in either.
  package func union(_ other: PersonSet) -> PersonSet { combined(other) { $0 | $1 } }

  /// Who is in this one and not in the other.
  package func subtracting(_ other: PersonSet) -> PersonSet { combined(other) { $0 & ~$1 } }

  /// Those of it who are among the first so many.
  package func clipped(to universe: Int) -> PersonSet {
    guard universe < self.universe else { return self }
    return PersonSet(people.prefix { $0 < universe }, universe: universe)
  }

  /// The people in it, in the order of their ids.
  package var people: [PersonID] {
    var people: [PersonID] = []
    people.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        people.append(PersonID(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return people
  }

  private func combined(_ other: PersonSet, by operation: (UInt64, UInt64) -> UInt64) -> PersonSet {
    precondition(universe == other.universe, "sets of different graphs")
    var result = self
    for word in words.indices { result.words[word] = operation(words[word], other.words[word]) }
    return result
  }
}
