/// The columns of `audience overlap` for a run of people, from what their audiences add up to.
package struct OverlapColumns: Sendable {
  /// The part of the weight, or of the people, that sits with the group; NaN of nothing.
  package private(set) var overlap: [Double] = []
  /// The lower end of Wilson's interval, over what is known.
  package private(set) var low: [Double] = []
  /// The upper end.
  package private(set) var high: [Double] = []
  /// The sum of weight x interest.
  package private(set) var expected: [Double] = []
  /// How many of the audience belong to the group.
  package private(set) var shared: [Double] = []
  /// How many people the audience has.
  package private(set) var audience: [Double] = []
  /// Kish's effective size over known weights; empty where nothing is weighted.
  package private(set) var effective: [Double] = []
  /// The part of the audience whose weight is known; empty where nothing is weighted.
  package private(set) var known: [Double] = []
  /// Shared / audience; empty where nothing is weighted.
  package private(set) var unweighted: [Double] = []
  /// What was counted on the way.
  package private(set) var tally = OverlapTally()
  private let isWeighted: Bool

  /// Columns of audiences without weights.
  package init(counted sums: [AudienceSums]) {
    isWeighted = false
    reserve(sums.count)
    for sum in sums {
      let size = Double(sum.audience)
      append(sum, overlap: Double(sum.members) / size, expected: sum.interest)
      append(WilsonInterval(share: Double(sum.members) / size, of: size))
      tally.add(sum, size: size)
    }
  }

  /// Columns of weighted audiences; `missing` is what a member of unknown weight weighs, 0 unless
  /// the user set it, and `filled` the sums of those whose weight is inferred, where any is.
  ///
  /// Both enter the overlap and what is expected, never the bounds.
  package init(weighted sums: [AudienceSums], filled: [AudienceSums] = [], missing: Double) {
    isWeighted = true
    reserve(sums.count)
    for (index, sum) in sums.enumerated() {
      let whole = filled.isEmpty ? sum : sum.filled(by: filled[index])
      let weight = whole.weight + missing * Double(whole.audience - whole.known)
      let memberWeight = whole.memberWeight + missing * Double(whole.members - whole.knownMembers)
      let overlap = weight > 0 ? memberWeight / weight : .nan
      append(
        sum,
        overlap: overlap,
        expected: whole.interestWeight + missing * (whole.interest - whole.knownInterest)
      )
      let size = sum.effectiveSize
      append(
        size > 0
          ? WilsonInterval(share: sum.memberWeight / sum.weight, of: size)
          : WilsonInterval(share: overlap, of: 0)
      )
      effective.append(size)
      known.append(Double(sum.known) / Double(sum.audience))
      unweighted.append(Double(sum.members) / Double(sum.audience))
      tally.add(sum, size: overlap.isNaN ? .nan : (size > 0 ? size : 0), filled: whole.known)
    }
  }

  /// All columns that are not empty, in the order in which they are declared.
  package var all: [[Double]] {
    let counted = [overlap, low, high, expected, shared, audience]
    return isWeighted ? counted + [effective, known, unweighted] : counted
  }

  private mutating func reserve(_ count: Int) {
    overlap.reserveCapacity(count)
    low.reserveCapacity(count)
    high.reserveCapacity(count)
    expected.reserveCapacity(count)
    shared.reserveCapacity(count)
    audience.reserveCapacity(count)
  }

  private mutating func append(_ sum: AudienceSums, overlap: Double, expected: Double) {
    self.overlap.append(overlap)
    self.expected.append(expected)
    shared.append(Double(sum.members))
    audience.append(Double(sum.audience))
  }

  private mutating func append(_ interval: WilsonInterval) {
    low.append(interval.low)
    high.append(interval.high)
  }
}

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

  /// Counts one person; `size` is what the value rests on, NaN where there is no value, and `filled`
  /// how many have a weight, inferred or known.
  package mutating func add(_ sum: AudienceSums, size: Double, filled: Int? = nil) {
    ties += sum.audience
    known += sum.known
    self.filled += (filled ?? sum.known) - sum.known
    if sum.audience == 0 {
      deserted += 1
    } else if size.isNaN {
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
