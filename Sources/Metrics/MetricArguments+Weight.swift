import Graph

extension MetricArguments.Weight {
  /// Whether it is somebody's trust in somebody: "trust", "my trust", "inferred trust".
  package var isTrust: Bool { name == "trust" || name.hasSuffix(" trust") }

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
