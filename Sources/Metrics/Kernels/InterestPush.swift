package import Graph
package import Values

/// Adds up audiences from the other end: each interested person adds to those they follow.
///
/// It reads the forward rows of interested people only, so it beats `AudiencePull` where they are
/// few. People push in ascending order, so every sum adds the same numbers in the same order as the
/// pull and has the same bits.
package struct InterestPush: Sendable {
  /// How many members each person's audience has.
  package private(set) var members: [UInt32]
  /// The interest each person's audience has; empty where interest is membership.
  package private(set) var interest: [Double]

  /// Whether pushing moves far less than pulling: the interested have an eighth of the ties.
  package static func pays(_ relation: Relation, sources: [PersonID]) -> Bool {
    var ties = 0
    for person in sources { ties += relation.forward.degree(of: person) }
    return ties < relation.count / 8
  }

  /// Who has anything to push: members, and everybody with an interest.
  package static func sources(
    members: MemberMask,
    interest: [Double],
    count: Int
  ) -> [PersonID] {
    (0..<PersonID(count)).filter {
      members[Int($0)] == 1 || (!interest.isEmpty && interest[Int($0)] != 0)
    }
  }

  /// Pushes from `sources`, ascending.
  ///
  /// Moves 4 bytes in order and 4 (graded 12) at random a tie.
  ///
  /// Throws `cancelled`.
  package init(
    _ relation: Relation,
    sources: [PersonID],
    members mask: MemberMask,
    interest: [Double] = [],
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let count = relation.backward.count
    members = Array(repeating: 0, count: count)
    self.interest = Array(repeating: 0, count: interest.isEmpty ? 0 : count)
    let starts = relation.forward.starts
    let neighbours = relation.forward.neighbours
    for (index, source) in sources.enumerated() {
      if index & 0xFFFF == 0xFFFF, monitor.isCancelled() { throw .cancelled }
      let bit = UInt32(mask[Int(source)])
      for position in Int(starts[Int(source)])..<Int(starts[Int(source) + 1]) {
        let target = Int(neighbours[position])
        members[target] += bit
        if !interest.isEmpty { self.interest[target] += interest[Int(source)] }
      }
    }
  }

  /// The sums of a range of people, given the sizes of their audiences.
  package func counts(_ range: Range<Int>, audiences: Rows) -> [AudienceSums] {
    range.map { person in
      var sums = AudienceSums()
      sums.audience = audiences.degree(of: PersonID(person))
      sums.members = Int(members[person])
      sums.interest = interest.isEmpty ? Double(members[person]) : interest[person]
      return sums
    }
  }
}
