package import Graph
package import Values

/// How many pairs of contacts know each other.
package struct TriangleCount: Metric {
  package let card = MetricCard(
    name: "triangles",
    summary: "how many pairs of this person's contacts are contacts of each other",
    formula: "triangles(v) = |{pairs u, w of contacts of v : u and w are contacts}|",
    meaning: """
      Contacts are followers and followed alike, each once. `clustering coefficient` is the same \
      beside what is possible.
      """,
    unit: .count(of: "triangles"),
    source: "Schank, Wagner, 2005",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e18), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a square with one diagonal",
        graph: "a>b b>c c>d d>a a>c",
        expect: ["a": 2, "b": 1, "c": 2, "d": 1]
      )
    ],
    triedWords: ["triangle count", "triads", "closed triads"]
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
    let together = triangles.counts.reduce(0, +) / 3
    return Measured(
      values: triangles.counts.map(Double.init),
      defaults: arguments.defaultRelation(of: card),
      remarks: ["\(Tally.text(together, "triangles")) in all"]
    )
  }
}
