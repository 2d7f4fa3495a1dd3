package import Graph
package import Values

/// Authority, audience and activity in one number, after PeerIndex.
package struct PeerIndexScore: Metric {
  package let card = MetricCard(
    name: "peerindex score",
    summary: "0 to 100: half authority, the rest audience and activity",
    formula: "score(v) = (a authority + b audience + c activity) / (a + b + c)",
    meaning: """
      The three parts are standings, so the same person scores differently among other people. Who \
      has no authority has 0 there. The weights were never published; those here are assumed.
      """,
    unit: .points,
    source: "PeerIndex 2009-2014: three parts on a scale of 0 to 100; weights never published",
    claim: .reconstruction,
    accepts: [.in, .over],
    relation: "follows",
    parameters: PeerIndexModel.authorityParameters
      + PeerIndexModel.activityParameters.dropFirst()
      + zip(["authority", "audience", "activity"], [0.5, 0.3, 0.2]).map { part, weight in
        MetricCard.Parameter(
          "\(part) weight",
          default: weight,
          in: 0...100,
          assumed: true,
          "what \(part) weighs, as a part of all three"
        )
      },
    companions: [
      MetricCard.Companion("authority", "0 to 100: relied upon by those who are relied upon"),
      MetricCard.Companion("audience", "0 to 100: the standing by followers who reacted"),
      MetricCard.Companion("activity", "0 to 100: the standing by posts written"),
    ],
    laws: [.liesIn(0...100), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "no authority among so few: 0.3 * 75 + 0.2 * 50, and 0.3 * 25",
        graph: "a>b b^yoga a@share@b:p0",
        expect: ["a": 7.5, "b": 32.5]
      )
    ],
    triedWords: ["peerindex", "peer index"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try PeerIndexModel(on: graph, with: arguments, watchedBy: monitor)
    let weights = try card.parameters.suffix(3).map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let total = weights.reduce(0, +)
    let authority = try model.authority().values
    let audience = model.standing(try model.receptiveFollowers())
    let activity = try model.activity().values
    let values = authority.indices.map { person in
      let known = authority[person].isNaN ? 0 : authority[person]
      let sum = weights[0] * known + weights[1] * audience[person] + weights[2] * activity[person]
      return sum / total
    }
    var measured = Measured(
      values: values,
      companions: [
        Measured.Companion("authority", unit: .points, values: authority),
        Measured.Companion("audience", unit: .points, values: audience),
        Measured.Companion("activity", unit: .points, values: activity),
      ],
      missingReason: "no authority, or no part weighs anything",
      defaults: arguments.defaultRelation(of: card) + model.defaults
    )
    measured.partsMissing = "that part counts as 0"
    return measured
  }
}
