package import Graph
package import Values

/// Burt's structural holes: how much the contacts of somebody know each other.
///
/// For each person the ties among their contacts are read: see `CircleTies`. People do not depend on
/// each other, and each sum runs in the order of those. Source: R. Burt, "Structural Holes", 1992,
/// for ties that all weigh the same; effective size as simplified by S. Borgatti, 1997.
package struct StructuralHoles: Sendable {
  /// Burt's constraint; NaN without contacts, and for whoever was not asked for.
  package let constraints: [Double]
  /// The contacts less the average ties among them; NaN as above.
  package let effectiveSizes: [Double]

  /// Works it out for some people among rows of contacts.
  ///
  /// Throws `cancelled`. Complexity: O(sum over their contacts of who comes behind those), for
  /// everybody at most O(ties x sqrt(ties)).
  package init(
    of people: [PersonID],
    in contacts: Rows,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let ties = try CircleTies(
      among: contacts,
      for: people,
      circles: contacts,
      threads: threads,
      watchedBy: monitor
    )
    let shares = (0..<PersonID(contacts.count)).map { 1 / Double(contacts.degree(of: $0)) }
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 1_024))
    let parts = try ranges.map(
      what,
      threads: threads,
      watchedBy: monitor,
      scratch: { (ties: ties, indirect: [Double](repeating: 0, count: contacts.count)) }
    ) { scratch, range throws(MetricError) in
      var watch = StopWatch(monitor)
      var found: [(constraint: Double, ties: Int)] = []
      for person in people[range] {
        let circle = contacts[person]
        found.append(
          try Self.standing(among: circle, &scratch.ties, shares, &scratch.indirect, &watch)
        )
      }
      return found
    }.parts
    var constraints = [Double](repeating: .nan, count: contacts.count)
    var sizes = constraints
    for (person, found) in zip(people, parts.concatenated) {
      let count = Double(contacts.degree(of: person))
      guard count > 0 else { continue }
      constraints[Int(person)] = found.constraint
      sizes[Int(person)] = count - 2 * Double(found.ties) / count
    }
    self.constraints = constraints
    effectiveSizes = sizes
  }

  /// The constraint of who has a circle of contacts, and the ties among those.
  ///
  /// `shares` are what part of their contacts one is, for everybody; `indirect` is 0 for everybody,
  /// before and after.
  private static func standing(
    among circle: ArraySlice<PersonID>,
    _ ties: inout CircleTies,
    _ shares: [Double],
    _ indirect: inout [Double],
    _ watch: inout StopWatch
  ) throws(MetricError) -> (constraint: Double, ties: Int) {
    ties.take(circle)
    var count = 0
    for contact in circle {
      let share = shares[Int(contact)]
      var gained = 0.0
      let work = ties.forEach(behind: contact) { other in
        gained += shares[Int(other)]
        indirect[Int(other)] += share
        count += 1
      }
      indirect[Int(contact)] += gained
      try watch.worked(work)
    }
    let part = 1 / Double(circle.count)
    var constraint = 0.0
    for contact in circle {
      let whole = part * (1 + indirect[Int(contact)])
      constraint += whole * whole
      indirect[Int(contact)] = 0
    }
    return (constraint, count)
  }
}
