package import Graph
package import Values

/// How many different people belong to each person.
package struct DistinctPairs: Sendable {
  /// How many belong to each.
  package private(set) var counts: [Double]
  private var known: Set<UInt64> = []

  /// Nobody belongs to any of so many people.
  package init(people: Int) { counts = Array(repeating: 0, count: people) }

  /// Lets somebody belong to a person, once.
  package mutating func insert(_ other: PersonID, for person: PersonID) {
    let pair = UInt64(person) << 32 | UInt64(other)
    if known.insert(pair).inserted { counts[Int(person)] += 1 }
  }
}

/// How many different others act on a post within a while after each act.
package struct Followings: Sendable {
  /// The numbers, in the order of the acts.
  package private(set) var counts: [Double] = []

  /// Those of acts in the order of time; acts at one moment do not follow each other.
  ///
  /// Complexity: O(acts).
  package init(of acts: [(time: Instant, person: PersonID)], within days: Double) {
    var inside: [PersonID: Int] = [:]
    var (first, end) = (0, 0)
    for act in acts {
      while end < acts.count, acts[end].time.elapsedDays(since: act.time) <= days {
        inside[acts[end].person, default: 0] += 1
        end += 1
      }
      while first < end, acts[first].time <= act.time {
        let person = acts[first].person
        let count = inside[person, default: 0] - 1
        inside[person] = count > 0 ? count : nil
        first += 1
      }
      counts.append(Double(inside.count - (inside[act.person] == nil ? 0 : 1)))
    }
  }
}
