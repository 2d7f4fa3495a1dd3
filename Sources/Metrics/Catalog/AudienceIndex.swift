package import Graph
package import Values

/// How much a group is over- or under-represented in somebody's audience.
package struct AudienceIndex: Metric {
  package let card = MetricCard(
    name: "audience index",
    summary: "how much the group is over-represented in this audience, 100 = average",
    formula: "index(v) = 100 * (|audience and group| / |audience|) / (|group| / (n-1)), v left out",
    meaning: """
      120 and above is called over-represented, 80 and below under-represented. It swings widely \
      for small audiences: p is the chance of an overlap at least so large if the audience were \
      drawn blindly.
      """,
    unit: .index,
    source: "affinity index of media planning; p: Fisher's one-sided hypergeometric test, 1922",
    requires: [.with],
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("p", "chance of at least so large an overlap by blind drawing"),
      MetricCard.Companion("lift", "index / 100"),
      MetricCard.Companion("shared", "how many of the audience belong to the group"),
      MetricCard.Companion("audience", "how many people the audience has"),
    ],
    laws: [.liesIn(0...1e11), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "both who follow v are in yoga, as are 2 of the other 4 people: (2/2) / (2/4)",
        graph: "a>v b>v c d a~yoga b~yoga",
        topic: "yoga",
        expect: ["v": 200, "c": .nan]
      )
    ],
    triedWords: [
      "index", "affinity", "affinity index", "over-index", "lift", "over-representation",
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
    let scan = try AudienceScan(
      relation,
      group: MetricArguments.Group(members: group.members),
      watchedBy: monitor
    )
    let others = graph.presentCount - 1
    let columns = try scan.ranges.columns(
      5,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      let sums = scan.sums(range)
      let sizes = scan.groupSizes(range)
      let lifts = zip(sums, sizes).map { sum, size in
        sum.audience > 0 && size > 0
          ? Double(sum.members) * Double(others) / (Double(sum.audience) * Double(size)) : .nan
      }
      let chances = zip(sums, sizes).map { sum, size in
        sum.audience > 0 && size > 0
          ? Hypergeometric(population: others, marked: size, draws: sum.audience)
            .atLeast(sum.members) : .nan
      }
      return [
        lifts.map { 100 * $0 },
        chances,
        lifts,
        sums.map { Double($0.members) },
        sums.map { Double($0.audience) },
      ]
    }
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("p", unit: .score, values: columns[1]),
        Measured.Companion("lift", unit: .ratio, values: columns[2], isShown: false),
        Measured.Companion("shared", unit: .count(of: "people"), values: columns[3]),
        Measured.Companion("audience", unit: .count(of: "people"), values: columns[4]),
      ],
      missingReason: "no audience, or nobody else is in the group",
      defaults: arguments.defaultRelation(of: card),
      basis: "audience"
    )
  }
}
