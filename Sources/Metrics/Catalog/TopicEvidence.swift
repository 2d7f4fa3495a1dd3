package import Graph
package import Values

/// What speaks for a topic label, and how much of it comes from those who care.
package struct TopicEvidence: Metric {
  package let card = MetricCard(
    name: "topic evidence",
    summary: "what part of the reactions on a topic comes from those who care for it",
    formula: "confidence(v) = reactions on t by those interested / all reactions on t",
    meaning: """
      Whether a label fits: posts about a topic to which only outsiders react, as a jest about a \
      royal wedding, do not make an expert. The parts beside it are the evidence. It ranks by low, \
      the lower end of its 95 % interval.
      """,
    unit: .share,
    source: "house; after the wrong topics of Klout, 2011",
    requires: [.in],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("reactions", "reactions by others on posts about it"),
      MetricCard.Companion("insider reactions", "those by people interested in it"),
      MetricCard.Companion("outsider reactions", "those by others"),
      MetricCard.Companion("posts", "posts about it"),
      MetricCard.Companion("vouchers", "people who vouched on it"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of three reactions two come from a, who cares",
        graph: "a~yoga b^yoga a@share@b:p0 a@like@b:p0 c@like@b:p0",
        topic: "yoga",
        expect: ["a": .nan, "b": 0.6667]
      )
    ],
    triedWords: ["label confidence", "topic confidence", "evidence"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    let evidence = try TopicEndorsements(
      on: topic,
      in: graph,
      with: arguments,
      watchedBy: monitor
    )
    let reactions = zip(evidence.insiderReactions, evidence.outsiderReactions).map { $0 + $1 }
    let unit = Unit.count(of: "reactions")
    return Measured(
      share: zip(evidence.insiderReactions, reactions).map { $0 / $1 },
      of: reactions,
      basis: Measured.Companion("reactions", unit: unit, values: reactions),
      with: [
        Measured.Companion("insider reactions", unit: unit, values: evidence.insiderReactions),
        Measured.Companion("outsider reactions", unit: unit, values: evidence.outsiderReactions),
        Measured.Companion("posts", unit: .count(of: "posts"), values: evidence.posts),
        Measured.Companion("vouchers", unit: .count(of: "people"), values: evidence.vouchers),
      ],
      missingReason: "no reactions on it",
      defaults: ["interest >= \(arguments.interestThreshold)"]
    )
  }
}
