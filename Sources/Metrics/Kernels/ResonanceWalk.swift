package import Graph
package import Values

/// A random walk along reactions: from whoever reacts to whom they react to, by weight.
///
/// Its people are those who react or are reacted to, the community. Source: PeerIndex, "Opening the
/// temple door", which says as much as that it is like PageRank on the diffusion of actions.
package struct ResonanceWalk: Sendable {
  /// Somebody reacted to somebody.
  package struct Reaction: Sendable {
    /// Who reacted.
    package let source: PersonID
    /// To whom.
    package let target: PersonID
    /// How much.
    package let weight: Double

    /// A reaction.
    package init(source: PersonID, target: PersonID, weight: Double) {
      self.source = source
      self.target = target
      self.weight = weight
    }
  }

  /// The community, ascending.
  package let members: [PersonID]
  /// The reactions by target, people by their place in the community, and what each passes on.
  private let steps: [(source: Int, target: Int, part: Double)]
  /// Who passes nothing on.
  private let sinks: [Int]

  /// The walk along some reactions.
  ///
  /// Complexity: O(reactions log reactions).
  package init(_ reactions: [Reaction]) {
    let members = Array(Set(reactions.flatMap { [$0.source, $0.target] })).sorted()
    let places = Dictionary(
      members.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var given = [Double](repeating: 0, count: members.count)
    var steps: [(source: Int, target: Int, part: Double)] = []
    for reaction in reactions {
      guard let source = places[reaction.source], let target = places[reaction.target] else {
        continue
      }
      given[source] += reaction.weight
      steps.append((source, target, reaction.weight))
    }
    steps.sort { ($0.target, $0.source, $0.part) < ($1.target, $1.source, $1.part) }
    self.members = members
    self.steps = steps.filter { given[$0.source] > 0 }.map {
      ($0.source, $0.target, $0.part / given[$0.source])
    }
    sinks = given.indices.filter { given[$0] <= 0 }
  }

  /// The share of an endless walk at each member, which sum to 1; whoever passes nothing on hands
  /// it to everybody.
  ///
  /// Stops at an L1 change of 1e-12, after 200 rounds at the latest. Throws `cancelled`. Complexity:
  /// O(rounds x reactions).
  package func run(
    damping: Double,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    let count = Double(members.count)
    var shares = [Double](repeating: 1 / count, count: members.count)
    var change = Double.infinity
    var rounds = 0
    while change > 1e-12, rounds < 200 {
      if monitor.isCancelled() { throw .cancelled }
      let idle = sinks.reduce(0) { $0 + shares[$1] }
      let base = (1 - damping + damping * idle) / count
      var next = [Double](repeating: base, count: members.count)
      for step in steps { next[step.target] += damping * shares[step.source] * step.part }
      change = zip(shares, next).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
      shares = next
      rounds += 1
    }
    return shares
  }
}
