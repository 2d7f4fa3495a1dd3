package import Graph
package import Values

/// Counts members in audiences from the other end: each member adds to those they follow.
///
/// It reads the forward rows of members only, so it beats `AudiencePull` where they are few.
package struct MemberPush: Sendable {
  /// How many members each person's audience has.
  package private(set) var members: [UInt32]

  /// Whether pushing moves far less than pulling: members have an eighth of the ties.
  package static func pays(_ relation: Relation, members: PersonSet) -> Bool {
    var ties = 0
    for person in members.people { ties += relation.forward.degree(of: person) }
    return ties < relation.count / 8
  }

  /// Pushes from members, each thread to people of its own, `least` of them or more.
  ///
  /// Moves 4 bytes in order and 4 at random a tie. Throws `cancelled`. Complexity: O(their ties +
  /// people).
  package init(
    _ relation: Relation,
    members group: PersonSet,
    atLeast least: Int = 1 << 16,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let count = relation.backward.count
    let (starts, neighbours) = (relation.forward.starts, relation.forward.neighbours)
    let pushing = group.people
    let parts = threads ?? WorkSharing.processors
    let ranges = ParallelRanges(count: count, size: max(least, (count + parts - 1) / parts))
    members = try ranges.map(nil, threads: threads, watchedBy: monitor) {
      range throws(MetricError) -> [UInt32] in
      var counts = [UInt32](repeating: 0, count: range.count)
      let (first, end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
      for (index, member) in pushing.enumerated() {
        try monitor.pause(at: index)
        let last = Int(starts[Int(member) + 1])
        var position = Int(starts[Int(member)])
        if first > 0 { position = neighbours.firstIndex(notBelow: first, in: position..<last) }
        while position < last, neighbours[position] < end {
          counts[Int(neighbours[position] - first)] += 1
          position += 1
        }
      }
      return counts
    }.concatenated
  }

  /// The sums of a range of people, given their audiences.
  package func counts(_ range: Range<Int>, audiences: Rows) -> [AudienceSums] {
    range.map { person in
      var sums = AudienceSums()
      sums.audience = audiences.degree(of: PersonID(person))
      sums.members = Int(members[person])
      sums.interest = Double(sums.members)
      return sums
    }
  }
}

extension [UInt32] {
  /// The first place of an ascending run whose number is not below `least`; its end without any.
  ///
  /// Complexity: O(log run).
  fileprivate func firstIndex(notBelow least: UInt32, in run: Range<Int>) -> Int {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
