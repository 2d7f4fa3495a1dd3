package import Graph
package import Values

/// How many followers somebody has when each counts by their trust.
package struct TrustAdjustedFollowers: Metric {
  package let card = MetricCard(
    name: "trust-adjusted followers",
    summary: "followers, each counted by their trust in this person",
    formula: "sum of max(trust(u, v), 0) over u who follow v",
    meaning: """
      How many followers believe: a follower who trusts by 0.2 counts as a fifth. Missing trust \
      counts as nothing unless it is set or inferred, so where little is known the number is low: \
      read it beside trust known. Trust received is the mean, which ignores size.
      """,
    unit: .amount(of: "people"),
    source: "elementary; additive over followers",
    accepts: [.weightedBy, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("followers", "how many people follow"),
      MetricCard.Companion("trust known", "part of the followers whose trust is known"),
      MetricCard.Companion("weight known", "part of the followers whose weight is known"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "0.9 + 0.2, and nothing for distrust or for c, whose trust is not known",
        graph: "a>v:0.9 b>v:0.2 c>v d>v:-0.5",
        expect: ["v": 1.1, "a": 0]
      )
    ],
    triedWords: [
      "trusting followers", "believing followers", "trusted followers", "trust-adjusted reach",
      "real followers",
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
    var arguments = arguments
    if arguments.weight == nil {
      arguments.weight = .ties(try graph.relation(nil, orElse: "trust"), name: "trust")
    }
    let weight = arguments.weight
    let group = MetricArguments.Group(members: graph.everybody)
    let overlaps = OverlapScan(
      try AudienceScan(relation, group: group, weight: weight, watchedBy: monitor),
      filledBy: try arguments.inferredScan(relation, group: group, watchedBy: monitor),
      isWeighted: true,
      missing: arguments.missingWeight ?? 0
    )
    let (columns, tallies) = try ParallelRanges(balancing: relation.backward).columnsAndParts(
      3,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      var (columns, tally) = ([[Double]](repeating: [], count: 3), OverlapTally())
      overlaps.each(range) { overlap in
        columns[0].append(overlap.expected)
        columns[1].append(Double(overlap.sum.audience))
        columns[2].append(overlap.known)
        tally.add(overlap)
      }
      return (columns, tally)
    }
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("followers", unit: .count(of: "people"), values: columns[1]),
        Measured.Companion("\(weight?.noun ?? "weight") known", unit: .share, values: columns[2]),
      ],
      defaults: arguments.defaultRelation(of: card) + arguments.missingDefaults,
      remarks: tallies.reduce(OverlapTally(), +).remarks(
        ties: arguments.tieNoun,
        weight: weight,
        missing: arguments.missingWeight,
        bounded: false
      ) + ((weight?.greatest ?? 1) > 1 ? ["weights reach above 1: no number of people"] : [])
    )
  }
}
