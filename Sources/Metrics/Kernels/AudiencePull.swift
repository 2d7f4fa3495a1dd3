package import Graph

/// Adds up audiences by reading each person's backward row: the kernels of the overlap metrics.
///
/// Sums run in the order of the rows, so they have the same bits whoever computes them. Membership
/// is a bit that is multiplied, never a branch; graded interest is fetched behind a branch, which few
/// take, since most people have none in a topic. Per tie they move 4 bytes in order (the follower),
/// one bit at random (the mask, 1/8 byte a person) and, where interest is graded, another bit and 8
/// bytes at random for those with an interest; each says what it moves besides.
package struct AudiencePull: Sendable {
  /// The audiences: row `v` holds the followers of `v`.
  package let rows: Rows
  /// Who belongs to the group.
  package let members: MemberMask
  /// Everybody's interest; nil where interest is membership.
  private let interest: SparseColumn?

  /// A pass over these audiences.
  package init(rows: Rows, members: MemberMask, interest: SparseColumn? = nil) {
    self.rows = rows
    self.members = members
    self.interest = interest
  }

  /// Counts members and adds up interest.
  ///
  /// Complexity: O(ties of the range).
  package func counts(_ range: Range<Int>) -> [AudienceSums] {
    guard let interest else {
      return eachRow(range) { row, neighbours, members in
        var sums = AudienceSums()
        for position in row {
          sums.members += members.bit(Int(unsafe neighbours[unchecked: position]))
        }
        sums.interest = Double(sums.members)
        sums.audience = row.count
        return sums
      }
    }
    return eachRow(range) { row, neighbours, members in
      let (mask, before, values) = (
        interest.mask.words.span, interest.before.span, interest.values.span
      )
      var sums = AudienceSums()
      for position in row {
        let person = Int(unsafe neighbours[unchecked: position])
        sums.members += members.bit(person)
        guard mask.bit(person) != 0 else { continue }
        sums.interest += values[SparseColumn.place(of: person, mask, before)]
      }
      sums.audience = row.count
      return sums
    }
  }

  /// Adds up weights that lie beside the rows: every follower's weight is known.
  ///
  /// Moves besides: 2 or 4 bytes a tie in order. Complexity: O(ties of the range).
  package func streamed(_ range: Range<Int>, weights: some TieWeights) -> [AudienceSums] {
    guard let interest else {
      return eachRow(range) { row, neighbours, members in
        var sums = AudienceSums()
        for position in row {
          let bit = members.bit(Int(unsafe neighbours[unchecked: position]))
          let weight = sums.add(weights[position])
          sums.members += bit
          sums.memberWeight += weight * Double(bit)
        }
        sums.interest = Double(sums.members)
        sums.interestWeight = sums.memberWeight
        sums.everyWeightIsKnown(of: row.count)
        return sums
      }
    }
    return eachRow(range) { row, neighbours, members in
      let (mask, before, values) = (
        interest.mask.words.span, interest.before.span, interest.values.span
      )
      var sums = AudienceSums()
      for position in row {
        let person = Int(unsafe neighbours[unchecked: position])
        let weight = sums.add(weights[position])
        let bit = members.bit(person)
        sums.members += bit
        sums.memberWeight += weight * Double(bit)
        guard mask.bit(person) != 0 else { continue }
        let interest = values[SparseColumn.place(of: person, mask, before)]
        sums.interest += interest
        sums.interestWeight += weight * interest
      }
      sums.everyWeightIsKnown(of: row.count)
      return sums
    }
  }

  /// Adds up weights by person; where `known` has no bit the weight is missing and `weight` is 0.
  ///
  /// Moves besides: 8 bytes a tie at random and a bit of the second mask.
  package func weighed(
    _ range: Range<Int>,
    weight: [Double],
    known: MemberMask
  ) -> [AudienceSums] {
    eachRow(range) { row, neighbours, members in
      let weight = weight.span
      let known = known.words.span
      var sums = AudienceSums()
      for position in row {
        let person = Int(unsafe neighbours[unchecked: position])
        let bit = members.bit(person)
        sums.add(
          weight: weight[person],
          known: known.bit(person),
          member: bit,
          interest: interest?[person] ?? Double(bit)
        )
      }
      sums.audience = row.count
      return sums
    }
  }

  /// Adds up weights of ties in rows of their own: a merge of two ascending rows.
  ///
  /// Moves besides: 4 bytes a tie of the weights' rows in order, and its weight. Complexity:
  /// O(ties of both in the range).
  package func merged(
    _ range: Range<Int>,
    with other: Rows,
    weights: some TieWeights
  ) -> [AudienceSums] {
    let others = other.neighbours
    let starts = other.starts
    var person = range.lowerBound
    return eachRow(range) { row, neighbours, members in
      let others = others.span
      var cursor = Int(starts[person])
      let end = Int(starts[person + 1])
      person += 1
      var sums = AudienceSums()
      for position in row {
        let follower = unsafe neighbours[unchecked: position]
        while cursor < end, others[cursor] < follower { cursor += 1 }
        let isKnown = cursor < end && others[cursor] == follower
        let bit = members.bit(Int(follower))
        sums.add(
          weight: isKnown ? weights[cursor] : 0,
          known: isKnown ? 1 : 0,
          member: bit,
          interest: interest?[Int(follower)] ?? Double(bit)
        )
      }
      sums.audience = row.count
      return sums
    }
  }

  /// The sums of each row of a range, with everything they read as spans.
  @inline(__always)
  private func eachRow(
    _ range: Range<Int>,
    _ sums: (Range<Int>, Span<UInt32>, Span<UInt64>) -> AudienceSums
  ) -> [AudienceSums] {
    let starts = rows.starts
    let neighbours = rows.neighbours
    let words = members.words
    return range.map { person in
      sums(
        Int(starts[person])..<Int(starts[person + 1]),
        neighbours.span,
        words.span
      )
    }
  }
}

extension AudienceSums {
  /// Adds one weight to the sums over everybody; the weight.
  @inline(__always)
  fileprivate mutating func add(_ weight: Double) -> Double {
    self.weight += weight
    weightSquared += weight * weight
    return weight
  }

  /// Notes that all of an audience of so many have a known weight.
  @inline(__always)
  fileprivate mutating func everyWeightIsKnown(of count: Int) {
    audience = count
    known = count
    knownMembers = members
    knownInterest = interest
  }

  /// Adds one member of the audience; `known` and `member` are 0 or 1, an unknown weight is 0.
  @inline(__always)
  fileprivate mutating func add(weight: Double, known: Int, member: Int, interest graded: Double) {
    members += member
    interest += graded
    self.known += known
    knownMembers += known & member
    knownInterest += Double(known) * graded
    self.weight += weight
    weightSquared += weight * weight
    memberWeight += weight * Double(member)
    interestWeight += weight * graded
  }
}
