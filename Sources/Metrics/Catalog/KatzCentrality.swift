package import Graph
package import Values

/// How many chains of follows end at somebody, long ones counted less.
package struct KatzCentrality: Metric {
  package let card = MetricCard(
    name: "katz centrality",
    summary: "chains of follows that end at this person, long ones counted less",
    formula: "x(v) = 1 + a * sum over u->v of x(u)",
    meaning: """
      1 for the person, `attenuation` for each follower, its square for each follower of those, and \
      so on. Chains outgrow it where the attenuation is not below 1 / greatest eigenvalue of the \
      ties: that is refused. When nobody says, it is 0.1, or 0.85 / that eigenvalue where that is \
      less; the answer says which.
      """,
    unit: .plain,
    source: "Katz, A new status index derived from sociometric analysis, 1953",
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "attenuation",
        default: 0.1,
        in: 0...1,
        "what each further step of a chain is worth, relative to the one before"
      )
    ],
    laws: [.liesIn(1...1e300), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "one follower, and one behind that: 1 + 0.1 (1 + 0.1)",
        graph: "a>b b>c",
        expect: ["a": 1, "b": 1.1, "c": 1.11]
      )
    ],
    triedWords: [
      "katz", "katz index", "eigenvector centrality", "alpha centrality", "status index",
    ]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let iteration = PowerIteration(relation, threads: arguments.threads, watchedBy: monitor)
    let said = try arguments.value(of: card.parameters[0])
    let limit = 1 / (try iteration.growth())
    var attenuation = said
    if arguments.parameters["attenuation"] == nil { attenuation = min(said, 0.85 * limit) }
    guard attenuation < limit,
      let outcome = try iteration.chains(attenuation: attenuation, most: 1_000)
    else {
      throw .diverges(parameter: "attenuation", value: attenuation, limit: limit)
    }
    var measured = outcome.measured(as: card, with: arguments, isDefined: true)
    if arguments.parameters["attenuation"] == nil {
      measured.defaults.append("attenuation \((attenuation * 1e4).rounded() / 1e4)")
    }
    return measured
  }
}

extension PowerIteration.Outcome {
  /// The scores as a metric's answer; missing where there were no ties to make any.
  package func measured(
    as card: MetricCard,
    with arguments: MetricArguments,
    isDefined: Bool
  ) -> Measured {
    var remarks: [String] = []
    if change > PowerIteration.tolerance {
      remarks.append("\(card.name) stopped after \(rounds) rounds, still changing by \(change)")
    }
    return Measured(
      values: isDefined ? scores : Array(repeating: .nan, count: scores.count),
      missingReason: "there are no ties",
      defaults: arguments.defaultRelation(of: card),
      remarks: remarks
    )
  }
}

extension KatzCentrality: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let value = measured.values[Int(person)]
    guard !value.isNaN else { return Explanation([]) }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let followers = relation.backward[person]
    let chains = followers.reduce(0) { $0 + measured.values[Int($1)] }
    // The attenuation the values were made with, whoever chose it.
    let attenuation = chains > 0 ? (value - 1) / chains : 0
    let parts = followers.map { follower in
      Explanation.Part(from: follower, attenuation * measured.values[Int(follower)])
    }
    return Explanation(parts + [Explanation.Part("the person", 1)])
  }
}
