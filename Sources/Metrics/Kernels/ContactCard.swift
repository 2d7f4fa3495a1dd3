package import Graph
package import Values

/// What passed between each person and some people: when, how often, how kindly, and what is open.
package struct ContactCard: Sendable {
  /// When each last did something towards them.
  package private(set) var said: [Instant?]
  /// When they last did something towards each.
  package private(set) var heard: [Instant?]
  /// How often, either way, in the window.
  package private(set) var acts: [Double]
  /// How often in as many days before.
  package private(set) var before: [Double]
  /// The mean sentiment in the window; NaN where none is known.
  package private(set) var mood: [Double]
  /// The mean sentiment in as many days before.
  package private(set) var moodBefore: [Double]
  /// How many mentions and replies of each they never answered.
  package private(set) var open: [Double]

  /// The card of a graph, as it is at *now*.
  ///
  /// Throws `interactionsNotLoaded`, `cancelled`. Complexity: O(events).
  package init(
    with others: PersonSet,
    in graph: Graph,
    window length: Double,
    until now: Instant,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isAsked = try ReactionWeights(["mention": 1, "reply": 1], in: graph)
    let zeros = [Double](repeating: 0, count: graph.personCount)
    let never = [Instant?](repeating: nil, count: graph.personCount)
    (said, heard, acts, before, open) = (never, never, zeros, zeros, zeros)
    var (moods, scored) = ([zeros, zeros], [zeros, zeros])
    var asked: [UInt32: PersonID] = [:]
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let time = event.time, time <= now else { continue }
      let days = now.days(since: time)
      var sides: [PersonID] = []
      if others.contains(event.target) {
        said[Int(event.source)] = time
        sides.append(event.source)
        if event.id != nobody, isAsked[event.kind] != nil { asked[event.id] = event.source }
      }
      if others.contains(event.source) {
        heard[Int(event.target)] = time
        sides.append(event.target)
        if asked[event.post] == event.target { asked[event.post] = nil }
      }
      guard days < 2 * length else { continue }
      let span = days < length ? 0 : 1
      for person in sides.map(Int.init) {
        if span == 0 { acts[person] += 1 } else { before[person] += 1 }
        guard let mood = event.sentiment.value else { continue }
        moods[span][person] += mood
        scored[span][person] += 1
      }
    }
    mood = zip(moods[0], scored[0]).map { $0 / $1 }
    moodBefore = zip(moods[1], scored[1]).map { $0 / $1 }
    for person in asked.values { open[Int(person)] += 1 }
  }
}
