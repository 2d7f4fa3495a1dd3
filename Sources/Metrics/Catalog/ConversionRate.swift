package import Graph
package import Values

/// What part of those who clicked through somebody bought.
package struct ConversionRate: Metric {
  package let card = MetricCard(
    name: "conversion rate",
    summary: "what part of those who clicked on posts of this person then bought",
    formula:
      "rate(v) = |{u : u bought within the lookback of a click on v}| / |{u : u clicked on v}|",
    meaning: """
      Of people each counts once, however often they clicked; of clicks each does, and those of \
      one person go together, so the interval draws people anew. A purchase counts for all who \
      were clicked before it, and proves no cause. It ranks by low.
      """,
    unit: .share,
    source: "web-analytics practice",
    accepts: [.to],
    parameters: [
      MetricCard.Parameter(
        "counting",
        among: [
          MetricCard.Parameter.Option("people", "each who clicked once"),
          MetricCard.Parameter.Option("clicks", "each click"),
        ],
        "what is counted"
      ),
      Attribution.parameters[1],
    ],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("clicked", "how many people, or clicks, it rests on"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a, who clicked twice, buys, c does not",
        graph: "v^/0 a$click$b:p0/1 a$click$b:p0/2 c$click$b:p0/2 a$purchase$b=9/3",
        expect: ["v": 0.5, "a": .nan]
      )
    ],
    triedWords: ["click-to-customer rate", "conversion", "close rate"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let isByEvent = try arguments.option(of: card.parameters[0]) == "clicks"
    let tally = try ConversionTally(
      within: try arguments.value(of: card.parameters[1]),
      byEvent: isByEvent,
      in: graph,
      to: arguments.to,
      watchedBy: monitor
    )
    guard !isByEvent else {
      return try tally.clusters.measured(
        of: Measured.Companion("clicked", unit: .count(of: "clicks"), values: tally.clicked),
        missingReason: "nobody clicked",
        watchedBy: monitor
      )
    }
    return Measured(
      share: zip(tally.converted, tally.clicked).map { $0 / $1 },
      of: tally.clicked,
      basis: Measured.Companion("clicked", unit: .count(of: "people"), values: tally.clicked),
      missingReason: "nobody clicked"
    )
  }
}
