package import Graph
package import Values

/// How much somebody's audience and a group are the same people.
package struct AudienceSimilarity: Metric {
  package let card = MetricCard(
    name: "audience similarity",
    summary: "how much this audience and the group are the same people, 0 to 1",
    formula:
      "J(v) = sum of min(w, q) / sum of max(w, q) but v; w: in the audience, q: in the group",
    meaning: """
      Jaccard's, which is 1 only for the same people: size counts on both sides, where \
      audience overlap knows one. Weighted it is Ruzicka's, of the profile of trust and the \
      profile of interest. The overlap coefficient is 1 for any audience inside the group, \
      however small. With the followers of somebody it finds similar audiences.
      """,
    unit: .score,
    source: "Jaccard 1901; Ruzicka 1958; Dice 1945; Salton 1983; Szymkiewicz, Simpson 1960",
    requires: [.with],
    accepts: [.weightedBy, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("dice", "2 shared / (audience + group); half the sizes for the union"),
      MetricCard.Companion("cosine", "the angle of both: shared / sqrt(audience x group)"),
      MetricCard.Companion("overlap coefficient", "shared / the smaller of both"),
      MetricCard.Companion(
        "shared",
        "how many of the audience belong to the group, or their weight"
      ),
      MetricCard.Companion("audience", "how many people the audience has"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a and b follow v, b and c are in yoga: one of three",
        graph: "a>v b>v c b~yoga c~yoga",
        topic: "yoga",
        expect: ["v": 0.3333, "a": 0]
      )
    ],
    triedWords: [
      "jaccard", "cosine", "similar audience", "lookalike", "ruzicka", "dice", "audience like",
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
    let group = try arguments.requiredGroup(in: graph)
    let pull = ProfilePull(relation, group: group, with: arguments)
    let columns = try ParallelRanges(balancing: relation.backward).columns(
      6,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in pull.columns(range) }
    let isWeighted = arguments.weight != nil
    let shared = isWeighted ? Unit.amount(of: "weight") : .count(of: "people")
    let graded = isWeighted && group.interest != nil
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("dice", unit: .score, values: columns[1], isShown: false),
        Measured.Companion("cosine", unit: .score, values: columns[2]),
        Measured.Companion("overlap coefficient", unit: .score, values: columns[3]),
        Measured.Companion("shared", unit: shared, values: columns[4]),
        Measured.Companion("audience", unit: .count(of: "people"), values: columns[5]),
      ],
      missingReason: "no audience, and nobody else in the group",
      defaults: (graded ? ["graded by interest"] : []) + arguments.defaultRelation(of: card)
        + arguments.missingDefaults,
      remarks: try arguments.weightRemarks(over: relation, in: graph, watchedBy: monitor),
      basis: "audience"
    )
  }
}
