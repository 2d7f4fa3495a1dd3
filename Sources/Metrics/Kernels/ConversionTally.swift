package import Graph
package import Values

/// Who clicked through somebody, and whether they then bought.
package struct ConversionTally: Sendable {
  /// How many people clicked through each person, or how many clicks did.
  package private(set) var clicked: [Double]
  /// How many of them bought afterwards, in time.
  package private(set) var converted: [Double]
  /// The clicks of each person on each other, and how many of them led on.
  package private(set) var clusters: EventClusters

  private struct Click {
    let driver: PersonID
    let person: PersonID
    let brand: PersonID
    let time: Instant?
    var isConverted = false
  }

  /// The clicks and purchases of a graph, for any brand or for some.
  ///
  /// Throws `actionsNotLoaded`, `cancelled`. Complexity: O(posts + actions + clicks
  /// before each purchase).
  package init(
    within days: Double,
    byEvent isByEvent: Bool,
    in graph: Graph,
    to brands: PersonSet?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isClick = try graph.actions.meaning(["click"])
    let isPurchase = try graph.actions.meaning(["purchase"])
    let drivers = ActionDrivers(in: graph)
    var clicks: [Click] = []
    var places: [PersonID: [Int]] = [:]
    for (number, action) in graph.actions.actions.enumerated() where action.isFor(brands) {
      try monitor.pause(at: number)
      if isClick[Int(action.kind)] {
        let driver = drivers[action]
        guard driver != nobody else { continue }
        places[action.person, default: []].append(clicks.count)
        clicks.append(
          Click(driver: driver, person: action.person, brand: action.brand, time: action.time)
        )
      } else if isPurchase[Int(action.kind)], let time = action.time {
        for place in places[action.person] ?? [] {
          guard let before = clicks[place].time, time.days(since: before) < days,
            action.isReached(from: clicks[place].brand)
          else { continue }
          clicks[place].isConverted = true
        }
      }
    }
    clicked = Array(repeating: 0, count: graph.personCount)
    converted = clicked
    clusters = EventClusters(people: graph.personCount)
    for click in clicks {
      clusters.add(click.isConverted ? 1 : 0, of: 1, by: click.person, for: click.driver)
    }
    var known: [UInt64: Bool] = [:]
    for click in clicks {
      let pair = UInt64(click.driver) << 32 | UInt64(click.person)
      let before = isByEvent ? nil : known[pair]
      if before == nil { clicked[Int(click.driver)] += 1 }
      if click.isConverted, before != true { converted[Int(click.driver)] += 1 }
      known[pair] = click.isConverted || before == true
    }
  }
}

/// The clicks after which a person did nothing more for a while.
package struct BouncedClicks: Sendable {
  private var bounced: [(driver: PersonID, action: Actions.Action)] = []

  /// Those of a graph, whose data log no bounces; an undated click is none.
  ///
  /// Throws `actionsNotLoaded`, `cancelled`. Complexity: O(posts + actions).
  package init(
    within days: Double,
    in graph: Graph,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isClick = try graph.actions.meaning(["click"])
    let drivers = ActionDrivers(in: graph)
    var waiting: [PersonID: (driver: PersonID, action: Actions.Action)] = [:]
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      guard let time = action.time else { continue }
      if let before = waiting.removeValue(forKey: action.person),
        let start = before.action.time, time.elapsedDays(since: start) > days
      {
        bounced.append(before)
      }
      let driver = drivers[action]
      if isClick[Int(action.kind)], driver != nobody { waiting[action.person] = (driver, action) }
    }
    bounced += waiting.values
  }

  /// Hands on those that are for any brand or for some: whose post, and what was done.
  package func each(to brands: PersonSet?, _ take: (PersonID, Actions.Action) -> Void) {
    for click in bounced where click.action.isFor(brands) { take(click.driver, click.action) }
  }
}
