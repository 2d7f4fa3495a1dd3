package import Graph
package import Values

/// The purchases, or other goals, and what led each buyer there.
///
/// A touch is a click that came through somebody else. A journey has the touches of its buyer for
/// its brand since the buyer's goal before there, no older than the lookback. Whom the goal itself
/// names is its last touch unless they have one of these: then the click was not logged. An undated
/// click leads nowhere.
package struct Journeys: Sendable {
  /// A contact that may have led to a goal.
  package struct Touch: Sendable {
    /// Through whom it came.
    package let driver: PersonID
    /// How many days before the goal.
    package let age: Double
  }

  /// A goal and what led there.
  package struct Journey: Sendable {
    /// Who reached it.
    package let person: PersonID
    /// What it was worth; NaN where that is not known.
    package let value: Double
    /// The touches, oldest first; none where it came directly.
    package let touches: [Touch]
  }

  /// The journeys, in the order of time.
  package private(set) var all: [Journey] = []
  /// How many people there are.
  package let people: Int

  private struct Open {
    let driver: PersonID
    let brand: PersonID
    let time: Instant
  }

  /// The journeys to goals of some kinds, for any brand or for these.
  ///
  /// Throws `actionsNotLoaded`, `cancelled`. Complexity: O(posts + actions + touches).
  package init(
    to goals: [String],
    in graph: Graph,
    brands: PersonSet?,
    lookback days: Double,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isGoal = try graph.actions.meaning(goals)
    let click = graph.actions.kinds.number(of: "click")
    let drivers = ActionDrivers(in: graph)
    people = graph.personCount
    var open: [PersonID: [Open]] = [:]
    for (number, action) in graph.actions.actions.enumerated() {
      try monitor.pause(at: number)
      let driver = drivers[action]
      if isGoal[Int(action.kind)] {
        let known = open[action.person] ?? []
        open[action.person] = known.filter { !action.isReached(from: $0.brand) }
        guard action.isFor(brands) else { continue }
        let led = known.filter { action.isReached(from: $0.brand) }
        var touches: [Touch] = led.compactMap { touch in
          guard let age = action.time?.days(since: touch.time), age < days else { return nil }
          return Touch(driver: touch.driver, age: age)
        }
        if driver != nobody, !touches.contains(where: { $0.driver == driver }) {
          touches.append(Touch(driver: driver, age: 0))
        }
        all.append(Journey(person: action.person, value: action.value, touches: touches))
      } else if action.kind == click, driver != nobody, let time = action.time {
        open[action.person, default: []].append(
          Open(driver: driver, brand: action.brand, time: time)
        )
      }
    }
  }
}

extension Actions.Action {
  /// Whether a touch for a brand may have led to it: either may name none.
  package func isReached(from other: PersonID) -> Bool {
    brand == other || brand == nobody || other == nobody
  }
}
