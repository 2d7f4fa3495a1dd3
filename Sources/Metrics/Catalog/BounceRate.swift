package import Graph
package import Values

/// What part of those who clicked through somebody went away at once.
package struct BounceRate: Metric {
  package let card = MetricCard(
    name: "bounce rate",
    summary: "what part of the clicks on posts of this person led no further",
    formula: "bounce rate(v) = |{y driven by v : y bounced}| / |clicks driven(v)|",
    meaning: """
      Bounces as the data log them, through the same post and for the same brand; of a brand \
      for which none are logged, a click bounced if its person did nothing more within the \
      session. Clicks of one person go together, so the interval draws people anew. A crowd \
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
        "how long something more may take, for a brand without logged bounces"
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
    let session = try arguments.value(of: card.parameters[0])
    let isClick = try graph.actions.meaning(["click"])
    let bounce = graph.actions.kinds.number(of: "bounce")
    let drivers = ActionDrivers(in: graph)
    let logging = Set(graph.actions.actions.filter { $0.kind == bounce }.map(\.brand))
    var clicks = [Double](repeating: 0, count: graph.personCount)
    var clusters = EventClusters(people: graph.personCount)
    for (number, action) in graph.actions.actions.enumerated() where action.isFor(arguments.to) {
      try monitor.pause(at: number)
      let driver = drivers[action]
      guard driver != nobody else { continue }
      if isClick[Int(action.kind)] {
        clicks[Int(driver)] += 1
        clusters.add(0, of: 1, by: action.person, for: driver)
      } else if action.kind == bounce {
        clusters.add(1, of: 0, by: action.person, for: driver)
      }
    }
    try BouncedClicks(within: session, in: graph, watchedBy: monitor).each(to: arguments.to) {
      driver,
      click in
      if !logging.contains(click.brand) { clusters.add(1, of: 0, by: click.person, for: driver) }
    }
    return try clusters.measured(
      of: Measured.Companion("clicks", unit: .count(of: "clicks"), values: clicks),
      missingReason: "nobody clicked",
      watchedBy: monitor
    )
  }
}
