package import Graph
package import Values

/// What a share in somebody pays its holder a day, after Empire Avenue.
package struct Dividend: Metric {
  package let card = MetricCard(
    name: "dividend",
    summary: "play money a share in this person pays its holder a day",
    formula: "dividend(v) = 0.01 * N(v)/50 * earnings(v), N = 100 * F(followers)",
    meaning: """
      A network score of 50 pays twice what one of 25 does for the same earnings, as players found; \
      the scale and the network score are ours. F is the share of people who have fewer, and half \
      of those who have as many. What pays is activity and reactions, whoever holds \
      the share.
      """,
    unit: .amount(of: "eaves"),
    source: "Empire Avenue, eavjournal.com, haroldgardner.wordpress.com, 2013; forms unpublished",
    claim: .reconstruction,
    accepts: [.over],
    relation: "follows",
    parameters: AvenueEarnings.parameters + [
      MetricCard.Parameter(
        "payout",
        default: 0.01,
        in: 0...1,
        assumed: true,
        "what part of a day's earnings one share pays at a network score of 50"
      )
    ],
    companions: [
      MetricCard.Companion("earnings", "what the person earns a day"),
      MetricCard.Companion("network score", "0 to 100: the standing by followers"),
    ],
    laws: [.liesIn(0...1e6), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b has a network score of 75: 0.01 * 75/50 * 14.5589",
        graph: "a>b b^ a@share@b:p0",
        expect: ["a": 0, "b": 0.2184]
      )
    ],
    triedWords: ["dividends", "payout per share"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let rows = try graph.relation(arguments.relation, orElse: card.relation).backward
    let payout = try arguments.value(of: card.parameters[card.parameters.count - 1])
    let earnings = try AvenueEarnings(on: graph, with: arguments, watchedBy: monitor)
    let sizes = rows.degrees
    let network = sizes.standings(among: graph.everybody.people).map { 100 * $0 }
    return Measured(
      values: zip(network, earnings.daily).map { payout * $0 / 50 * $1 },
      companions: [
        Measured.Companion("earnings", unit: .amount(of: "eaves"), values: earnings.daily),
        Measured.Companion("network score", unit: .points, values: network),
      ],
      defaults: arguments.defaultRelation(of: card) + earnings.defaults
    )
  }
}
