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
