package import Graph
package import Values

extension MetricArguments.Weight {
  /// Whether it is somebody's trust in somebody: "trust", "my trust", "inferred trust", "moletrust".
  package var isTrust: Bool {
    switch self {
    case .ties(_, let name): name.hasSuffix("trust")
    case .people(_, let name): name.hasSuffix(" trust")
    }
  }

  /// What one of its values is called: "trust", or "weight" for anything else.
  package var noun: String { isTrust ? "trust" : "weight" }

  /// What a member weighs for a speaker; NaN where that is not known.
  ///
  /// Complexity: O(log ties of the speaker).
  func weight(of member: PersonID, for speaker: PersonID) -> Double {
    switch self {
    case .ties(let relation, _):
      guard Int(speaker) < relation.backward.count else { return .nan }
      return relation.weight(from: member, to: speaker) ?? .nan
    case .people(let weights, _): return weights[Int(member)]
    }
  }

  /// The greatest weight anybody has; nil without weights.
  ///
  /// Complexity: O(palette), or O(weights) where they are many.
  package var greatest: Double? {
    switch self {
    case .ties(let relation, _):
      relation.backwardWeights.map { $0.bounds?.upperBound ?? 0 }
    case .people(let weights, _):
      weights.lazy.filter { !$0.isNaN }.max()
    }
  }
}

extension MetricArguments {
  /// A pass over the audiences of a relation by the weights that are inferred; nil without any.
  ///
  /// Throws `cancelled`.
  package func inferredScan(
    _ relation: Relation,
    group: Group,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> AudienceScan? {
    guard let inferredTrust else { return nil }
    let weight = Weight.ties(inferredTrust.ties, name: "inferred trust")
    return try AudienceScan(relation, group: group, weight: weight, watchedBy: monitor)
  }

  /// What to say of weights that are missing, where nobody set what they count for.
  package var missingDefaults: [String] {
    guard let weight else { return [] }
    let isSet = weight.isTrust && missingTrust != nil
    let filled = inferredTrust.map {
      "missing trust is inferred within \(Tally.text($0.hops, "hops"))"
    }
    let none = inferredTrust == nil ? "missing \(weight.noun)" : "where it cannot be, it"
    return [filled].compactMap(\.self) + (isSet ? [] : ["\(none) is no evidence"])
  }
}
