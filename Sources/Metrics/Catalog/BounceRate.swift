package import Graph
package import Values

/// What part of those who clicked through somebody went away at once.
package struct BounceRate: Metric {
  package let card = MetricCard(
    name: "bounce rate",
    summary: "what part of the clicks on posts of this person led no further",
    formula: "bounce rate(v) = |{y driven by v : y bounced}| / |clicks driven(v)|",
    meaning: """
      Bounces as the data log them, through the same post and for the same brand; where none \
      are logged, a click bounced if its person did nothing more within the session. A crowd \
      that leaves at once came for the speaker and not for the thing.
      """,
    unit: .share,
    source: "web-analytics practice",
    accepts: [.to],
    parameters: [
      MetricCard.Parameter(
        "session",
        defaultDays: 30 / 1_440,
        in: 0.000_1...365,
        "how long something more may take, where no bounces are logged"
      )
    ],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("clicks", "how many clicks"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "one of two who clicked went away at once",
        graph: "v^ a$click$b:p0 a$bounce$b:p0 c$click$b:p0",
        expect: ["v": 0.5, "a": .nan]
      )
    ],
    triedWords: ["bounces", "bounced", "exit rate"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let days = try arguments.value(of: card.parameters[0])
    let clicks = try ActionCounts(of: ["click"], in: graph)
    let driven = try clicks.driven(to: arguments.to, watchedBy: monitor)
    let bounced: [Double]
    if graph.actions.kinds.number(of: "bounce") != nil {
      bounced = try ActionCounts(of: ["bounce"], in: graph)
        .driven(to: arguments.to, watchedBy: monitor)
    } else {
      bounced = try BouncedClicks(within: days, in: graph, watchedBy: monitor)
        .driven(to: arguments.to)
    }
    return Measured(
      share: zip(bounced, driven).map { $1 > 0 ? min(1, $0 / $1) : .nan },
      of: driven,
      basis: Measured.Companion("clicks", unit: .count(of: "clicks"), values: driven),
      missingReason: "nobody clicked"
    )
  }
}
