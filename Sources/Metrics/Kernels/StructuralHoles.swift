package import Graph
package import Values

/// Burt's structural holes: how much the contacts of somebody know each other.
///
/// For each person and each of their contacts, the contacts they share are read: see
/// `CommonContacts`. People do not depend on each other, and each sum runs by number. Source: R.
/// Burt, "Structural Holes", 1992, for ties that all weigh the same; effective size as simplified
/// by S. Borgatti, 1997.
package struct StructuralHoles: Sendable {
  /// Burt's constraint; NaN without contacts, and for whoever was not asked for.
  package let constraints: [Double]
  /// The contacts less the average ties among them; NaN as above.
  package let effectiveSizes: [Double]
  /// What part of the contacts that is; NaN as above.
  package let efficiencies: [Double]

  /// Works it out for some people among rows of contacts.
  ///
  /// Throws `cancelled`. Complexity: O(sum over their contacts of the lesser number of contacts of
  /// both, x log).
  package init(
    of people: [PersonID],
    in contacts: Rows,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 1_024))
    let parts = try ranges.map(
      what,
      threads: threads,
      watchedBy: monitor,
      scratch: { CommonContacts(contacts) }
    ) { common, range throws(MetricError) in
      var watch = StopWatch(monitor)
      var found: [(constraint: Double, ties: Int)] = []
      for person in people[range] {
        found.append(try Self.standing(of: person, &common, &watch))
      }
      return found
    }.parts
    var constraints = [Double](repeating: .nan, count: contacts.count)
    var sizes = constraints
    var efficiencies = constraints
    for (person, found) in zip(people, parts.concatenated) {
      let count = Double(contacts.degree(of: person))
      guard count > 0 else { continue }
      constraints[Int(person)] = found.constraint
      // Each tie among the contacts was met from both of its ends.
      sizes[Int(person)] = count - Double(found.ties) / count
      efficiencies[Int(person)] = sizes[Int(person)] / count
    }
    self.constraints = constraints
    effectiveSizes = sizes
    self.efficiencies = efficiencies
  }

  /// The constraint of a person, and twice the ties among their contacts.
  private static func standing(
    of person: PersonID,
    _ common: inout CommonContacts,
    _ watch: inout StopWatch
  ) throws(MetricError) -> (constraint: Double, ties: Int) {
    let contacts = common.contacts
    let circle = contacts[person]
    let part = 1 / Double(circle.count)
    common.take(circle)
    var constraint = 0.0
    var ties = 0
    for contact in circle {
      var indirect = 0.0
      let work = common.forEach(with: contact) {
        indirect += 1 / Double(contacts.degree(of: $0))
        ties += 1
      }
      try watch.worked(work)
      let whole = part * (1 + indirect)
      constraint += whole * whole
    }
    return (constraint, ties)
  }
}
