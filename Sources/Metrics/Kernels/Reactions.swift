package import Graph
package import Values

/// Who reacted to whom, how often and how much: a row of reactors for each person.
package struct Reactions: Sendable {
  /// Everything one person did in reaction to another.
  package struct Reactor: Sendable {
    /// Who reacted.
    package let person: PersonID
    /// How often.
    package fileprivate(set) var count = 0.0
    /// The sum of the weights of what they did.
    package fileprivate(set) var weight = 0.0
    /// The same sum, each weight divided by how many reactions they gave to anybody on that day.
    package fileprivate(set) var selectiveWeight = 0.0
    /// To how many posts.
    package fileprivate(set) var posts = 0.0
  }

  /// Where each person's reactors begin, and at the end how many there are.
  private let starts: [Int]
  /// The reactors of one person after those of another, ascending within a row.
  private let reactors: [Reactor]

  /// The reactors of a person.
  package subscript(person: Int) -> ArraySlice<Reactor> {
    reactors[starts[person]..<starts[person + 1]]
  }

  /// The reactions among the events of a graph or a view of one.
  ///
  /// Throws `cancelled`. Complexity: O(events log(events of one person)).
  package init(
    in graph: Graph,
    weighing weights: ReactionWeights,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let log = try ReactionLog(in: graph, weighing: weights, watchedBy: monitor)
    let (entries, ends) = log.byTarget(people: graph.personCount)
    var starts = [0]
    var reactors: [Reactor] = []
    var start = 0
    for (person, end) in ends.enumerated() {
      if person & 0xFFFF == 0xFFFF, monitor.isCancelled() { throw .cancelled }
      let row = entries[start..<end].sorted { ($0.source, $0.post) < ($1.source, $1.post) }
      Reactions.append(row, to: &reactors)
      starts.append(reactors.count)
      start = end
    }
    self.starts = starts
    self.reactors = reactors
  }

  /// Adds what one person received, by reactor and post, as reactors.
  private static func append(_ row: [ReactionLog.Entry], to reactors: inout [Reactor]) {
    var known: (source: PersonID, post: UInt32)?
    for entry in row {
      if known?.source != entry.source { reactors.append(Reactor(person: entry.source)) }
      let last = reactors.count - 1
      reactors[last].count += 1
      reactors[last].weight += entry.weight
      reactors[last].selectiveWeight += entry.selectiveWeight
      if entry.post != nobody, known?.source != entry.source || known?.post != entry.post {
        reactors[last].posts += 1
      }
      known = (entry.source, entry.post)
    }
  }
}

/// Reactions one by one, in the order of time.
private struct ReactionLog {
  struct Entry {
    let source: PersonID
    let target: PersonID
    let post: UInt32
    let weight: Double
    var selectiveWeight: Double
  }

  private var entries: [Entry] = []

  init(
    in graph: Graph,
    weighing weights: ReactionWeights,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    var day: Int?
    var dayStart = 0
    var given = [UInt32](repeating: 0, count: graph.personCount)
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let weight = weights[event.kind] else { continue }
      let today = event.time?.dayNumber
      if today != day {
        finishDay(from: dayStart, &given)
        (day, dayStart) = (today, entries.count)
      }
      if today != nil { given[Int(event.source)] += 1 }
      entries.append(
        Entry(
          source: event.source,
          target: event.target,
          post: event.post,
          weight: weight,
          selectiveWeight: weight
        )
      )
    }
    finishDay(from: dayStart, &given)
  }

  /// Divides the weights of a day by what their givers gave on it, and forgets what they gave.
  ///
  /// On no day nothing was counted, and nothing is divided.
  private mutating func finishDay(from start: Int, _ given: inout [UInt32]) {
    for index in start..<entries.count {
      let count = given[Int(entries[index].source)]
      if count > 1 { entries[index].selectiveWeight /= Double(count) }
    }
    for index in start..<entries.count { given[Int(entries[index].source)] = 0 }
  }

  /// The entries in the order of who was reacted to, and where each person's end.
  func byTarget(people: Int) -> (entries: [Entry], ends: [Int]) {
    var places = [Int](repeating: 0, count: people + 1)
    for entry in entries { places[Int(entry.target) + 1] += 1 }
    for person in 0..<people { places[person + 1] += places[person] }
    var order = [Int](repeating: 0, count: entries.count)
    for (index, entry) in entries.enumerated() {
      order[places[Int(entry.target)]] = index
      places[Int(entry.target)] += 1
    }
    return (order.map { entries[$0] }, Array(places.dropLast()))
  }
}
