package import Graph
package import Values

/// What happened in the days up to *now*, of which windowed models are made.
package struct EventWindow: Sendable {
  /// The graph with the events of the window; a relation that the window touches is not in it.
  package let graph: Graph
  /// What to say of it: how long it is, and up to when.
  package let defaults: [String]
  /// The hour it begins in, in hours since the epoch; nil where nothing is dated.
  package let firstHour: Int?

  /// The window of so many days, seen through what the question asked about.
  ///
  /// Complexity: O(log events), with a topic O(posts).
  package init(of graph: Graph, days: Double, with arguments: MetricArguments) {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    guard let now = arguments.now else {
      self.graph = view
      firstHour = nil
      defaults = ["all there is: nothing is dated"]
      return
    }
    let since = Instant(microseconds: now.microseconds - Int64(days * EventWindow.day) + 1)
    firstHour = since.hourNumber
    self.graph = view.viewed(in: Scope(since: since, until: now), reading: [])
    defaults = ["in the last \(days.shortText) days", "now is \(now.dayText)"]
  }

  /// A day, in microseconds.
  private static let day = 86_400_000_000.0
}

extension MetricCard.Parameter {
  /// How long a window is, in days.
  package static func window(days: Double, assumed: Bool = false) -> MetricCard.Parameter {
    MetricCard.Parameter(
      "window",
      defaultDays: days,
      in: 1...36_500,
      assumed: assumed,
      "how far back events count"
    )
  }
}

extension Double {
  /// The number without a decimal point where it is whole.
  package var shortText: String { Int(exactly: self).map(String.init) ?? description }
}

extension Instant {
  /// The hour it is in, in hours since the epoch.
  package var hourNumber: Int { periods(of: 3_600_000_000) }

  /// The day it is on, in days since the epoch.
  package var dayNumber: Int { periods(of: 86_400_000_000) }

  /// How many whole periods of a length lie between the epoch and it, rounded down.
  private func periods(of length: Int64) -> Int {
    Int((microseconds - (microseconds < 0 ? length - 1 : 0)) / length)
  }

  /// The moment; its date alone where it has no clock.
  package var dayText: String { hasClock ? "\(self)" : String("\(self)".prefix(10)) }

  /// Whether it is a time of day: a date alone is the first or the last moment of its day.
  package var hasClock: Bool {
    let seconds = parts.secondsOfDay
    return seconds != 86_399 && (seconds != 0 || microseconds % 1_000_000 != 0)
  }

  /// How many days lie between an earlier moment and it: whole ones, from date to date, where either
  /// has no clock.
  package func days(since earlier: Instant) -> Double {
    guard hasClock, earlier.hasClock else { return Double(dayNumber - earlier.dayNumber) }
    return elapsedDays(since: earlier)
  }

  /// How many days lie between two moments, a date being the first moment of its day.
  package func elapsedDays(since earlier: Instant) -> Double {
    Double(microseconds - earlier.microseconds) / 86_400_000_000
  }
}
