package import Graph
package import Values

/// How much a post makes people react, after Klout's three rules of 2012.
package struct Amplification: Metric {
  package let card = MetricCard(
    name: "amplification",
    summary: "how much one post makes people react, many and choosy ones most",
    formula:
      "A(v) = sum over u of log2(1 + sum of w(kind)/q(u, day)) / posts(v), q = given that day",
    meaning: """
      Three published rules in one: a reaction counts per post, for less where its giver reacted to \
      much else that day, and for less each time the same person gives it. The form is ours. \
      Amplification probability is the literal reading.
      """,
    unit: .plain,
    source: "Klout's rules of August 2012: ratio, selectivity, uniqueness; the form is unpublished",
    claim: .reconstruction,
    parameters: [KloutModel.window] + ReactionWeights.parameters,
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two shares by a and one by c, of two posts: (log2(3) + log2(2)) / 2",
        graph: "b^ b^ a@share@b:p0 a@share@b:p1 c@share@b:p0",
        expect: ["a": .nan, "b": 1.2925, "c": .nan]
      )
    ],
    triedWords: ["klout amplification", "engagement", "engagement rate"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try KloutModel(on: graph, with: arguments, watchedBy: monitor)
    return Measured(
      values: model.amplification,
      missingReason: "no posts in the window",
      defaults: model.defaults
    )
  }
}
