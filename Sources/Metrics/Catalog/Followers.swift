package import Graph
package import Values

/// How many people follow somebody.
package struct Followers: Metric {
  package let card = MetricCard(
    name: "followers",
    summary: "how many people follow this person",
    formula: "followers(v) = |{u : u follows v}|",
    meaning: """
      The size of the potential audience. It says nothing of whether the followers care about a \
      topic, trust the person, or act.
      """,
    unit: .count(of: "people"),
    source: "classic; in-degree influence in Cha et al. 2010",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample("two follow b", graph: "a>b c>b b>c", expect: ["a": 0, "b": 2, "c": 1])
    ],
    triedWords: ["fans", "subscribers", "popularity", "follower count", "audience size"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    Measured(
      values: try graph.degrees(of: arguments.relation, orElse: card.relation),
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

extension Followers: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    return Explanation(counting: relation.backward[person])
  }
}
