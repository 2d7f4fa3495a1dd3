package import Values

/// Something that happened, or may have, at a moment.
package protocol TimedEvent: Sendable {
  /// What is made of the stored events when it is first needed; `Never` where nothing is.
  associatedtype Index: Sendable = Never

  /// When, where it is known.
  var time: Instant? { get }

  /// The event as a view shows it; nil where the view does not.
  func seen(through filter: EventFilter) -> Self?

  /// The events of a run that a view shows.
  static func seen(of events: ArraySlice<Self>, through filter: EventFilter) -> ArraySlice<Self>
}

extension TimedEvent {
  /// The events of a run that a view shows: each type's own loop, so that no event is read through
  /// a witness.
  package static func seen(
    of events: ArraySlice<Self>,
    through filter: EventFilter
  ) -> ArraySlice<Self> {
    var seen: [Self] = []
    seen.reserveCapacity(events.count)
    for event in events {
      if let event = event.seen(through: filter) { seen.append(event) }
    }
    return seen[...]
  }
}

/// Events in the order of time, undated first, of which those of a view are seen.
///
/// A view is a range of the stored events, found by binary search, and where that does not say it
/// all a filter each event passes as it is read. The events are stored once for all views. There is
/// no way round the view: whoever iterates sees its events and no others. They come in runs, of
/// which the standard library makes a loop without calls: as quick as an array, with a filter about
/// five times slower.
package struct Timeline<Event: TimedEvent>: Sendable, Sequence {
  private var events: Part<[Event]>
  /// What is made of them, whatever is seen, when it is first needed.
  private(set) var index = Later<Event.Index>()
  /// Where those in the period lie.
  private(set) var range: Range<Int>
  /// What else must hold of an event that is seen; nil where nothing must.
  private(set) var filter: EventFilter?

  /// Events, all of them seen, already in the order of time.
  package init(_ events: [Event] = []) {
    self.events = .held(events)
    range = events.indices
  }

  /// Events, all of them seen, that are brought when they are first asked for.
  package init(_ events: Deferred<[Event]>) {
    self.events = .deferred(events)
    range = 0..<events.summary.count
  }

  /// All events, whatever is seen of them.
  var stored: [Event] { events.value }

  /// The events if they were in memory from the beginning.
  var held: [Event]? { if case .held(let events) = events { events } else { nil } }

  /// How many events are seen.
  ///
  /// Complexity: O(1), with a filter O(events in the period).
  package var count: Int {
    filter == nil ? range.count : reduce(0) { count, _ in count + 1 }
  }

  /// Whether no event is seen.
  package var isEmpty: Bool { !contains { _ in true } }

  /// Whether any event is stored, seen or not.
  package var isLoaded: Bool { events.summary.count > 0 }

  /// How many events are seen at least, told at once.
  package var underestimatedCount: Int { filter == nil ? seen.count : 0 }

  /// Begins to read the events that are seen.
  package func makeIterator() -> FlattenSequence<Runs>.Iterator {
    Runs(rest: seen, filter: filter).joined().makeIterator()
  }

  /// The events in the period; fewer than were promised where they cannot be brought.
  private var seen: ArraySlice<Event> {
    let stored = self.stored
    return stored[range.clamped(to: stored.indices)]
  }

  /// The events that are seen, in runs: all at once, or as many of some thousands as pass a filter.
  package struct Runs: Sequence, IteratorProtocol {
    fileprivate var rest: ArraySlice<Event>
    fileprivate let filter: EventFilter?

    /// The next run; nil after the last.
    package mutating func next() -> ArraySlice<Event>? {
      guard !rest.isEmpty else { return nil }
      guard let filter else {
        defer { rest = [] }
        return rest
      }
      let run = rest.prefix(4_096)
      rest = rest.dropFirst(4_096)
      return Event.seen(of: run, through: filter)
    }
  }

  /// The earliest and the latest moment of all stored events; nil where none is dated.
  ///
  /// Complexity: O(log events).
  package var extent: ClosedRange<Instant>? { events.summary.extent }

  /// The same events seen through a period and a filter besides those there are.
  ///
  /// Complexity: O(log events).
  func viewed(since: Instant?, until: Instant?, through filter: EventFilter?) -> Timeline {
    var view = self
    view.filter = filter
    guard since != nil || until != nil else { return view }
    let stored = self.stored
    let first = stored.partitioningIndex { $0.time.map { $0 >= since ?? .distantPast } ?? false }
    let start = Swift.max(range.lowerBound, first)
    let end =
      until.map { until in
        Swift.min(
          range.upperBound,
          stored.partitioningIndex { $0.time.map { $0 > until } ?? false }
        )
      } ?? range.upperBound
    view.range = start..<Swift.max(start, end)
    return view
  }

  /// Changes what is stored; all of it is seen afterwards.
  mutating func edit(_ change: (inout [Event]) -> Void) {
    var stored = self.stored
    // Its only holder may change an array where it lies.
    events = .held([])
    change(&stored)
    index = Later()
    range = stored.indices
    events = .held(stored)
    filter = nil
  }
}

extension Instant {
  /// Before every moment that can be told.
  fileprivate static let distantPast = Instant(microseconds: .min)
}

extension Array {
  /// The first index whose element fulfils a condition that holds from there on.
  ///
  /// Complexity: O(log count).
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
