import Values

/// The trust of one person in another, by whichever way of inferring it is chosen.
package struct InferredTrust: TrustMetric {
  package let card = MetricCard(
    name: "inferred trust",
    summary: "trust from somebody's point of view, stated or passed on by others",
    formula: "stated trust; else moletrust, tidaltrust or path-decay trust, as chosen",
    meaning: """
      From somebody, it is theirs in everybody; in somebody, everybody's in them. As a weight it \
      fills the trust a tie lacks. The ways may disagree: each is a measure of its own, and its page \
      says how it goes. It needs chains of stated trust, of at most 3 ties unless `within` says otherwise, \
      and knows nothing of strangers.
      """,
    unit: .score,
    source: "Massa, Avesani 2005; Golbeck 2005; the choice among them is ours",
    claim: .model,
    requiresOne: [.from, .to],
    accepts: [.within, .over],
    relation: "trust",
    parameters: [
      MetricCard.Parameter(
        "way",
        among: [
          MetricCard.Parameter.Option("moletrust", "all who are trusted enough, nearest first"),
          MetricCard.Parameter.Option("tidaltrust", "the most trusted friends, nearest first"),
          MetricCard.Parameter.Option("path decay", "the best chain"),
        ],
        assumed: true,
        "how trust is passed on"
      ), .trustThreshold, .trustDecay,
    ],
    companions: TrustModel.companions,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a, by moletrust: (0.85 x 0.1 + 0.7 x 0.95) / (0.85 + 0.7)",
        graph: "a!b:0.85 a!c:0.7 b!d:0.1 c!d:0.95",
        expect: ["a": .nan, "b": 0.85, "c": 0.7, "d": 0.4839]
      )
    ],
    triedWords: ["propagated trust", "indirect trust", "predicted trust", "transitive trust"]
  )

  /// The metric.
  package init() {}

  package func way(_ arguments: MetricArguments) throws(MetricError) -> TrustModel.Way {
    let threshold = try arguments.value(of: .trustThreshold)
    let decay = try arguments.value(of: .trustDecay)
    return switch try arguments.option(of: card.parameters[0]) {
    case "tidaltrust": .layers(.tidaltrust)
    case "path decay": .chains(decay: decay)
    default: .layers(.moletrust(threshold: threshold))
    }
  }
}
