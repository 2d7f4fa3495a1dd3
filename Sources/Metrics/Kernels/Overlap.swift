/// What `audience overlap` says of one person, from what their audience adds up to.
package struct Overlap: Sendable {
  /// What the audience adds up to.
  package let sum: AudienceSums
  /// The same with inferred weights where none is known.
  package let whole: AudienceSums
  /// The part of the weight, or of the people, that sits with the group; NaN of nothing.
  package let share: Double
  /// The sum of weight x interest.
  package let expected: Double
  private let isWeighted: Bool

  /// The overlap of an audience without weights.
  @inline(__always)
  package init(counted sum: AudienceSums) {
    self.sum = sum
    whole = sum
    share = Double(sum.members) / Double(sum.audience)
    expected = sum.interest
    isWeighted = false
  }

  /// The overlap of a weighted audience; `missing` is what a member of unknown weight weighs, 0
  /// unless the user set it, and `filled` the sums of those whose weight is inferred, where any is.
  ///
  /// Both enter the share and what is expected, never the interval.
  @inline(__always)
  package init(weighted sum: AudienceSums, filled: AudienceSums?, missing: Double) {
    self.init(weighted: sum, whole: filled.map(sum.filled) ?? sum, missing: missing)
  }

  /// The same, of what is known and what that is with the inferred.
  @inline(__always)
  package init(weighted sum: AudienceSums, whole: AudienceSums, missing: Double) {
    let weight = whole.weight + missing * Double(whole.audience - whole.known)
    let memberWeight = whole.memberWeight + missing * Double(whole.members - whole.knownMembers)
    self.sum = sum
    self.whole = whole
    share = weight > 0 ? memberWeight / weight : .nan
    expected = whole.interestWeight + missing * (whole.interest - whole.knownInterest)
    isWeighted = true
  }

  /// The part of the audience whose weight is known.
  package var known: Double { Double(sum.known) / Double(sum.audience) }

  /// The size that Wilson's interval rests on: how many there are, of a weighted audience its
  /// effective size over known weights, or 0.
  @inline(__always)
  package var size: Double {
    guard isWeighted else { return Double(sum.audience) }
    return sum.weightSquared > 0 ? sum.effectiveSize : 0
  }

  /// The share that the interval lies around: that over what is known, where anything is.
  @inline(__always)
  package var knownShare: Double {
    isWeighted && sum.weightSquared > 0 ? sum.memberWeight / sum.weight : share
  }
}

/// Everybody's overlap with a group, from a pass over the audiences.
package struct OverlapScan: Sendable {
  private let scan: AudienceScan
  private let inferred: AudienceScan?
  private let isWeighted: Bool
  private let missing: Double

  /// The overlaps of a pass, of a second one by inferred weights where there is one, and with what a
  /// missing weight weighs.
  package init(
    _ scan: AudienceScan,
    filledBy inferred: AudienceScan?,
    isWeighted: Bool,
    missing: Double
  ) {
    self.scan = scan
    self.inferred = inferred
    self.isWeighted = isWeighted
    self.missing = missing
  }

  /// Hands on the overlap of each person of a range.
  @inline(__always)
  package func each(_ range: Range<Int>, _ take: (Overlap) -> Void) {
    if !isWeighted {
      scan.each(range) { take(Overlap(counted: $0)) }
    } else if let inferred {
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
        let part = start..<min(start + 256, range.upperBound)
        for (sum, filled) in zip(scan.sums(part), inferred.sums(part)) {
          take(Overlap(weighted: sum, filled: filled, missing: missing))
        }
      }
    } else {
      scan.each(range) { take(Overlap(weighted: $0, filled: nil, missing: missing)) }
    }
  }

  /// The shares and what their intervals are made of, for a range of people, and what was counted.
  ///
  /// The size follows, and the share over what is known where that is another; of an audience
  /// without weights neither.
  package func shares(_ range: Range<Int>) -> (columns: [[Double]], part: OverlapTally) {
    var shares: [Double] = []
    var sizes: [Double] = []
    var knownShares: [Double] = []
    shares.reserveCapacity(range.count)
    var tally = OverlapTally()
    let count = shareColumns
    if count > 1 { sizes.reserveCapacity(range.count) }
    if count > 2 { knownShares.reserveCapacity(range.count) }
    each(range) { overlap in
      shares.append(overlap.share)
      tally.add(overlap)
      if count > 1 { sizes.append(overlap.size) }
      if count > 2 { knownShares.append(overlap.knownShare) }
    }
    return (Array([shares, sizes, knownShares].prefix(count)), tally)
  }

  /// How many columns `shares` gives.
  package var shareColumns: Int { !isWeighted ? 1 : inferred == nil && missing == 0 ? 2 : 3 }

  /// What goes with it: what is expected, how many are shared and the audience; of a weighted one its
  /// effective size, the part that is known and the share of heads besides.
  package func others(_ range: Range<Int>) -> [[Double]] {
    var columns = [[Double]](repeating: [], count: isWeighted ? 6 : 3)
    for column in columns.indices { columns[column].reserveCapacity(range.count) }
    each(range) { overlap in
      let sum = overlap.sum
      columns[0].append(overlap.expected)
      columns[1].append(Double(sum.members))
      columns[2].append(Double(sum.audience))
      guard isWeighted else { return }
      columns[3].append(sum.effectiveSize)
      columns[4].append(overlap.known)
      columns[5].append(Double(sum.members) / Double(sum.audience))
    }
    return columns
  }
}
