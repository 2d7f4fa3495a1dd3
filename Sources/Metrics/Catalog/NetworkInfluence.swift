package import Graph
package import Values

/// How influential those are who react to somebody, after Klout.
package struct NetworkInfluence: Metric {
  package let card = MetricCard(
    name: "network influence",
    summary: "mean klout score of those who reacted, the more responsive counting more",
    formula: "N(v) = sum of r(u, v) S(u) / sum of r(u, v) over who reacted, S = klout score",
    meaning: """
      Whose attention it is. It rests on klout scores and klout scores on it, so both are run by \
      half a step a round until they settle, at most 50 rounds. Klout called it network impact later; how it recursed is unpublished.
      """,
    unit: .points,
    source: "Klout scores 101, klout.wordpress.com, 2010; the recursion is unpublished",
    claim: .reconstruction,
    parameters: KloutModel.parameters,
    laws: [.liesIn(1...100), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is heard by a, to whom nobody reacts",
        graph: "b^ a@share@b:p0",
        expect: ["a": .nan, "b": 42.25]
      )
    ],
    triedWords: ["network impact", "network value"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try KloutModel(on: graph, with: arguments, watchedBy: monitor)
    let outcome = try model.settled(watchedBy: monitor)
    return Measured(
      values: outcome.network,
      missingReason: "nobody reacted in the window",
      defaults: model.defaults,
      remarks: outcome.remarks
    )
  }
}
