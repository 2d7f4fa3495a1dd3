package import Graph
package import Values

/// How much somebody's contacts are tied up with each other.
package struct Constraint: Metric {
  package let card = MetricCard(
    name: "constraint",
    summary: "how much this person's contacts know each other instead of others",
    formula:
      "c(v) = sum over contacts j of (p(v,j) + sum over q of p(v,q) p(q,j))^2, p = 1 / contacts",
    meaning: """
      Low is a broker: many contacts who do not know each other. High is a closed circle, and also \
      whoever has few contacts at all. Contacts are followers and followed alike, each once. \
      Nobody's contact has none: missing. Dear for everybody in a large network.
      """,
    unit: .plain,
    source: "Burt, Structural Holes, 1992",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1.1251), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a joins b and c, who do not know each other: 1/4 + 1/4",
        graph: "a>b a>c",
        expect: ["a": 0.5, "b": 1, "c": 1]
      )
    ],
    triedWords: ["structural holes", "broker", "brokers", "burt", "brokerage"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let contacts = try Rows(contactsIn: relation, threads: arguments.threads, watchedBy: monitor)
    let holes = try StructuralHoles(
      of: (arguments.wanted ?? graph.everybody).people,
      in: contacts,
      reporting: card.name,
      threads: arguments.threads,
      watchedBy: monitor
    )
    return Measured(
      values: holes.constraints,
      missingReason: "no contacts",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
