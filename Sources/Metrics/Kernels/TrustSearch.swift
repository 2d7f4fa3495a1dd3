package import Graph

/// What is found out of the trust some people have in another.
package struct TrustOpinion: Sendable, Hashable {
  /// The trust, in [0, 1]; NaN where none is known and none can be inferred.
  package let trust: Double
  /// The ties it took; 1 where it is stated.
  package let hops: Int

  /// An opinion.
  package init(trust: Double, hops: Int) {
    self.trust = trust
    self.hops = hops
  }

  /// Nothing is known.
  package static let none = TrustOpinion(trust: .nan, hops: 0)
}

/// A way to follow stated trust outward from some people, who are asked as one.
///
/// What they state themselves stands, distrust as 0. Beyond that trust is passed on along ties of
/// positive trust only: distrust of distrust is no trust. Weights above 1 count as 1.
package protocol TrustSearch: Sendable {
  /// Follows trust outward from some people, through nobody who is not in `among`.
  ///
  /// Throws `cancelled`.
  mutating func start(from sources: [PersonID], among: PersonSet?) throws(MetricError)

  /// What they think of a person, as far as the search went.
  ///
  /// Throws `cancelled`.
  mutating func opinion(of person: PersonID) throws(MetricError) -> TrustOpinion
}

extension Relation {
  /// The trust of a tie at a position of the forward rows, at most 1; distrust is below 0.
  func trust(at position: Int) -> Double { min(forwardWeights?[position] ?? 1, 1) }

  /// Whoever has a chain of at most so many ties to one of some people: any known trust at its end,
  /// and positive trust before.
  ///
  /// The people themselves are among them. Complexity: O(ties to those who are found).
  package func leading(to people: PersonSet, within hops: Int) -> PersonSet {
    var found = people
    var frontier = people.people
    for hop in 0..<hops where !frontier.isEmpty {
      var next: [PersonID] = []
      for person in frontier {
        for position in backward.range(of: person)
        where !found.contains(backward.neighbours[position]) {
          guard hop == 0 || backwardWeights?[position] ?? 1 > 0 else { continue }
          found.insert(backward.neighbours[position])
          next.append(backward.neighbours[position])
        }
      }
      frontier = next
    }
    return found
  }
}
