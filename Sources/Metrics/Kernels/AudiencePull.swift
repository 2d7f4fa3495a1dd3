package import Graph

/// Adds up audiences by reading each person's backward row: the kernels of the overlap metrics.
///
/// Sums run in the order of the rows, so they have the same bits whoever computes them. Membership
/// is a bit that is multiplied, never a branch; graded interest is fetched behind a branch, which few
/// take, since most people have none in a topic. Per tie they move 4 bytes in order (the follower),
/// one bit at random (the mask, 1/8 byte a person) and, for those with an interest, 8 bytes at
/// random; each says what it moves besides.
package struct AudiencePull: Sendable {
  /// The audiences: row `v` holds the followers of `v`.
  package let rows: Rows
  /// Who belongs to the group.
  package let members: MemberMask
  /// Everybody's interest; empty where interest is membership.
  package let interest: [Double]
  /// The interest of those who have any, and of members; nil where interest is membership.
  private let graded: SparseColumn?

  /// A pass over these audiences.
  package init(rows: Rows, members: MemberMask, interest: [Double] = []) {
    self.rows = rows
    self.members = members
    self.interest = interest
    graded = interest.isEmpty ? nil : SparseColumn(interest, and: members)
  }

  /// Counts members and adds up interest.
  ///
  /// Complexity: O(ties of the range).
  package func counts(_ range: Range<Int>) -> [AudienceSums] {
    guard let graded else {
      return eachRow(range) { row, neighbours, members, _ in
        var sums = AudienceSums()
        for position in row { sums.members += members.bit(Int(neighbours[position])) }
        sums.interest = Double(sums.members)
        sums.audience = row.count
        return sums
      }
    }
    return eachRow(range) { row, neighbours, members, _ in
      let (mask, before, values) = (graded.mask.words.span, graded.before.span, graded.values.span)
      var sums = AudienceSums()
      for position in row {
        let person = Int(neighbours[position])
        guard mask.bit(person) != 0 else { continue }
        sums.members += members.bit(person)
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
    guard let graded else {
      return eachRow(range) { row, neighbours, members, _ in
        var sums = AudienceSums()
        for position in row {
          let bit = members.bit(Int(neighbours[position]))
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
    return eachRow(range) { row, neighbours, members, _ in
      let (mask, before, values) = (graded.mask.words.span, graded.before.span, graded.values.span)
      var sums = AudienceSums()
      for position in row {
        let person = Int(neighbours[position])
        let weight = sums.add(weights[position])
        guard mask.bit(person) != 0 else { continue }
        let bit = members.bit(person)
        let interest = values[SparseColumn.place(of: person, mask, before)]
        sums.members += bit
        sums.memberWeight += weight * Double(bit)
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
    eachRow(range) { row, neighbours, members, interest in
      let weight = weight.span
      let known = known.words.span
      var sums = AudienceSums()
      for position in row {
        let person = Int(neighbours[position])
        let bit = members.bit(person)
        let graded = interest.isEmpty ? Double(bit) : interest[person]
        sums.add(
          weight: weight[person],
          known: known.bit(person),
          member: bit,
          interest: graded
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
    return eachRow(range) { row, neighbours, members, interest in
      let others = others.span
      var cursor = Int(starts[person])
      let end = Int(starts[person + 1])
      person += 1
      var sums = AudienceSums()
      for position in row {
        let follower = neighbours[position]
        while cursor < end, others[cursor] < follower { cursor += 1 }
        let isKnown = cursor < end && others[cursor] == follower
        let bit = members.bit(Int(follower))
        sums.add(
          weight: isKnown ? weights[cursor] : 0,
          known: isKnown ? 1 : 0,
          member: bit,
          interest: interest.isEmpty ? Double(bit) : interest[Int(follower)]
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
    _ sums: (Range<Int>, Span<UInt32>, Span<UInt64>, Span<Double>) -> AudienceSums
  ) -> [AudienceSums] {
    let starts = rows.starts
    let neighbours = rows.neighbours
    let words = members.words
    return range.map { person in
      sums(
        Int(starts[person])..<Int(starts[person + 1]),
        neighbours.span,
        words.span,
        interest.span
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
