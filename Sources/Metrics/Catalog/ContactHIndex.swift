package import Graph
package import Values

/// How many contacts have at least as many contacts themselves.
package struct ContactHIndex: Metric {
  package let card = MetricCard(
    name: "contact h-index",
    summary: "greatest h such that h of the contacts have h contacts or more",
    formula: "h(v) = max h : |{u contact of v : contacts(u) >= h}| >= h",
    meaning: """
      Between counting contacts and the core number: contacts without contacts do not count. Asked \
      again of its own values it goes down to the core number. About people, not about posts.
      """,
    unit: .count(of: "contacts"),
    source: "Lü, Zhou, Zhang, Stanley, The H-index of a network node, 2016",
    accepts: [.over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a knows three, two of whom know two or more",
        graph: "a>b a>c a>d b>c",
        expect: ["a": 2, "b": 2, "c": 2, "d": 1]
      )
    ],
    triedWords: ["h-index", "node h-index", "lobby index", "hirsch index"]
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
    let values = try ParallelRanges(balancing: contacts).map(
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      range.map { person -> Double in
        let row = contacts[PersonID(person)]
        // How many contacts have so many contacts; more than there are count as all.
        var counts = [Int](repeating: 0, count: row.count + 1)
        for contact in row { counts[min(contacts.degree(of: contact), row.count)] += 1 }
        var index = row.count
        var enough = counts[index]
        while enough < index {
          index -= 1
          enough += counts[index]
        }
        return Double(index)
      }
    }.concatenated
    return Measured(values: values, defaults: arguments.defaultRelation(of: card))
  }
}
