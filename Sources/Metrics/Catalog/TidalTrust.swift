import Values

/// Trust as the most trusted friends see it, along the shortest chains.
package struct TidalTrust: TrustMetric {
  package let card = MetricCard(
    name: "tidaltrust",
    summary: "trust from somebody's point of view, by the most trusted friends",
    formula: "t(i, s) = sum of trust(i, j) t(j, s) / sum of trust(i, j), j with trust(i, j) >= max",
    meaning: """
      Only the shortest chains count, and of them the strongest: max is the greatest strength of a \
      chain, which is the least trust on it, its last tie left out. What is stated stands; distrust \
      counts as 0. It may hear a single voice; MoleTrust hears all who are trusted enough. \
      Chains have at most 3 ties unless `within` says otherwise.
      """,
    unit: .score,
    source: "Golbeck, Computing and applying trust in web-based social networks, 2005",
    claim: .model,
    requiresOne: [.from, .to],
    accepts: [.within, .over],
    relation: "trust",
    companions: TrustModel.companions,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: b is trusted more than c, so only b is heard about d",
        graph: "a!b:0.85 a!c:0.7 b!d:0.1 c!d:0.95",
        expect: ["a": .nan, "b": 0.85, "c": 0.7, "d": 0.1]
      )
    ],
    triedWords: ["tidal trust", "golbeck"]
  )

  /// The metric.
  package init() {}

  package func way(_ arguments: MetricArguments) throws(MetricError) -> TrustModel.Way {
    .layers(.tidaltrust)
  }
}
