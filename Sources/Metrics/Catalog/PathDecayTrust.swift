import Values

/// Trust along the best chain, which costs with every tie.
package struct PathDecayTrust: TrustMetric {
  package let card = MetricCard(
    name: "path-decay trust",
    summary: "trust from somebody's point of view, along the best chain",
    formula: "t(s, v) = greatest product of trust along a chain from s to v x decay^(ties - 1)",
    meaning: """
      One good chain is enough, however many bad ones there are; by disjoint chains several that \
      share no tie stand for each other, 1 - product of (1 - t), the best taken first. What is \
      stated stands; ties without positive trust end a chain. MoleTrust weighs all chains of the \
      shortest length instead. Chains have at most 3 ties, an assumption, unless `within` says \
      otherwise; each of several costs the decay, too.
      """,
    unit: .score,
    source: "elementary; cf. Josang, Hayward, Pope, Trust network analysis, 2006",
    claim: .model,
    requiresOne: [.from, .to],
    accepts: [.within, .over],
    relation: "trust",
    parameters: [
      .trustDecay,
      MetricCard.Parameter(
        "chains",
        among: [
          MetricCard.Parameter.Option("best chain", "the best chain alone"),
          MetricCard.Parameter.Option(
            "disjoint chains",
            "all that share no tie: 1 less the product of what each lacks"
          ),
        ],
        "which chains count"
      ),
    ],
    companions: TrustModel.companions,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: over c, 0.7 x 0.95 x 0.8, and not over b, 0.85 x 0.1 x 0.8",
        graph: "a!b:0.85 a!c:0.7 b!d:0.1 c!d:0.95",
        expect: ["a": .nan, "b": 0.85, "c": 0.7, "d": 0.532]
      )
    ],
    triedWords: ["noisy-or", "path trust", "chain trust", "path decay", "trust decay"]
  )

  /// The metric.
  package init() {}

  package func way(_ arguments: MetricArguments) throws(MetricError) -> TrustModel.Way {
    let decay = try arguments.value(of: card.parameters[0])
    let isAll = try arguments.option(of: card.parameters[1]) == "disjoint chains"
    return isAll ? .disjoint(decay: decay) : .chains(decay: decay)
  }
}
