package import Graph
package import Values

/// How deep in the dense middle somebody sits.
package struct CoreNumber: Metric {
  package let card = MetricCard(
    name: "core number",
    summary: "the k of the innermost k-core this person survives in",
    formula: "core(v) = greatest k such that v has k contacts in a set where all have k",
    meaning: """
      Take away again and again who has fewer than k contacts, whichever way they follow: who is \
      left has core k or more. It is hard to inflate alone, since the contacts must be tied with \
      each other; many people share a value.
      """,
    unit: .count(of: "contacts"),
    source: "Seidman, 1983; Kitsak et al., Nature Physics 2010",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a triangle with a tail and somebody alone",
        graph: "a>b b>c c>a d>a e",
        expect: ["a": 2, "b": 2, "c": 2, "d": 1, "e": 0]
      )
    ],
    triedWords: ["k-core", "coreness", "k-shell", "core", "kcore"]
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
    let cores = try CoreNumbers(of: contacts, reporting: card.name, watchedBy: monitor).cores
    return Measured(values: cores.map(Double.init), defaults: arguments.defaultRelation(of: card))
  }
}
