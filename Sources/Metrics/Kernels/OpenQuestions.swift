package import Graph
package import Values

/// The mentions and replies that have an id and a date, and when each was answered by whom it was to.
package struct OpenQuestions: Sendable {
  /// Something said to somebody.
  package struct Question: Sendable {
    /// Who could have answered.
    package let person: PersonID
    /// How many hours ago it was, at *now*; nil where nothing is dated.
    package let hoursOpen: Double?
    /// How many hours it took to the first answer; nil where there is none.
    package fileprivate(set) var hoursToAnswer: Double?
    fileprivate let time: Instant
  }

  /// All of them, in the order of time.
  package private(set) var all: [Question] = []

  /// The questions of a graph, as they stand at *now*.
  ///
  /// Throws `interactionsNotLoaded`, `cancelled`. Complexity: O(events).
  package init(
    in graph: Graph,
    until now: Instant?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isAsked = try ReactionWeights(["mention": 1, "reply": 1], in: graph)
    var places: [UInt32: Int] = [:]
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let time = event.time, now.map({ time <= $0 }) ?? true else { continue }
      // A like is no answer.
      if event.post != nobody, isAsked[event.kind] != nil, let place = places[event.post],
        all[place].person == event.source, all[place].hoursToAnswer == nil
      {
        all[place].hoursToAnswer = time.hours(since: all[place].time)
      }
      guard event.id != nobody, isAsked[event.kind] != nil else { continue }
      places[event.id] = all.count
      all.append(
        Question(person: event.target, hoursOpen: now?.hours(since: time), time: time)
      )
    }
  }
}

extension Instant {
  /// How many hours lie between an earlier moment and it.
  fileprivate func hours(since earlier: Instant) -> Double {
    Double(microseconds - earlier.microseconds) / 3_600_000_000
  }
}
