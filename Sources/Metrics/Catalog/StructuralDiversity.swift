package import Graph
package import Values

/// How many separate circles somebody's audience is made of.
package struct StructuralDiversity: Metric {
  package let card = MetricCard(
    name: "structural diversity",
    summary: "how many separate circles this person's followers fall into",
    formula: "circles(v) = components of the contacts among the followers of v",
    meaning: """
      Two followers are in one circle when one follows the other, or a chain of followers joins \
      them. Who hears of a thing from several circles acts sooner than who hears of it from one \
      large one. Without followers it is 0. Dear for everybody in a large network.
      """,
    unit: .count(of: "circles"),
    source: "Ugander, Backstrom, Marlow, Kleinberg, PNAS 2012",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b and c are one circle, d another",
        graph: "b>a c>a d>a b>c",
        expect: ["a": 2, "b": 0, "c": 1, "d": 0]
      )
    ],
    triedWords: ["audience circles", "circles", "social circles", "circles in the audience"]
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
    let circles = try AudienceCircles(
      of: (arguments.wanted ?? graph.everybody).people,
      over: relation.backward,
      in: contacts,
      reporting: card.name,
      threads: arguments.threads,
      watchedBy: monitor
    )
    return Measured(
      values: circles.counts,
      missingReason: "not asked for",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
