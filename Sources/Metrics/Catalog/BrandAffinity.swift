package import Graph
package import Values

/// How close somebody is to a brand, part by part.
package struct BrandAffinity: Metric {
  package let card = MetricCard(
    name: "brand affinity",
    summary: "how close this person is to a brand, as the mean of its parts, 0 to 1",
    formula:
      "affinity(v) = mean of standings in contact, mood, purchases, trust, interest, share",
    meaning: """
      A vector and no number: the mean hides whether somebody talks, buys or believes, so read \
      the parts. A standing is the share of people who have less, and half of those who have as \
      much. Contact fades with time; share is that of what a person does towards any brand, \
      interest that in what the brand writes about. Parts that are not known do not enter, and \
      who never had to do with the brand has no affinity, whatever their interest or trust.
      """,
    unit: .score,
    source: "house; effort weights are ours",
    claim: .model,
    requires: [.to],
    parameters: [
      MetricCard.Parameter(
        "half-life",
        defaultDays: 30,
        in: 0.01...36_500,
        assumed: true,
        "after how long an act counts half"
      )
    ] + ReactionWeights.efforts,
    companions: [
      MetricCard.Companion("contact", "what this person did towards the brand, fading"),
      MetricCard.Companion("mood", "mean sentiment of it"),
      MetricCard.Companion("purchases", "how often this person bought there"),
      MetricCard.Companion("trust", "mean trust in the brand"),
      MetricCard.Companion("interest", "interest in what the brand writes about"),
      MetricCard.Companion("share", "part of all this person did towards brands"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a did more than c, both towards nobody else, and d nothing: means of contact and share",
        graph: "a@reply@b c@like@b d",
        expect: ["a": 0.625, "c": 0.375, "d": .nan]
      )
    ],
    triedWords: ["affinity to", "closeness to a brand", "loyalty", "brand love"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let brands = arguments.to else { throw .missing(.to) }
    let parts = try AffinityParts(
      to: brands,
      halfLife: try arguments.value(of: card.parameters[0]),
      weighing: try ReactionWeights(efforts: arguments, in: graph),
      in: graph,
      until: arguments.now,
      watchedBy: monitor
    )
    let standings = parts.all.map { $0.standings(among: graph.everybody.people) }
    var measured = Measured(
      values: (0..<graph.personCount).map { person in
        guard !parts.contact[person].isNaN else { return .nan }
        let known = standings.map { $0[person] }.filter { !$0.isNaN }
        return known.reduce(0, +) / Double(known.count)
      },
      companions: [
        Measured.Companion("contact", unit: .plain, values: parts.contact),
        Measured.Companion("mood", unit: .plain, values: parts.sentiment),
        Measured.Companion("purchases", unit: .count(of: "purchases"), values: parts.purchases),
        Measured.Companion("trust", unit: .score, values: parts.trust),
        Measured.Companion("interest", unit: .score, values: parts.interest),
        Measured.Companion("share", unit: .share, values: parts.share),
      ],
      missingReason: "they never had to do with it",
      defaults: arguments.now.map { ["now is \($0.dayText)"] } ?? [],
      remarks: ReactionWeights.remarks(undated: parts.undated)
    )
    measured.partsMissing = "the mean is that of the other parts"
    return measured
  }
}
