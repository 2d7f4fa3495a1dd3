package import Graph
package import Values

/// How many of somebody's contacts are not redundant.
package struct EffectiveSize: Metric {
  package let card = MetricCard(
    name: "effective size",
    summary: "contacts of this person, less the ties each has to the others on average",
    formula: "e(v) = k - 2 t / k, k = contacts of v, t = ties among them",
    meaning: """
      As many as there are contacts when none knows another, 1 when all do. Efficiency is the part \
      of the contacts that is. Contacts are followers and followed alike, each once. Without \
      contacts it is missing.
      """,
    unit: .amount(of: "contacts"),
    source: "Burt, 1992, as simplified by Borgatti, 1997",
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("efficiency", "effective size / contacts")
    ],
    laws: [.liesIn(1...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two of three contacts know each other: 3 - 2/3",
        graph: "a>b a>c a>d b>c",
        expect: ["a": 2.3333, "b": 1, "c": 1, "d": 1]
      )
    ],
    triedWords: ["non-redundant contacts", "redundancy", "network size"]
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
    let sizes = try sizes(in: contacts, with: arguments, watchedBy: monitor)
    return Measured(
      values: sizes,
      companions: [
        Measured.Companion(
          "efficiency",
          unit: .share,
          values: zip(sizes, contacts.degrees).map { $0 / $1 }
        )
      ],
      missingReason: "no contacts",
      defaults: arguments.defaultRelation(of: card)
    )
  }

  /// The sizes of those who are asked for, if few are; else each triangle is found once.
  private func sizes(
    in contacts: Rows,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    if let wanted = arguments.wanted, wanted.count < contacts.count / 16 {
      return try StructuralHoles(
        of: wanted.people,
        in: contacts,
        reporting: card.name,
        threads: arguments.threads,
        watchedBy: monitor
      ).effectiveSizes
    }
    let triangles = try Triangles(
      of: contacts,
      reporting: card.name,
      threads: arguments.threads,
      watchedBy: monitor
    )
    return zip(contacts.degrees, triangles.counts).map { $0 - 2 * Double($1) / $0 }
  }
}
