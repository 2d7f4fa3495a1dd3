package import Graph
package import Values

/// How many people react to somebody, after Klout.
package struct TrueReach: Metric {
  package let card = MetricCard(
    name: "true reach",
    summary: "how many people reacted to this person in the last 90 days",
    formula:
      "true reach(v) = |{u : u reacted to v, r >= least response}|, r = min(1, reactions / seen)",
    meaning: """
      Not who could hear, but who answered, shared, liked or mentioned. Klout left out inactive \
      and spam accounts by rules it did not publish; here whoever reacts is active. Who follows \
      has seen every post, who does not, those they reacted to. `without bots` \
      leaves out what is known to be one.
      """,
    unit: .count(of: "people"),
    source: "Klout scores 101, klout.wordpress.com, 2010; the exact rule is unpublished",
    claim: .reconstruction,
    parameters: [KloutModel.window, KloutModel.leastResponse],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two react to b, one of them twice",
        graph: "b^ a@share@b:p0 a@like@b:p0 c@mention@b",
        expect: ["a": 0, "b": 2, "c": 0]
      )
    ],
    triedWords: ["klout reach", "engaged people", "engaged audience"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try KloutModel(on: graph, with: arguments, watchedBy: monitor)
    return Measured(values: model.reach, defaults: model.defaults)
  }
}
