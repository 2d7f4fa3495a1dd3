import Values

/// Trust as passed on by whoever is trusted enough, along shortest chains.
package struct MoleTrust: TrustMetric {
  package let card = MetricCard(
    name: "moletrust",
    summary: "trust from somebody's point of view, by all who are trusted enough",
    formula:
      "t(v) = sum of t(u) trust(u, v) / sum of t(u), u one tie nearer with t(u) >= threshold",
    meaning: """
      What is stated stands; beyond, each is judged by those one tie nearer, each heard as much as \
      they are trusted. Distrust counts as 0 and is not passed on. It can jump when somebody crosses \
      the threshold. Several askers are asked as one. Eigentrust is the same for everybody. \
      Chains have at most 3 ties unless `within` says otherwise.
      """,
    unit: .score,
    source:
      "Massa, Avesani, Controversial users demand local trust metrics, 2005; TrustLet's settings",
    claim: .model,
    requiresOne: [.from, .to],
    accepts: [.within, .over],
    relation: "trust",
    parameters: [.trustThreshold],
    companions: TrustModel.companions,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: (0.8 x 0.6 + 1.0 x 0.9) / (0.8 + 1.0)",
        graph: "a!b:0.8 a!c:1 b!d:0.6 c!d:0.9 e!a:1",
        expect: ["a": .nan, "b": 0.8, "c": 1, "d": 0.7667, "e": .nan]
      )
    ],
    triedWords: ["mole trust", "local trust"]
  )

  /// The metric.
  package init() {}

  package func way(_ arguments: MetricArguments) throws(MetricError) -> TrustModel.Way {
    .layers(.moletrust(threshold: try arguments.value(of: card.parameters[0])))
  }
}
