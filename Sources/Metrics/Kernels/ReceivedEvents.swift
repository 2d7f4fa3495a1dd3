package import Graph
package import Values

/// Counts what people did to somebody, by kind of interaction.
package struct ReceivedEvents: Sendable {
  private let events: Timeline<Interactions.Event>
  private let kind: UInt32

  /// The events of a kind; throws `interactionsNotLoaded` where no file brought that kind.
  package init(of kind: String, in interactions: Interactions) throws(MetricError) {
    guard let number = interactions.kinds.number(of: kind) else {
      let kinds = (0..<UInt32(interactions.kinds.count)).map { interactions.kinds[$0] }
      throw .interactionsNotLoaded(kind: kind, loaded: kinds.sorted())
    }
    events = interactions.events
    self.kind = number
  }

  /// How many each of `count` people received.
  ///
  /// Moves 32 bytes an event in order and 8 at random. Throws `cancelled`. Complexity: O(events).
  package func counts(
    _ count: Int,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    var counts = [Double](repeating: 0, count: count)
    for (number, event) in events.enumerated() {
      if number & 0xF_FFFF == 0xF_FFFF, monitor.isCancelled() { throw .cancelled }
      if event.kind == kind { counts[Int(event.target)] += 1 }
    }
    return counts
  }
}
