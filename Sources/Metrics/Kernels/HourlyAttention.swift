package import Graph
package import Values

/// How often each person was mentioned or answered, hour by hour.
package struct HourlyAttention: Sendable {
  /// What one person's hours amount to.
  package struct Stream: Sendable {
    /// The hours that stood out; missing where there is nothing to compare with.
    package var spikes = 0.0
    /// Runs of them.
    package var bursts = 0.0
    /// How far the highest stood out; missing where none could be compared.
    package var highest = Double.nan
    /// How many events in the window.
    package var count = 0.0
  }

  /// Hours since the epoch with their events, by person, ascending.
  private var hours: [[(hour: Int, count: Double)]]
  /// The first hour of the data.
  private let start: Int?

  /// A week, in hours.
  private static let week = 168

  /// Counts the dated mentions and replies, in a topic those on posts about it.
  ///
  /// Throws `interactionsNotLoaded`, `cancelled`. Complexity: O(events).
  package init(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let isCounted = try ReactionWeights(["mention": 1, "reply": 1], in: graph)
    hours = Array(repeating: [], count: graph.personCount)
    for (number, event) in view.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard isCounted[event.kind] != nil, let time = event.time else { continue }
      if let now = arguments.now, time > now { break }
      let person = Int(event.target)
      let hour = time.hourNumber
      if let last = hours[person].last, last.hour == hour {
        hours[person][hours[person].count - 1].count += 1
      } else {
        hours[person].append((hour, 1))
      }
    }
    start = graph.interactions.events.first { $0.time != nil }?.time?.hourNumber
  }

  /// Which hours stand out from the same hours of the four weeks before, or of the two or three
  /// that there are.
  ///
  /// Throws `cancelled`. Complexity: O(hours with events x log of them).
  package func spikes(
    from first: Int,
    height: Double,
    least: Double,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Stream] {
    guard let start, !hours.allSatisfy({ ($0.last?.hour ?? start) < start + 2 * Self.week }) else {
      let none = Stream(spikes: .nan, bursts: .nan)
      return Array(repeating: none, count: hours.count)
    }
    var streams: [Stream] = []
    for (person, row) in hours.enumerated() {
      if person & 0xFFFF == 0xFFFF, monitor.isCancelled() { throw .cancelled }
      var stream = Stream()
      var last: Int?
      for (hour, count) in row where hour >= first {
        stream.count += count
        let weeks = min(4, (hour - start) / Self.week)
        guard weeks >= 2 else { continue }
        let past = (1...weeks).map { row.count(at: hour - $0 * Self.week) }
        let mean = past.reduce(0, +) / Double(weeks)
        let variance = past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(weeks)
        let scale = max(mean, variance).squareRoot()
        // Where nothing is usual every number stands out: it is told in halves of an event.
        let z = (count - mean) / (scale > 0 ? scale : 0.5)
        stream.highest = stream.highest.isNaN ? z : max(stream.highest, z)
        guard z >= height, count >= least else { continue }
        stream.spikes += 1
        if last != hour - 1 { stream.bursts += 1 }
        last = hour
      }
      streams.append(stream)
    }
    return streams
  }
}

extension [(hour: Int, count: Double)] {
  /// The number of events in an hour.
  ///
  /// Complexity: O(log count).
  fileprivate func count(at hour: Int) -> Double {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].hour < hour { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].hour == hour ? self[low].count : 0
  }
}
