import CSystem
package import Graph
package import Values

/// Counts members in audiences from the other end, and adds up what their ties weigh: each member
/// adds to those they follow.
///
/// It reads the forward rows of members only, so it beats `AudiencePull` where they are few. Members
/// push in ascending order, so every sum adds the same numbers in the same order as the pull and has
/// the same bits.
package struct MemberPush: Sendable {
  /// How many members each person's audience has.
  package let members: [UInt32]
  /// What the ties of members weigh to each person; empty where nothing is weighted.
  package let weights: [Double]
  /// What all ties weigh to each person; nil where nothing is weighted.
  private let totals: WeightTotals?

  /// Whether pushing moves far less than pulling: members have no more than a part of the ties.
  package static func pays(_ relation: Relation, members: PersonSet, lessThan part: Int) -> Bool {
    var ties = 0
    for person in members.people { ties += relation.forward.degree(of: person) }
    return ties < relation.count / part
  }

  /// Counts members, each thread among people of its own, `least` people and ties or more.
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
    let field = Field(relation, group, least, threads, monitor)
    members = try field.pushed(by: EqualWeights(), isWeighted: false).members
    weights = []
    totals = nil
  }

  /// Counts members and adds up the weights of their ties, none below 0, which lie beside the rows.
  ///
  /// What all ties weigh is added up once a relation. Moves 6 or 8 bytes in order and 12 at random a
  /// tie. Throws `cancelled`. Complexity: O(their ties + people), the first time O(ties).
  package init(
    _ relation: Relation,
    weighing group: PersonSet,
    atLeast least: Int = 1 << 16,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let field = Field(relation, group, least, threads, monitor)
    let pushed =
      switch PulledWeights(relation.forwardWeights, floor: 0) {
      case .coded(let weights): try field.pushed(by: weights, isWeighted: true)
      case .single(let weights): try field.pushed(by: weights, isWeighted: true)
      case .equal(let weights): try field.pushed(by: weights, isWeighted: true)
      }
    (members, weights) = pushed
    totals = try relation.totals.value { () throws(MetricError) in
      try relation.weightTotals(threads: threads, watchedBy: monitor)
    }
  }

  /// The sums of a range of people, given their audiences.
  package func sums(_ range: Range<Int>, audiences: Rows) -> [AudienceSums] {
    range.map { sums(of: $0, audience: audiences.degree(of: PersonID($0))) }
  }

  /// The sums of one person, given how large their audience is.
  @inline(__always)
  func sums(of person: Int, audience: Int) -> AudienceSums {
    var sums = AudienceSums()
    sums.audience = audience
    sums.members = Int(members[person])
    sums.interest = Double(sums.members)
    guard let totals else { return sums }
    sums.known = sums.audience
    sums.knownMembers = sums.members
    sums.knownInterest = sums.interest
    sums.weight = totals.sums[person]
    sums.weightSquared = totals.squares[person]
    sums.memberWeight = weights[person]
    sums.interestWeight = sums.memberWeight
    return sums
  }
}

/// Where members push, and what each thread takes.
private struct Field: Sendable {
  private let starts: [UInt32]
  private let neighbours: [UInt32]
  private let members: [PersonID]
  private let count: Int
  private let ranges: ParallelRanges
  private let threads: Int?
  private let monitor: WorkMonitor

  init(
    _ relation: Relation,
    _ group: PersonSet,
    _ least: Int,
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) {
    count = relation.backward.count
    let parts = threads ?? WorkSharing.processors
    starts = relation.forward.starts
    neighbours = relation.forward.neighbours
    members = group.people
    // Who came first in a file is followed most: ranges of as many people are not as much work.
    let share = (relation.count + count + parts - 1) / parts
    ranges = ParallelRanges(balancing: relation.backward, work: max(least, share))
    self.threads = threads
    self.monitor = monitor
  }

  /// How many members push to each person, and what their ties weigh where these are weighted.
  func pushed(
    by weights: some TieWeights,
    isWeighted: Bool
  ) throws(MetricError) -> (members: [UInt32], weights: [Double]) {
    let parts = try ranges.map(nil, threads: threads, watchedBy: monitor) {
      range throws(MetricError) -> (counts: [UInt32], sums: [Double]) in
      var counts = [UInt32](repeating: 0, inLargePages: range.count)
      var sums = [Double](repeating: 0, inLargePages: isWeighted ? range.count : 0)
      let first = UInt32(range.lowerBound)
      // The last range lies at the ends of the rows: they are read backwards.
      let isLast = first > 0 && range.upperBound == count
      let step = isLast ? -1 : 1
      for index in members.indices {
        try monitor.pause(at: index)
        fetchRow(of: index + Field.ahead, itsEnd: isLast, weights)
        let member = Int(members[index])
        let row = Int(starts[member])..<Int(starts[member + 1])
        var position = isLast ? row.upperBound - 1 : row.lowerBound
        if !isLast, first > 0 { position = neighbours.firstIndex(notBelow: first, in: row) }
        while row.contains(position) {
          // Whoever is before the range comes out behind it.
          let person = Int(neighbours[position] &- first)
          guard person < counts.count else { break }
          counts[person] &+= 1
          if isWeighted { sums[person] += weights[position] }
          position += step
        }
      }
      return (counts, sums)
    }
    return (parts.map(\.counts).concatenated, parts.map(\.sums).concatenated)
  }

  /// How many members before its turn a row is asked for.
  private static let ahead = 8

  /// Has the row of a member who comes soon brought near.
  ///
  /// Unsafe: names a place of the array, and reads nothing.
  @inline(__always)
  private func fetchRow(of index: Int, itsEnd: Bool, _ weights: some TieWeights) {
    guard index < members.count else { return }
    let position = Int(starts[Int(members[index]) + (itsEnd ? 1 : 0)])
    weights.fetch(position)
    unsafe neighbours.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      unsafe csystem_fetch(start + position)
    }
  }
}

extension Relation {
  /// What the weights add up to for each target, none below 0.
  ///
  /// Throws `cancelled`. Complexity: O(ties).
  fileprivate func weightTotals(
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> WeightTotals {
    let nobody = MetricArguments.Group(members: PersonSet(universe: forward.count))
    let scan = AudienceScan(pulling: self, group: nobody, weight: .ties(self, name: "weight"))
    let columns = try scan.ranges.columns(2, nil, threads: threads, watchedBy: monitor) { range in
      let sums = scan.sums(range)
      return [sums.map(\.weight), sums.map(\.weightSquared)]
    }
    return WeightTotals(sums: columns[0], squares: columns[1])
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
