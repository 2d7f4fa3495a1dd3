/// What the remarks of an overlap count.
package struct OverlapTally: Sendable, Hashable {
  /// How many ties the audiences have.
  package private(set) var ties = 0
  /// How many of them have a known weight.
  package private(set) var known = 0
  /// How many of the others have an inferred one.
  package private(set) var filled = 0
  /// How many people have a value.
  package private(set) var values = 0
  /// How many people have no audience.
  package private(set) var deserted = 0
  /// How many have an audience that weighs nothing.
  package private(set) var weightless = 0

  /// Nothing counted.
  package init() {}

  /// Counts one person.
  package mutating func add(_ overlap: Overlap) {
    ties += overlap.sum.audience
    known += overlap.sum.known
    filled += overlap.whole.known - overlap.sum.known
    if overlap.sum.audience == 0 {
      deserted += 1
    } else if overlap.share.isNaN {
      weightless += 1
    } else {
      values += 1
    }
  }

  /// Takes back so many people without an audience, who are not in the graph.
  package mutating func forget(deserted people: Int) { deserted -= people }

  /// Both counts together.
  package static func + (left: OverlapTally, right: OverlapTally) -> OverlapTally {
    var sum = left
    sum.ties += right.ties
    sum.known += right.known
    sum.filled += right.filled
    sum.values += right.values
    sum.deserted += right.deserted
    sum.weightless += right.weightless
    return sum
  }
}
