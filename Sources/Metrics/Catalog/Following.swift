package import Graph
package import Values

/// How many people somebody follows.
package struct Following: Metric {
  package let card = MetricCard(
    name: "following",
    summary: "how many people this person follows",
    formula: "following(v) = |{u : v follows u}|",
    meaning: """
      How much somebody listens. A large number divides their attention: each of those they follow \
      gets less of it.
      """,
    unit: .count(of: "people"),
    source: "classic; out-degree of the follow graph",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample("c follows two", graph: "c>a c>b a>b", expect: ["a": 1, "b": 0, "c": 2])
    ],
    triedWords: ["followees", "friends", "followings", "out-degree", "follows made"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let rows = try graph.relation(arguments.relation, orElse: card.relation).forward
    return Measured(
      values: rows.degrees,
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

extension Following: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    return Explanation(counting: relation.forward[person])
  }
}
