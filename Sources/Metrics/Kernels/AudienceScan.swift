package import Graph
package import Values

/// One pass over everybody's audience, by whichever kernel reads the least.
package struct AudienceScan: Sendable {
  /// How the sums are reached.
  private enum Way: Sendable {
    case pull
    case push(MemberPush)
    case ties(PulledWeights, Rows, isLinedUp: Bool)
    case people([Double], known: MemberMask)
  }

  /// The ranges of people it works on, balanced by their ties.
  package let ranges: ParallelRanges
  private let pull: AudiencePull
  private let memberCount: Int
  private let way: Way

  /// How many the group has besides each person of a range, who is never compared with themselves.
  package func groupSizes(_ range: Range<Int>) -> [Int] {
    range.map { memberCount - pull.members[$0] }
  }

  /// A pass over the audiences of a relation, from whichever end reads the least.
  ///
  /// Complexity: O(people), or O(ties of the members) where they are few, nothing is graded and the
  /// weights, where there are any, lie beside the rows. Throws `cancelled`.
  package init(
    _ relation: Relation,
    group: MetricArguments.Group,
    weight: MetricArguments.Weight? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    guard group.interest == nil else {
      self.init(pulling: relation, group: group, weight: weight)
      return
    }
    let members = group.members
    switch weight {
    case nil where MemberPush.pays(relation, members: members, lessThan: 3):
      let push = try MemberPush(relation, members: members, watchedBy: monitor)
      self.init(relation, group, .push(push))
    case .ties(let ties, _)?
    where ties.backward.sharesNeighbours(with: relation.backward)
      && MemberPush.pays(ties, members: members, lessThan: 3):
      let push = try MemberPush(ties, weighing: members, watchedBy: monitor)
      self.init(relation, group, .push(push))
    default: self.init(pulling: relation, group: group, weight: weight)
    }
  }

  /// A pass that reads every audience itself.
  ///
  /// Complexity: O(people).
  package init(
    pulling relation: Relation,
    group: MetricArguments.Group,
    weight: MetricArguments.Weight? = nil
  ) {
    let count = relation.backward.count
    switch weight {
    case .ties(let ties, _):
      // A relation that nobody loaded may be narrower than the graph.
      let ties = ties.widened(sources: count, targets: count)
      let isLinedUp = ties.backward.sharesNeighbours(with: relation.backward)
      let pulled = PulledWeights(ties, floor: 0)
      self.init(relation, group, .ties(pulled, ties.backward, isLinedUp: isLinedUp))
    case .people(let weights, _):
      let known = MemberMask(count: count) { !weights[$0].isNaN }
      self.init(relation, group, .people(weights.map { $0 > 0 ? $0 : 0 }, known: known))
    case nil: self.init(relation, group, .pull)
    }
  }

  private init(_ relation: Relation, _ group: MetricArguments.Group, _ way: Way) {
    ranges = ParallelRanges(balancing: relation.backward)
    let members = MemberMask(group.members)
    pull = AudiencePull(rows: relation.backward, members: members, interest: group.interest)
    memberCount = group.members.count
    self.way = way
  }

  /// The sums of a range of people.
  ///
  /// Complexity: O(ties of the range), pushed O(people).
  package func sums(_ range: Range<Int>) -> [AudienceSums] {
    switch way {
    case .pull: pull.counts(range)
    case .push(let pushed): pushed.sums(range, audiences: pull.rows)
    case .ties(.coded(let weights), let rows, let isLinedUp):
      tied(range, weights, rows, isLinedUp)
    case .ties(.single(let weights), let rows, let isLinedUp):
      tied(range, weights, rows, isLinedUp)
    case .ties(.equal(let weights), let rows, let isLinedUp):
      tied(range, weights, rows, isLinedUp)
    case .people(let weights, let known): pull.weighed(range, weight: weights, known: known)
    }
  }

  /// Hands on the sums of each person of a range.
  ///
  /// They take 80 bytes a person, so they are made of a few people at a time, or one by one.
  @inline(__always)
  package func each(_ range: Range<Int>, _ take: (AudienceSums) -> Void) {
    if case .push(let pushed) = way {
      let audiences = pull.rows
      for person in range {
        take(pushed.sums(of: person, audience: audiences.degree(of: PersonID(person))))
      }
      return
    }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 256) {
      for sum in sums(start..<min(start + 256, range.upperBound)) { take(sum) }
    }
  }

  private func tied(
    _ range: Range<Int>,
    _ weights: some TieWeights,
    _ rows: Rows,
    _ isLinedUp: Bool
  ) -> [AudienceSums] {
    isLinedUp
      ? pull.streamed(range, weights: weights)
      : pull.merged(range, with: rows, weights: weights)
  }
}
