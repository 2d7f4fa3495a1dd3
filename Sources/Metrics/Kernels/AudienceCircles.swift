package import Graph
package import Values

/// How many separate circles audiences fall into: the components of the contacts inside each.
///
/// Followers are joined as the ties among them are read, until one circle is left. See `CircleTies`
/// for what that costs. 4 bytes a person a thread besides.
package struct AudienceCircles: Sendable {
  /// The circles in each person's audience; NaN for whoever was not asked for.
  package let counts: [Double]

  /// Counts them for some people over rows of audiences, given everybody's contacts.
  ///
  /// Throws `cancelled`. Complexity: O(sum over followers of who comes behind them), for everybody at
  /// most O(ties x sqrt(ties)).
  package init(
    of people: [PersonID],
    over audiences: Rows,
    in contacts: Rows,
    reporting what: String? = nil,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let ties = try CircleTies(
      among: contacts,
      for: people,
      circles: audiences,
      threads: threads,
      watchedBy: monitor
    )
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 1_024))
    let parts = try ranges.map(
      what,
      threads: threads,
      watchedBy: monitor,
      scratch: { CircleSearch(ties) }
    ) { search, range throws(MetricError) in
      var watch = StopWatch(monitor)
      var found: [Double] = []
      for person in people[range] {
        found.append(Double(try search.circles(among: audiences[person], &watch)))
      }
      return found
    }.parts
    counts = [Double](parts.concatenated, of: people, among: contacts.count)
  }
}

/// Joins the followers of one person after the other.
private struct CircleSearch: Sendable {
  private var ties: CircleTies
  /// Per follower, somebody of lesser number or equal in the same circle.
  private var above: [PersonID]

  init(_ ties: CircleTies) {
    self.ties = ties
    above = Array(0..<PersonID(ties.contacts.count))
  }

  mutating func circles(
    among audience: ArraySlice<PersonID>,
    _ watch: inout StopWatch
  ) throws(MetricError) -> Int {
    ties.take(audience)
    var circles = audience.count
    for person in audience where circles > 1 {
      let work = ties.forEach(behind: person) { contact in
        if Self.join(person, contact, &above) { circles -= 1 }
      }
      try watch.worked(work)
    }
    for person in audience { above[Int(person)] = person }
    return circles
  }

  /// Joins two circles; false where they are one.
  private static func join(_ one: PersonID, _ other: PersonID, _ above: inout [PersonID]) -> Bool {
    let (left, right) = (root(of: one, &above), root(of: other, &above))
    guard left != right else { return false }
    above[Int(max(left, right))] = min(left, right)
    return true
  }

  private static func root(of person: PersonID, _ above: inout [PersonID]) -> PersonID {
    var person = person
    while above[Int(person)] != person {
      above[Int(person)] = above[Int(above[Int(person)])]
      person = above[Int(person)]
    }
    return person
  }
}
