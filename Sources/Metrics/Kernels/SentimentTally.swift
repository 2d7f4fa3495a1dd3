package import Graph
package import Values

/// How kind the interactions are that belong to each person.
package struct SentimentTally: Sendable {
  private var sums: [Double]
  private var scored: [Double]
  private var unscored: [Double]
  private var kind: [Double]
  private var unkind: [Double]

  /// Adds up the interactions of a graph; `person` says whose each is, nil for nobody's.
  ///
  /// Throws `interactionsNotLoaded`, `cancelled`. Complexity: O(events).
  package init(
    in graph: Graph,
    watchedBy monitor: WorkMonitor,
    by person: (Interactions.Event) -> PersonID?
  ) throws(MetricError) {
    guard graph.interactions.kinds.count > 0 else {
      throw .interactionsNotLoaded(kind: "mention", loaded: [])
    }
    let zeros = [Double](repeating: 0, count: graph.personCount)
    (sums, scored, unscored, kind, unkind) = (zeros, zeros, zeros, zeros, zeros)
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let whose = person(event).map(Int.init) else { continue }
      guard let value = event.sentiment.value else {
        unscored[whose] += 1
        continue
      }
      scored[whose] += 1
      sums[whose] += value
      if value > 0 { kind[whose] += 1 }
      if value < 0 { unkind[whose] += 1 }
    }
  }

  /// The mean, and what it rests on.
  package var measured: Measured {
    let net = zip(kind, unkind).map { ($0 - $1) / ($0 + $1) }
    return Measured(
      values: zip(sums, scored).map { $0 / $1 },
      companions: [
        Measured.Companion("net", unit: .plain, values: net),
        Measured.Companion("scored", unit: .count(of: "interactions"), values: scored),
        Measured.Companion("unscored", unit: .count(of: "interactions"), values: unscored),
      ],
      missingReason: "no sentiment is known",
      basis: "scored"
    )
  }
}
