package import Graph
package import Values

/// One number for the ability to drive a response, after Klout.
package struct KloutScore: Metric {
  package let card = MetricCard(
    name: "klout score",
    summary: "1 to 100: who reacts, how much, and how influential they are",
    formula:
      "S(v) = 1 + 99 * (a F(ln(1 + reach)) + b F(amplification) + c F(network)), a + b + c = 1",
    meaning: """
      F is the share of people who have less, and half of those who have as much, so the score is \
      a place among these people and moves when others do. It rests on network influence and that on \
      it: both begin at the middle and go half a step a round, at most 50. Places flatten: a hundred who react stand little above a dozen, and a ring \
      who react to each other hold each other up, so that it can lead. It measures responses, not \
      purchases. Who has no posts, or no reactions, stands where the least does.
      """,
    unit: .points,
    source: "Klout 2010-2012: a scale of 1 to 100, three parts, 90 days; weights never published",
    claim: .reconstruction,
    parameters: KloutModel.parameters,
    companions: [
      MetricCard.Companion("true reach", "how many people reacted"),
      MetricCard.Companion("amplification", "how much one post makes people react"),
      MetricCard.Companion("network influence", "mean score of those who reacted"),
    ],
    laws: [.liesIn(1...100), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b has everything there is to have: parts of 3/4, 1/2 and 1/2; a of 1/4, 1/2 and 1/2",
        graph: "b^ a@share@b:p0",
        expect: ["a": 42.25, "b": 58.75]
      )
    ],
    triedWords: ["klout", "influence", "influence score", "social score", "clout"]
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
    var amplification = Measured.Companion(
      "amplification",
      unit: .plain,
      values: model.amplification
    )
    amplification.missingReason = "no posts in the window"
    var network = Measured.Companion("network influence", unit: .points, values: outcome.network)
    network.missingReason = "nobody reacted in the window"
    var measured = Measured(
      values: outcome.score,
      companions: [
        Measured.Companion("true reach", unit: .count(of: "people"), values: model.reach),
        amplification, network,
      ],
      missingReason: "no posts, or no reactions, in the window",
      defaults: model.defaults,
      remarks: outcome.remarks
    )
    measured.partsMissing = "that part stands where the least does"
    return measured
  }
}

extension KloutScore: Explaining {
  /// What each of the three parts brings beyond 1: its standing, by what it weighs.
  ///
  /// Where the rounds end before the score settles, what is left to the next step is a part.
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    guard !measured.values[Int(person)].isNaN else { return Explanation([]) }
    let weights = try KloutModel.parameters.suffix(3).map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let total = weights.reduce(0, +)
    let parts = zip(measured.companions, weights).map { companion, weight in
      let standing = companion.values.standings(filledAmong: graph.everybody)[Int(person)]
      let value = companion.values[Int(person)]
      return Explanation.Part(
        companion.name,
        total > 0 ? 99 * weight * standing / total : 0,
        value.isNaN ? "none: with the least" : "stands at \(percentage(standing))"
      )
    }
    let all = parts + [Explanation.Part("where the scale begins", 1)]
    let rest = measured.values[Int(person)] - all.reduce(0) { $0 + $1.amount }
    guard rest.magnitude > 1e-9 else { return Explanation(all) }
    return Explanation(all + [Explanation.Part("not settled", rest, "half a step is left")])
  }

  private func percentage(_ share: Double) -> String { "\((share * 1_000).rounded() / 10) %" }
}
