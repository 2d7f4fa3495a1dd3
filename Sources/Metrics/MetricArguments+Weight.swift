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

  /// The same where a tie that weighs more than 1 weighs 1: it is one person and no more.
  ///
  /// Complexity: O(palette), or O(ties) where weights are many.
  package var atMostOne: MetricArguments.Weight {
    guard case .ties(let relation, let name) = self, (greatest ?? 1) > 1 else { return self }
    let capped = Relation(
      forward: relation.forward,
      backward: relation.backward,
      forwardWeights: relation.forwardWeights?.capped(at: 1),
      backwardWeights: relation.backwardWeights?.capped(at: 1),
      times: relation.times
    )
    return .ties(capped, name: name)
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

extension WeightColumn {
  /// The same weights, none above a number.
  fileprivate func capped(at most: Double) -> WeightColumn {
    switch self {
    case .coded(let codes, let palette): .coded(codes, palette: palette.map { min($0, most) })
    case .single(let weights): .single(weights.map { min($0, Float(most)) })
    }
  }
}

extension MetricArguments {
  /// What to say where ties weigh more than 1 and a tie is one person.
  package var cappedRemarks: [String] {
    guard case .ties? = weight, (weight?.greatest ?? 1) > 1 else { return [] }
    return ["a weight above 1 counts as 1: a tie is one person"]
  }

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
  package var missingDefaults: [String] { missingDefaults(none: "no evidence") }

  /// The same where a weight that is missing is something else than no evidence.
  package func missingDefaults(none meaning: String) -> [String] {
    guard let weight else { return [] }
    let isSet = weight.isTrust && missingTrust != nil
    let filled = inferredTrust.map {
      "missing trust is inferred within \(Tally.text($0.hops, "hops"))"
    }
    let none = inferredTrust == nil ? "missing \(weight.noun)" : "where it cannot be, it"
    return [filled].compactMap(\.self) + (isSet ? [] : ["\(none) is \(meaning)"])
  }
  /// What each tie of a relation weighs, beside its backward rows: what is known, else inferred, else
  /// `missing`; nil without a weight.
  ///
  /// Throws `cancelled`. Complexity: O(ties of all).
  package func listedWeights(
    beside relation: Relation,
    missing: Double,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> [Double]? {
    guard let weight else { return nil }
    guard case .ties(let ties, let name) = weight else {
      return try weight.listed(
        beside: relation,
        missing: missing,
        threads: threads,
        watchedBy: monitor
      )
    }
    let width = relation.backward.count
    func listed(_ ties: Relation, missing: Double) throws(MetricError) -> [Double] {
      try Weight.ties(ties.widened(sources: width, targets: width), name: name)
        .listed(beside: relation, missing: missing, threads: threads, watchedBy: monitor)
    }
    guard let inferredTrust else { return try listed(ties, missing: missing) }
    let inferred = try listed(inferredTrust.ties, missing: missing)
    return zip(try listed(ties, missing: -1), inferred).map { $0 < 0 ? $1 : $0 }
  }
}
