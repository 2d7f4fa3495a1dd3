package import Graph
package import Values

/// Along which ties a message spreads, and how likely each of them carries it.
///
/// A message goes from the followed to the follower. In the words here a speaker is heard by
/// listeners: `speakers` are whom each listener hears, `listeners` whom each speaker is heard by.
package struct CascadeTies: Sendable {
  /// How a listener takes up what speakers say.
  package enum Uptake: String, Sendable, CaseIterable {
    /// Each tie carries it with a chance of its own.
    case independent = "independent cascade"
    /// The same, and the chances of all ties to a listener sum to 1.
    case weighted = "degree-weighted cascade"
    /// One tie to each listener carries it, drawn by the same chances: the form with a live edge of
    /// a threshold drawn evenly from 0 to 1.
    case threshold = "linear threshold"
    /// Every tie carries it, or with its chance where it is weighed, and nobody passes it on.
    case direct = "direct"
  }

  /// The chance of each tie.
  package enum Chances: Sendable {
    /// The same for all.
    case alike(Double)
    /// By the listener.
    case byListener([Double])
    /// One by one, in the order of the rows they lie beside.
    case listed([Double])

    /// The chance of the tie at a position to a listener.
    @inline(__always)
    subscript(position: Int, listener: Int) -> Double {
      switch self {
      case .alike(let chance): chance
      case .byListener(let chances): chances[listener]
      case .listed(let chances): chances[position]
      }
    }
  }

  /// How listeners take it up.
  package let uptake: Uptake
  /// Per listener, whom they hear.
  package let speakers: Rows
  /// Per speaker, who hears them.
  package let listeners: Rows
  /// The chances, beside `listeners`.
  package let spoken: Chances

  /// The ties of a relation, weighed by ties or all alike.
  ///
  /// Of weights, those below 0 count as 0 and those above 1 as 1; by people nothing is weighed here.
  /// `probability` is the chance of every tie of an independent cascade without weights. Throws
  /// `cancelled`. Complexity: O(ties), and O(people) without weights.
  package init(
    _ relation: Relation,
    _ uptake: Uptake,
    probability: Double,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    self.uptake = uptake
    speakers = relation.forward
    listeners = relation.backward
    let sharesOut = uptake == .weighted || uptake == .threshold
    guard let weights = try arguments.tieChances(beside: relation, watchedBy: monitor) else {
      if sharesOut {
        spoken = .byListener(
          (0..<UInt32(relation.forward.count)).map { 1 / Double(relation.forward.degree(of: $0)) }
        )
      } else {
        spoken = .alike(uptake == .direct ? 1 : probability)
      }
      return
    }
    guard sharesOut else {
      spoken = .listed(weights)
      return
    }
    let totals = RandomWalk.totals(of: relation, weights)
    spoken = .listed(
      zip(relation.backward.neighbours, weights).map { $1 > 0 ? $1 / totals[Int($0)] : 0 }
    )
  }

  /// The chances beside `speakers`.
  ///
  /// Complexity: O(ties) where they are listed, else O(1).
  package var heard: Chances {
    guard case .listed(let chances) = spoken else { return spoken }
    var cursors = speakers.starts
    var heard = [Double](repeating: 0, count: chances.count)
    // Speakers come in their order, so that each listener's are filled in theirs.
    for (listener, chance) in zip(listeners.neighbours, chances) {
      heard[Int(cursors[Int(listener)])] = chance
      cursors[Int(listener)] += 1
    }
    return .listed(heard)
  }

  /// What each speaker's own listeners are worth together, each by the chance of hearing.
  ///
  /// Throws `cancelled`. Complexity: O(ties).
  package func direct(
    _ worth: [Double],
    reporting what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    try ParallelRanges(balancing: listeners).map(what, threads: threads, watchedBy: monitor) {
      range in
      range.map { speaker in
        var sum = 0.0
        for position in listeners.range(of: UInt32(speaker)) {
          let listener = Int(listeners.neighbours[position])
          sum += worth[listener] * spoken[position, listener]
        }
        return sum
      }
    }.concatenated
  }
}

extension MetricArguments {
  /// The chance that each tie of a relation carries, beside its backward rows; nil where ties are
  /// not weighed.
  fileprivate func tieChances(
    beside relation: Relation,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double]? {
    guard case .ties? = weight else { return nil }
    return try listedWeights(beside: relation, missing: missingWeight ?? 0, watchedBy: monitor)?
      .map { min($0, 1) }
  }

  /// What it is worth that each person hears: their interest in a bare topic or 1 for a member of a
  /// set, times what they weigh themselves; 0 for whoever is not in the graph.
  ///
  /// Complexity: O(people).
  package func worths(in graph: Graph) -> [Double] {
    (0..<PersonID(graph.personCount)).map { person in
      if let present = graph.present, !present.contains(person) { return 0 }
      var worth = 1.0
      if let group {
        worth = group.interest?[Int(person)] ?? (group.members.contains(person) ? 1 : 0)
      }
      if case .people(let weights, _)? = weight {
        let weighs = weights[Int(person)]
        worth *= weighs > 0 ? weighs : 0
      }
      return worth
    }
  }
}
