package import Graph
package import Values

/// What somebody earns a day in Empire Avenue's play money.
package struct Earnings: Metric {
  package let card = MetricCard(
    name: "earnings",
    summary: "play money a day for posts and for the reactions to them",
    formula: "earnings(v) = mean over 7 days of cap * (1 - exp(-(5 posts + 10 reactions) / cap))",
    meaning: """
      Each further post or reaction of a day earns less, and a day never earns the whole cap, so \
      that flooding does not pay. One network is known here, where the game mixed several.
      """,
    unit: .amount(of: "eaves"),
    source: "Empire Avenue 2010-2013: diminishing returns, a cap of 250 a day, 7 days' smoothing",
    claim: .reconstruction,
    parameters: AvenueEarnings.parameters,
    laws: [.liesIn(0...1e6), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b posts and is shared: 250 * (1 - exp(-15 / 250))",
        graph: "b^ a@share@b:p0",
        expect: ["a": 0, "b": 14.5589]
      )
    ],
    triedWords: ["eaves earned", "daily earnings"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let earnings = try AvenueEarnings(on: graph, with: arguments, watchedBy: monitor)
    return Measured(values: earnings.daily, defaults: earnings.defaults)
  }
}
