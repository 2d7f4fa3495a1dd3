package import Graph
package import Values

extension OverlapTally {
  /// Why values are missing, as far as any are.
  package var missingReason: String {
    switch (deserted > 0, weightless > 0) {
    case (true, true): "no audience, or none of it has a known weight above 0"
    case (false, true): "none of the audience has a known weight above 0"
    default: "no audience"
    }
  }

  /// What to know about the result: how much was known and what filled the gaps.
  ///
  /// `ties` says what an audience is made of, "follows"; `missing` is what the user let an unknown
  /// trust weigh, and `bounded` whether the values have bounds, which rest on what is known alone.
  package func remarks(
    ties noun: String,
    weight: MetricArguments.Weight?,
    missing: Double?,
    bounded: Bool = true
  ) -> [String] {
    var remarks: [String] = []
    if let weight {
      remarks.append(
        "\(Tally.digits(known)) of \(Tally.digits(ties)) \(noun) have a known \(weight.noun)"
      )
    }
    if filled > 0 {
      let digits = Tally.digits(filled)
      let place = bounded ? " in the value, none in its bounds" : ""
      remarks.append("inferred trust fills \(digits) more\(place)")
    }
    if let missing, known + filled < ties {
      let place = bounded ? " in the value, never in its bounds" : ""
      remarks.append("a missing trust counts as \(missing)\(place)")
    }
    return remarks
  }
}

extension MetricArguments {
  /// What an audience is made of, in remarks: "follows", "ties of calls".
  package var tieNoun: String { relation.map { "ties of \($0)" } ?? "follows" }

  /// The trust that an unknown one weighs, where the weight is trust and the user set it.
  package var missingWeight: Double? { weight?.isTrust == true ? missingTrust : nil }

  /// How much of a weight is known along the ties of a relation, and what fills the rest; nothing
  /// without a weight.
  ///
  /// For measures without bounds. Throws `cancelled`. Complexity: O(ties).
  package func weightRemarks(
    over relation: Relation,
    in graph: Graph,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [String] {
    guard let weight else { return [] }
    let everybody = Group(members: graph.everybody)
    let overlaps = OverlapScan(
      AudienceScan(pulling: relation, group: everybody, weight: weight),
      filledBy: try inferredScan(relation, group: everybody, watchedBy: monitor),
      isWeighted: true,
      missing: 0
    )
    let tallies = try ParallelRanges(balancing: relation.backward).map(
      nil,
      threads: threads,
      watchedBy: monitor
    ) { range in
      var tally = OverlapTally()
      overlaps.each(range) { tally.add($0) }
      return tally
    }
    return tallies.reduce(OverlapTally(), +)
      .remarks(ties: tieNoun, weight: weight, missing: missingWeight, bounded: false)
  }
}
