package import Graph
package import Values

/// What part of somebody's contacts know each other.
package struct ClusteringCoefficient: Metric {
  package let card = MetricCard(
    name: "clustering coefficient",
    summary: "what part of the pairs of this person's contacts know each other",
    formula: "c(v) = triangles(v) / (k (k-1) / 2), k = contacts of v",
    meaning: """
      1 where all one knows know each other, 0 for a star. It falls as contacts grow, so compare \
      people of like size. Fewer than two contacts have no pair: missing.
      """,
    unit: .share,
    source: "Watts, Strogatz, Nature 1998",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two of a's three pairs know each other",
        graph: "a>b b>c c>d d>a a>c e>a",
        expect: ["a": 0.3333, "b": 1, "c": 0.6667, "d": 1, "e": .nan]
      )
    ],
    triedWords: ["clustering", "local clustering", "transitivity", "cliquishness"]
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
    let triangles = try Triangles(
      of: contacts,
      reporting: card.name,
      threads: arguments.threads,
      watchedBy: monitor
    )
    let values = triangles.counts.enumerated().map { person, count in
      let degree = Double(contacts.degree(of: PersonID(person)))
      return degree < 2 ? .nan : Double(count) / (degree * (degree - 1) / 2)
    }
    return Measured(
      values: values,
      missingReason: "fewer than two contacts",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
