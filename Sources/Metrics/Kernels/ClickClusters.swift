package import Graph
package import Values

/// Who clicked on whose posts how often, of how many times they could see one.
package struct ClickClusters: Sendable {
  private var clusters: EventClusters
  private var clicks: [Double]
  private var views: [Double]
  private let isLogged: Bool

  /// The clicks of a graph, for any brand or for those after `to`.
  ///
  /// Throws `actionsNotLoaded`, `relationNotLoaded`, `cancelled`. Complexity: O(posts + actions).
  package init(
    in graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isClick = try graph.actions.meaning(["click"])
    let impression = graph.actions.kinds.number(of: "impression")
    let drivers = ActionDrivers(in: graph)
    var clicked: [UInt64: Double] = [:]
    var seen: [UInt64: Double] = [:]
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      let driver = drivers[action]
      guard driver != nobody, action.isFor(arguments.to) else { continue }
      let pair = UInt64(driver) << 32 | UInt64(action.person)
      if isClick[Int(action.kind)] { clicked[pair, default: 0] += 1 }
      if action.kind == impression { seen[pair, default: 0] += 1 }
    }
    isLogged = impression != nil
    clusters = EventClusters(people: graph.personCount)
    clicks = Array(repeating: 0, count: graph.personCount)
    views = clicks
    for (pair, count) in clicked { clicks[Int(pair >> 32)] += count }
    if isLogged {
      addLogged(seen, clicked)
    } else {
      try addPotential(clicked, in: graph, watchedBy: monitor)
    }
  }

  /// Adds what was seen as the data log it; of whom no view is logged nothing is known.
  private mutating func addLogged(_ seen: [UInt64: Double], _ clicked: [UInt64: Double]) {
    let logged = Set(seen.keys.map { $0 >> 32 })
    for (pair, count) in seen where clicked[pair] == nil { add(0, seen: count, by: pair) }
    for (pair, count) in clicked where logged.contains(pair >> 32) {
      add(count, seen: seen[pair] ?? 0, by: pair)
    }
  }

  /// Adds every post as seen by every follower.
  private mutating func addPotential(
    _ clicked: [UInt64: Double],
    in graph: Graph,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let followers = try graph.relation(nil, orElse: "follows").backward
    let posts = try PostTally(in: graph, watchedBy: monitor).written
    for person in posts.indices where posts[person] > 0 {
      let audience = Double(followers.degree(of: UInt32(person)))
      addQuiet(audience, seen: posts[person], for: person)
    }
    for (pair, count) in clicked {
      let author = Int(pair >> 32)
      let reader = UInt32(truncatingIfNeeded: pair)
      let isFollower =
        followers.position(of: reader, in: UInt32(author)) != nil && posts[author] > 0
      add(count, seen: isFollower ? posts[author] : 0, by: pair)
      if isFollower { addQuiet(-1, seen: posts[author], for: author) }
    }
  }

  /// Adds what one person did, who saw at least what they clicked on.
  private mutating func add(_ count: Double, seen: Double, by pair: UInt64) {
    let (author, reader) = (PersonID(pair >> 32), PersonID(truncatingIfNeeded: pair))
    clusters.add(count, of: max(seen, count), by: reader, for: author)
    views[Int(author)] += max(seen, count)
  }

  private mutating func addQuiet(_ people: Double, seen: Double, for author: Int) {
    clusters.addQuiet(people, events: people * seen, for: author)
    views[author] += people * seen
  }

  /// The rate, its interval, and what it rests on.
  package func measured(watchedBy monitor: WorkMonitor) throws(MetricError) -> Measured {
    try clusters.measured(
      of: Measured.Companion("impressions", unit: .count(of: "impressions"), values: views),
      with: [Measured.Companion("clicks", unit: .count(of: "clicks"), values: clicks)],
      missingReason: isLogged ? "no impressions are logged" : "no post, or nobody to see it",
      defaults: isLogged ? [] : ["potential impressions"],
      watchedBy: monitor
    )
  }
}

/// Events that did or did not turn out as meant, by whose they are: clicks, views.
///
/// Events of one person go together, so that an interval draws people anew, not events.
package struct EventClusters: Sendable {
  private struct Cluster: Comparable {
    var hits = 0.0
    var events = 0.0

    static func < (left: Cluster, right: Cluster) -> Bool {
      (left.hits, left.events) < (right.hits, right.events)
    }
  }

  /// What each person did with regard to another; the upper half of a key is that other.
  private var clusters: [UInt64: Cluster] = [:]
  /// How many had events and never a hit, and how many events.
  private var quiet: [(people: Double, events: Double)]

  /// How many times people are drawn anew.
  private static let rounds = 400
  /// Below so many people the interval is Wilson's, each person one trial.
  private static let fewPeople = 10.0

  /// No events yet with regard to any of so many people.
  package init(people: Int) { quiet = Array(repeating: (0, 0), count: people) }

  /// Adds so many hits among so many events of somebody.
  package mutating func add(
    _ hits: Double,
    of events: Double,
    by person: PersonID,
    for other: PersonID
  ) {
    let pair = UInt64(other) << 32 | UInt64(person)
    clusters[pair, default: Cluster()].hits += hits
    clusters[pair, default: Cluster()].events += events
  }

  /// Adds people who have so many events together, and no hit.
  package mutating func addQuiet(_ people: Double, events: Double, for other: Int) {
    quiet[other].people += people
    quiet[other].events += events
  }

  /// The rates, their intervals and what they rest on.
  ///
  /// Throws `cancelled`. Complexity: O(pairs x rounds).
  package func measured(
    of basis: Measured.Companion,
    with others: [Measured.Companion] = [],
    missingReason: String,
    defaults: [String] = [],
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    var rows = [[Cluster]](repeating: [], count: quiet.count)
    for (pair, cluster) in clusters { rows[Int(pair >> 32)].append(cluster) }
    var columns = Array(repeating: [Double](), count: 3)
    for person in rows.indices {
      if person & 0xFF == 0xFF, monitor.isCancelled() { throw .cancelled }
      let row = rows[person].sorted()
      let events = row.reduce(quiet[person].events) { $0 + $1.events }
      let rate = events > 0 ? min(1, row.reduce(0) { $0 + $1.hits } / events) : .nan
      let interval = interval(of: row, and: quiet[person], around: rate)
      for (column, value) in [rate, interval.low, interval.high].enumerated() {
        columns[column].append(value)
      }
    }
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("low", unit: .share, values: columns[1]),
        Measured.Companion("high", unit: .share, values: columns[2], isShown: false),
      ] + others + [basis],
      missingReason: missingReason,
      defaults: defaults,
      basis: basis.name
    )
  }

  /// The middle 95 % of the rates when people are drawn anew, each a Poisson number of times.
  ///
  /// Where every draw is the same it is Wilson's, each person one trial.
  private func interval(
    of row: [Cluster],
    and quiet: (people: Double, events: Double),
    around rate: Double
  ) -> (low: Double, high: Double) {
    let people = Double(row.count) + quiet.people
    let wilson = WilsonInterval(share: rate, of: people)
    guard !rate.isNaN else { return (.nan, .nan) }
    guard people >= EventClusters.fewPeople else { return (wilson.low, wilson.high) }
    var draws = SeededDraws(seed: 1)
    let each = quiet.people > 0 ? quiet.events / quiet.people : 0
    let rates = (0..<EventClusters.rounds).map { _ in
      var hits = 0.0
      var events = each * draws.poisson(quiet.people)
      for cluster in row {
        let times = draws.poisson(1)
        hits += times * cluster.hits
        events += times * cluster.events
      }
      return events > 0 ? min(1, hits / events) : 0
    }.sorted()
    let cut = EventClusters.rounds / 40
    let ends = (low: min(rate, rates[cut]), high: max(rate, rates[rates.count - 1 - cut]))
    return ends.low < ends.high ? ends : (wilson.low, wilson.high)
  }
}
