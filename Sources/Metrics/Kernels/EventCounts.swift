package import Graph
package import Values

/// Counts what people did to each other, by kind of interaction.
package struct EventCounts: Sendable {
  private let events: Timeline<Interactions.Event>
  private let kind: UInt32
  private let people: Int

  /// The events of a kind; throws `interactionsNotLoaded` where no file brought that kind.
  package init(of kind: String, in graph: Graph) throws(MetricError) {
    let kinds = graph.interactions.kinds
    guard let number = kinds.number(of: kind) else {
      let loaded = (0..<UInt32(kinds.count)).map { kinds[$0] }
      throw .interactionsNotLoaded(kind: kind, loaded: loaded.sorted())
    }
    events = graph.interactions.events
    self.kind = number
    people = graph.personCount
  }

  /// How many each person received, from anybody or from these people only.
  ///
  /// Throws `cancelled`. Complexity: O(events).
  package func received(
    from sources: PersonSet?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    try counts(atTargets: true, where: sources, watchedBy: monitor)
  }

  /// Who did what one person received, once for each time.
  ///
  /// Complexity: O(events).
  package func sources(of person: PersonID, from sources: PersonSet?) -> [PersonID] {
    events.compactMap { event in
      let counts = event.kind == kind && event.target == person
      return counts && sources?.contains(event.source) != false ? event.source : nil
    }
  }

  /// How many each person made, to anybody or to these people only.
  ///
  /// Throws `cancelled`. Complexity: O(events).
  package func made(
    to targets: PersonSet?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    try counts(atTargets: false, where: targets, watchedBy: monitor)
  }

  /// How often each person stands at one end, where whoever is at the other is one of these.
  private func counts(
    atTargets: Bool,
    where members: PersonSet?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    if let (sources, targets) = events.pairs(ofKind: kind) {
      let (own, others) = atTargets ? (targets, sources) : (sources, targets)
      return try own.tally(people, where: members, hold: others, watchedBy: monitor)
    }
    return try events.counts(people, watchedBy: monitor) { event in
      let (own, other) = atTargets ? (event.target, event.source) : (event.source, event.target)
      return event.kind == kind && members?.contains(other) != false ? own : nil
    }
  }
}

extension ArraySlice<PersonID> {
  /// How often each of `count` people is in it, where the other end of the pair is one of these.
  ///
  /// Moves 4 bytes in order and 8 at random a pair. Throws `cancelled`. Complexity: O(pairs + people).
  fileprivate func tally(
    _ count: Int,
    where members: PersonSet?,
    hold others: ArraySlice<PersonID>,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    var counts = [Double](repeating: 0, inLargePages: count)
    for start in stride(from: startIndex, to: endIndex, by: 1 << 16) {
      if monitor.isCancelled() { throw .cancelled }
      let piece = start..<Swift.min(start + 1 << 16, endIndex)
      if let members {
        for index in piece where members.contains(others[index]) {
          counts[Int(self[index])] += 1
        }
      } else {
        for person in self[piece] { counts[Int(person)] += 1 }
      }
    }
    return counts
  }
}

extension Timeline {
  /// How many events each of `count` people has; `person` says whose an event is, nil for nobody's.
  ///
  /// Moves an event in order and 8 bytes at random. Throws `cancelled`. Complexity: O(events).
  package func counts(
    _ count: Int,
    watchedBy monitor: WorkMonitor,
    by person: (Event) -> PersonID?
  ) throws(MetricError) -> [Double] {
    var counts = [Double](repeating: 0, inLargePages: count)
    for (number, event) in enumerated() {
      try monitor.pause(at: number)
      if let person = person(event) { counts[Int(person)] += 1 }
    }
    return counts
  }
}
