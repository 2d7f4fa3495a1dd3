package import Graph
package import Values

/// How long ago somebody and some people last had to do with each other.
package struct DaysSinceContact: Metric {
  package let card = MetricCard(
    name: "days since contact",
    summary: "days since this person and they last had to do with each other",
    formula: "days(v) = now - last time v did something towards those after to, or they towards v",
    meaning: """
      The card of a relationship, deliberately without a total: when either side last spoke, \
      how often and whether that grows, how kind it was, and what was never answered. Read it \
      across; sort by what matters. How strong a tie is, tie strength says, and who answers, \
      response rate.
      """,
    unit: .amount(of: "days"),
    source: "house",
    requires: [.to],
    parameters: [
      MetricCard.Parameter(
        "window",
        defaultDays: 30,
        in: 1...36_500,
        assumed: true,
        "how long the time is that is held against the same time before"
      )
    ],
    companions: [
      MetricCard.Companion("said", "days since this person did something towards them"),
      MetricCard.Companion("heard", "days since they did something towards this person"),
      MetricCard.Companion("acts", "how often in the window, either way"),
      MetricCard.Companion("acts before", "the same in as many days before"),
      MetricCard.Companion("mood", "mean sentiment of what was said in the window"),
      MetricCard.Companion("mood before", "the same in as many days before"),
      MetricCard.Companion("open", "mentions and replies of this person that they never answered"),
    ],
    laws: [.liesIn(0...1e7), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "towards everybody: a was liked on the last day, b did it, c spoke nine days ago",
        graph: "b@like@a/9 c@like@d/0",
        expect: ["a": 0, "b": 0, "c": 9]
      )
    ],
    triedWords: ["relationship", "relationship card", "last contact", "relationship health"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let others = arguments.to else { throw .missing(.to) }
    guard let now = arguments.now else {
      let nobody = [Double](repeating: .nan, count: graph.personCount)
      return Measured(values: nobody, missingReason: "nothing is dated")
    }
    let window = try arguments.value(of: card.parameters[0])
    let card = try ContactCard(
      with: others,
      in: graph,
      window: window,
      until: now,
      watchedBy: monitor
    )
    let since = { (times: [Instant?]) in times.map { $0.map { now.days(since: $0) } ?? .nan } }
    let (said, heard) = (since(card.said), since(card.heard))
    return Measured(
      values: zip(said, heard).map { $0.isNaN ? $1 : ($1.isNaN ? $0 : min($0, $1)) },
      companions: [
        Measured.Companion("said", unit: .amount(of: "days"), values: said),
        Measured.Companion("heard", unit: .amount(of: "days"), values: heard),
        Measured.Companion("acts", unit: .count(of: "interactions"), values: card.acts),
        Measured.Companion("acts before", unit: .count(of: "interactions"), values: card.before),
        Measured.Companion("mood", unit: .plain, values: card.mood),
        Measured.Companion("mood before", unit: .plain, values: card.moodBefore),
        Measured.Companion("open", unit: .count(of: "questions"), values: card.open),
      ],
      missingReason: "no dated contact",
      defaults: ["acts of \(window.shortText) days", "now is \(now.dayText)"]
    )
  }
}
