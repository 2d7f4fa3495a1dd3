/// Who did something to whom, kind by kind and in the order of time: what counting reads.
///
/// 12 bytes an interaction, of the 40 that the events take; each kind in sequence.
package struct InteractionPairs: Sendable {
  /// The interactions of one kind.
  private struct Kind: Sendable {
    /// Where each stands among the events.
    var places: [UInt32] = []
    /// Who did it.
    var sources: [PersonID] = []
    /// To whom.
    var targets: [PersonID] = []
  }

  private var kinds: [Kind] = []

  /// The pairs of events.
  ///
  /// Complexity: O(events).
  init(_ events: [Interactions.Event]) {
    for (place, event) in events.enumerated() {
      while kinds.count <= Int(event.kind) { kinds.append(Kind()) }
      kinds[Int(event.kind)].places.append(UInt32(truncatingIfNeeded: place))
      kinds[Int(event.kind)].sources.append(event.source)
      kinds[Int(event.kind)].targets.append(event.target)
    }
  }

  /// Who did what is of a kind to whom, of the events that stand in a range.
  ///
  /// Complexity: O(log events).
  func pairs(
    ofKind kind: UInt32,
    in range: Range<Int>
  ) -> (sources: ArraySlice<PersonID>, targets: ArraySlice<PersonID>) {
    guard Int(kind) < kinds.count else { return ([], []) }
    let held = kinds[Int(kind)]
    let start = held.places.partitioningIndex { Int($0) >= range.lowerBound }
    let end = held.places.partitioningIndex { Int($0) >= range.upperBound }
    return (held.sources[start..<end], held.targets[start..<end])
  }
}

extension Timeline<Interactions.Event> {
  /// Who did what is of a kind to whom, in the order of time; nil where a view asks each event.
  ///
  /// Complexity: O(log events), the first time O(events).
  package func pairs(
    ofKind kind: UInt32
  ) -> (sources: ArraySlice<PersonID>, targets: ArraySlice<PersonID>)? {
    guard filter == nil else { return nil }
    return index.value { InteractionPairs(stored) }.pairs(ofKind: kind, in: range)
  }
}

extension Graph {
  /// This graph with a relation made of the interactions of one kind, from who did it to whom; the
  /// weight is how often.
  ///
  /// Complexity: O(interactions + people).
  package func addingRelation(named name: String, ofInteractions kind: UInt32) -> Graph {
    var counts: [UInt64: Double] = [:]
    for event in interactions.events where event.kind == kind {
      counts[UInt64(event.source) << 32 | UInt64(event.target), default: 0] += 1
    }
    var ties = TieBuffer(weighted: true)
    for (pair, count) in counts.sorted(by: { $0.key < $1.key }) {
      ties.append(
        from: UInt32(pair >> 32),
        to: UInt32(truncatingIfNeeded: pair),
        weight: count
      )
    }
    var graph = self
    graph.relations[name] = ties.frozen(sources: personCount, targets: personCount)
    return graph
  }
}
