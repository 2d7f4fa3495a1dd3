package import Graph
package import Values

/// One pass over everybody's audience, by whichever kernel reads the least.
package struct AudienceScan: Sendable {
  /// How the sums are reached.
  private enum Way: Sendable {
    case pull
    case push(InterestPush)
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

  /// A pass over the audiences of a relation.
  ///
  /// Complexity: O(people), or O(ties of the interested) where they are few and nothing is
  /// weighted. Throws `cancelled`.
  package init(
    _ relation: Relation,
    group: MetricArguments.Group,
    weight: MetricArguments.Weight? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let count = relation.backward.count
    let members = MemberMask(group.members)
    memberCount = group.members.count
    let interest = group.interest ?? []
    ranges = ParallelRanges(balancing: relation.backward)
    pull = AudiencePull(rows: relation.backward, members: members, interest: interest)
    switch weight {
    case .ties(let ties, _):
      // A relation that nobody loaded may be narrower than the graph.
      let ties = ties.widened(sources: count, targets: count)
      way = .ties(
        PulledWeights(ties, floor: 0),
        ties.backward,
        isLinedUp: ties.backward.sharesNeighbours(with: relation.backward)
      )
    case .people(let weights, _):
      way = .people(
        weights.map { $0 > 0 ? $0 : 0 },
        known: MemberMask(count: count) { !weights[$0].isNaN }
      )
    case nil:
      let sources = InterestPush.sources(members: members, interest: interest, count: count)
      guard InterestPush.pays(relation, sources: sources) else {
        way = .pull
        return
      }
      way = .push(
        try InterestPush(
          relation,
          sources: sources,
          members: members,
          interest: interest,
          watchedBy: monitor
        )
      )
    }
  }

  /// The sums of a range of people.
  ///
  /// Complexity: O(ties of the range), pushed O(people).
  package func sums(_ range: Range<Int>) -> [AudienceSums] {
    switch way {
    case .pull: pull.counts(range)
    case .push(let pushed): pushed.counts(range, audiences: pull.rows)
    case .ties(.coded(let weights), let rows, let isLinedUp):
      tied(range, weights, rows, isLinedUp)
    case .ties(.single(let weights), let rows, let isLinedUp):
      tied(range, weights, rows, isLinedUp)
    case .ties(.equal(let weights), let rows, let isLinedUp):
      tied(range, weights, rows, isLinedUp)
    case .people(let weights, let known): pull.weighed(range, weight: weights, known: known)
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
