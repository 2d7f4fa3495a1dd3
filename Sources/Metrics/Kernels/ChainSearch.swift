package import Graph
package import Values

/// The best chain of ties from one person to another.
///
/// The weights along a chain are multiplied, each capped at 1, and the chain with the greatest
/// product is the best; ties whose weight is not positive are no part of any. Among chains whose
/// products agree to twelve digits the one with the fewest ties is taken, and among those the one
/// whose handles come first. Without weights every tie counts 1, so the shortest chain wins.
///
/// Rounds grow from the end of the chain towards its start: after round k the best product of at
/// most k ties is known for whoever may still be on the best chain. A weight of at most 1 makes no
/// product greater, so a chain never gains by meeting a person twice. 12 bytes a person and 24 for
/// each time a product grows. Complexity: O(ties) a round, at most as many rounds as people; with
/// equal weights O(ties) altogether. A product below 1e-300 may count as none. Source: R. Bellman, On a routing problem, 1958.
package struct ChainSearch {
  /// One tie of a chain.
  package struct Link: Sendable, Hashable {
    /// Where the tie begins.
    package let source: PersonID
    /// Where it ends.
    package let target: PersonID
    /// Its weight, not capped; 1 where ties carry none.
    package let weight: Double
  }

  /// A product that a person reached, and with how many ties.
  private struct Gain {
    let product: Double
    let hops: Int
    /// The place of the gain before; -1 where it was the first.
    let previous: Int
  }

  /// Products that differ by less, relatively, are the same.
  private static let agreement = 1e-12

  private let relation: Relation
  private let handles: PersonNames
  private let monitor: WorkMonitor
  private var gains: [Gain] = []
  /// Per person, the place of the last gain; -1 where there is none.
  private var last: [Int]
  private var visited = 0

  /// A search over the ties of a relation between people of these handles.
  ///
  /// Complexity: O(people).
  package init(over relation: Relation, handles: PersonNames, watchedBy monitor: WorkMonitor) {
    self.relation = relation
    self.handles = handles
    self.monitor = monitor
    last = Array(repeating: -1, count: relation.forward.count)
  }

  /// The ties of the best chain, in order; nil where there is no chain of at most so many.
  ///
  /// A person's chain to themselves has no ties. Throws `cancelled`.
  package mutating func chain(
    from source: PersonID,
    to target: PersonID,
    within limit: Int? = nil
  ) throws(MetricError) -> [Link]? {
    gains = []
    last = Array(repeating: -1, count: last.count)
    let rounds = source == target ? 0 : min(limit ?? .max, last.count)
    try grow(from: target, to: source, rounds: rounds)
    guard last[Int(source)] >= 0 else { return nil }
    return walk(from: source, to: target)
  }

  /// How many people ties of positive weight lead to in at most so many steps, or come from.
  ///
  /// Throws `cancelled`. Complexity: O(ties).
  package mutating func reach(
    of person: PersonID,
    forwards: Bool,
    within limit: Int? = nil
  ) throws(MetricError) -> Int {
    let rows = forwards ? relation.forward : relation.backward
    let weights = forwards ? relation.forwardWeights : relation.backwardWeights
    var seen = PersonSet([person], universe: rows.count)
    var frontier = [person]
    var hops = 0
    while !frontier.isEmpty, hops < limit ?? .max {
      var next: [PersonID] = []
      for member in frontier {
        try visit(rows.degree(of: member))
        for position in rows.range(of: member) where (weights?[position] ?? 1) > 0 {
          let neighbour = rows.neighbours[position]
          guard !seen.contains(neighbour) else { continue }
          seen.insert(neighbour)
          next.append(neighbour)
        }
      }
      frontier = next
      hops += 1
    }
    return seen.count - 1
  }
}

extension ChainSearch {
  /// Lets products grow from the end of the chain, round by round, until none does.
  private mutating func grow(
    from target: PersonID,
    to source: PersonID,
    rounds: Int
  ) throws(MetricError) {
    gain(1, hops: 0, by: target)
    var frontier = [target]
    var hops = 0
    while !frontier.isEmpty, hops < rounds {
      hops += 1
      let products = frontier.map { gains[last[Int($0)]].product }
      var next: [PersonID] = []
      for (person, product) in zip(frontier, products) {
        try visit(relation.backward.degree(of: person))
        for position in relation.backward.range(of: person) {
          let weight = relation.backwardWeights?[position] ?? 1
          let neighbour = relation.backward.neighbours[position]
          let better = min(weight, 1) * product
          guard better > self.product(of: neighbour, within: .max),
            better >= self.product(of: source, within: .max) * (1 - 2 * ChainSearch.agreement)
          else { continue }
          let isInNext = last[Int(neighbour)] >= 0 && gains[last[Int(neighbour)]].hops == hops
          gain(better, hops: hops, by: neighbour)
          if !isInNext { next.append(neighbour) }
        }
      }
      frontier = next
    }
  }

  private mutating func gain(_ product: Double, hops: Int, by person: PersonID) {
    gains.append(Gain(product: product, hops: hops, previous: last[Int(person)]))
    last[Int(person)] = gains.count - 1
  }

  /// The best product a person has with at most so many ties; 0 where there is none.
  private func product(of person: PersonID, within hops: Int) -> Double {
    var place = last[Int(person)]
    while place >= 0, gains[place].hops > hops { place = gains[place].previous }
    return place < 0 ? 0 : gains[place].product
  }

  /// The fewest ties with which a person has a product.
  private func fewestHops(of person: PersonID, for product: Double) -> Int {
    var place = last[Int(person)]
    var fewest = 0
    while place >= 0, gains[place].product >= product {
      fewest = gains[place].hops
      place = gains[place].previous
    }
    return fewest
  }

  /// The chain that keeps the product, at each step by the first handle that does.
  private func walk(from source: PersonID, to target: PersonID) -> [Link] {
    let goal = product(of: source, within: .max) * (1 - ChainSearch.agreement)
    var links: [Link] = []
    var person = source
    var product = 1.0
    for left in (0..<fewestHops(of: source, for: goal)).reversed() {
      let steps = steps(from: person, with: product, left: left)
      let enough = min(goal, steps.map(\.whole).max() ?? 0)
      let link = steps.filter { $0.whole >= enough }.map(\.link)
        .min { handles[$0.target] < handles[$1.target] }
      guard let link else { break }
      links.append(link)
      product *= min(link.weight, 1)
      person = link.target
    }
    return links
  }

  /// The ties that lead on from a person, each with the product of the whole chain.
  private func steps(
    from person: PersonID,
    with product: Double,
    left: Int
  ) -> [(link: Link, whole: Double)] {
    relation.forward.range(of: person).compactMap { position in
      let weight = relation.forwardWeights?[position] ?? 1
      let neighbour = relation.forward.neighbours[position]
      let whole = product * min(weight, 1) * self.product(of: neighbour, within: left)
      guard whole > 0 else { return nil }
      return (Link(source: person, target: neighbour, weight: weight), whole)
    }
  }

  /// Takes note of some ties that were read, and stops when asked to.
  private mutating func visit(_ ties: Int) throws(MetricError) {
    visited += ties + 1
    guard visited > 1 << 20 else { return }
    visited = 0
    if monitor.isCancelled() { throw .cancelled }
  }
}
