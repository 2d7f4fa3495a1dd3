package import Graph
package import Values

/// Adds up what people did that somebody counts: clicks, purchases, signups.
package struct ActionCounts: Sendable {
  private let actions: Timeline<Actions.Action>
  private let isMeant: [Bool]
  private let people: Int
  private let drivers: ActionDrivers

  /// The actions of some kinds; throws `actionsNotLoaded` where no file brought any of them.
  ///
  /// Complexity: O(posts).
  package init(of kinds: [String], in graph: Graph) throws(MetricError) {
    isMeant = try graph.actions.meaning(kinds)
    actions = graph.actions.actions
    people = graph.personCount
    drivers = ActionDrivers(in: graph)
  }

  /// What each person did, for any brand or for these.
  ///
  /// `worth` says what one action counts. Throws `cancelled`. Complexity: O(actions).
  package func made(
    to brands: PersonSet?,
    watchedBy monitor: WorkMonitor,
    worth: (Actions.Action) -> Double = { _ in 1 }
  ) throws(MetricError) -> [Double] {
    try sums(watchedBy: monitor, worth) { action in
      action.isFor(brands) ? action.person : nobody
    }
  }

  /// What was done for each person as a brand, by anybody or by these people.
  ///
  /// Throws `cancelled`. Complexity: O(actions).
  package func received(
    from sources: PersonSet?,
    watchedBy monitor: WorkMonitor,
    worth: (Actions.Action) -> Double = { _ in 1 }
  ) throws(MetricError) -> [Double] {
    try sums(watchedBy: monitor, worth) { action in
      sources?.contains(action.person) == false ? nobody : action.brand
    }
  }

  /// What others did through each person's posts, or because of them as the data say.
  ///
  /// Throws `cancelled`. Complexity: O(actions).
  package func driven(
    to brands: PersonSet?,
    watchedBy monitor: WorkMonitor,
    worth: (Actions.Action) -> Double = { _ in 1 }
  ) throws(MetricError) -> [Double] {
    try sums(watchedBy: monitor, worth) { action in
      action.isFor(brands) ? drivers[action] : nobody
    }
  }

  private func sums(
    watchedBy monitor: WorkMonitor,
    _ worth: (Actions.Action) -> Double,
    by person: (Actions.Action) -> PersonID
  ) throws(MetricError) -> [Double] {
    var sums = [Double](repeating: 0, count: people)
    for (number, action) in actions.enumerated() {
      try monitor.pause(at: number)
      guard isMeant[Int(action.kind)] else { continue }
      let whose = person(action)
      if whose != nobody { sums[Int(whose)] += worth(action) }
    }
    return sums
  }
}

/// Because of whom actions were done: whom the data name, or else the author of the post.
package struct ActionDrivers: Sendable {
  private let authors: [PersonID]

  /// The drivers of a graph's actions.
  ///
  /// Complexity: O(posts).
  package init(in graph: Graph) { authors = graph.postAuthors }

  /// Because of whom somebody else did it; `nobody` where that is not known.
  package subscript(action: Actions.Action) -> PersonID {
    var driver = action.through
    if driver == nobody, Int(action.post) < authors.count { driver = authors[Int(action.post)] }
    return driver == action.person ? nobody : driver
  }
}

extension Actions {
  /// Which kinds, by number, some names mean; throws `actionsNotLoaded` where none is there.
  package func meaning(_ names: [String]) throws(MetricError) -> [Bool] {
    let isMeant = (0..<UInt32(kinds.count)).map { names.contains(kinds[$0]) }
    guard isMeant.contains(true) else {
      let loaded = (0..<UInt32(kinds.count)).map { kinds[$0] }
      throw .actionsNotLoaded(kind: names[0], loaded: loaded.sorted())
    }
    return isMeant
  }
}

extension Actions.Action {
  /// Whether it was done for one of some brands; for any where none are said.
  package func isFor(_ brands: PersonSet?) -> Bool {
    guard let brands else { return true }
    return brand != nobody && brands.contains(brand)
  }

  /// What it was worth, where that is known; else 0.
  package var knownValue: Double { value.isNaN ? 0 : value }
}
