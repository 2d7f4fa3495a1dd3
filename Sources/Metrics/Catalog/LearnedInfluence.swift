package import Graph
package import Values

/// A score whose weights are learned from an outcome, after the paper on Klout of 2015.
package struct LearnedInfluence: Metric {
  package let card = MetricCard(
    name: "learned influence",
    summary: "1 to 100: what people get done to them, weighed as an outcome teaches",
    formula: "S(v) = 1 + 99 * sum of w(f) F(f(v)) / sum of w, w >= 0 the best fit to F(M)",
    meaning: """
      Features f are, for each kind of reaction, how many there are, from how many people, for each \
      post and for each follower, and the followers. F is the share of people who have less, and \
      half of those who have as much. The weights make the sum of the features come nearest to the \
      places by M, by least squares, and none is negative: more of anything never lowers a score, \
      and a score is the sum of its parts. Klout learned from judgements of pairs of people; here \
      any measure teaches. What is shown is learned and judged on the same people, and where M is \
      itself a reaction, it learns what it was told.
      """,
    unit: .points,
    source: "Rao, Spasojevic, Li, DSouza, Klout score, 2015; the learned weights are unpublished",
    claim: .reconstruction,
    requires: [.measure],
    parameters: [.window(days: 90)],
    laws: [.liesIn(1...100.000_001), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b alone is shared and buys: shares, in which b stands at 5/6 and others at 1/3, have it all",
        graph: "b^ c^ a@share@b:p0 b$purchase$c",
        expect: ["a": 34, "b": 83.5, "c": 34]
      )
    ],
    triedWords: ["learned score", "learned weights", "trained score", "klout 2015"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let model = try LearnedWeights(on: graph, with: arguments, watchedBy: monitor)
    return Measured(
      values: model.scores,
      missingReason: "nothing people get goes with what teaches",
      defaults: model.defaults,
      remarks: model.remarks
    )
  }
}

extension LearnedInfluence: Explaining {
  /// What each feature brings beyond 1: where the person stands in it, by what it weighs.
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    guard !measured.values[Int(person)].isNaN else { return Explanation([]) }
    let model = try LearnedWeights(on: graph, with: arguments, watchedBy: .unwatched)
    let parts = model.features.indices.filter { model.weights[$0] > 0 }.map { index in
      let standing = model.features[index].standings[Int(person)]
      return Explanation.Part(
        model.features[index].name,
        99 * model.weights[index] * standing,
        "weighs \(model.weights[index].percentage), stands at \(standing.percentage)"
      )
    }
    return Explanation(parts + [Explanation.Part("where the scale begins", 1)])
  }
}
