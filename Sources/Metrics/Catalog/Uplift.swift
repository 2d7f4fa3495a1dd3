package import Graph
package import Values

/// How much more often somebody's audience does something than others like them.
package struct Uplift: Metric {
  package let card = MetricCard(
    name: "uplift",
    summary: "how much more of the audience does it than of others like them",
    formula:
      "uplift(v) = mean over pairs of [M(u) > 0] - [M(c) > 0], u an audience member, c one like u",
    meaning: """
      Each follower is paired with somebody alike who does not follow: by interest (in the \
      topic after in, or the one they are keenest on) in fifths, by how many they follow in \
      doublings, and, where a period is asked for, by what they did before it: 0, 1, 2, or more. Nobody serves twice. Like-minded people act anyway, and what \
      was not matched still differs, so it is a hint of a cause and no proof.
      """,
    unit: .plain,
    source: "Radcliffe, Surry 1999; Rosenbaum, Rubin 1983; homophily: Shalizi, Thomas 2011",
    claim: .model,
    requires: [.measure],
    accepts: [.in, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("lower", "lower end of the 95 % interval of the paired difference"),
      MetricCard.Companion("upper", "upper end of it"),
      MetricCard.Companion("exposed", "what part of the paired audience did it"),
      MetricCard.Companion("control", "what part of those like them did"),
      MetricCard.Companion("more", "how much more of it the audience did, on the average"),
      MetricCard.Companion("pairs", "how many pairs there are"),
      MetricCard.Companion("unmatched", "how many of the audience have nobody like them left"),
    ],
    laws: [.liesIn(-1...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a and c follow v and buy, d and e are like them and do not",
        graph: "a>v c>v d>x e>x a$purchase$b c$purchase$b",
        expect: ["v": 1, "a": .nan]
      )
    ],
    triedWords: ["lift in", "causal effect", "incremental", "incrementality", "effect"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try UpliftModel(in: graph, with: arguments, watchedBy: monitor)
    let people = arguments.wanted ?? graph.everybody
    let all = try model.effects(of: people, reporting: card.name, watchedBy: monitor)
    return Measured(
      values: all.map(\.uplift),
      companions: [
        Measured.Companion("lower", unit: .plain, values: all.map(\.lower)),
        Measured.Companion("upper", unit: .plain, values: all.map(\.upper)),
        Measured.Companion("exposed", unit: .share, values: all.map(\.exposedRate)),
        Measured.Companion("control", unit: .share, values: all.map(\.controlRate)),
        Measured.Companion("more", unit: .plain, values: all.map(\.more), isShown: false),
        Measured.Companion("pairs", unit: .count(of: "pairs"), values: all.map(\.pairCount)),
        Measured.Companion("unmatched", unit: .count(of: "people"), values: all.map(\.unmatched)),
      ],
      missingReason: "nobody in the audience is like anybody outside",
      defaults: arguments.defaultRelation(of: card) + model.defaults,
      remarks: [UpliftModel.warning],
      basis: "pairs"
    )
  }
}
