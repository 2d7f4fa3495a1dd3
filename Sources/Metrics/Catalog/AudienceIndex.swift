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
      drawn blindly, and q the same where it was picked from everybody. Weighted it compares the \
      weight that sits with the group.
      """,
    unit: .index,
    source: "affinity index of media planning; p: Fisher 1922; q: Benjamini, Hochberg 1995",
    requires: [.with],
    accepts: [.weightedBy, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("p", "chance of at least so large an overlap by blind drawing"),
      MetricCard.Companion("q", "p adjusted for looking at everybody: false discoveries"),
      MetricCard.Companion("lift", "index / 100"),
      MetricCard.Companion("shared", "how many of the audience belong to the group"),
      MetricCard.Companion("audience", "how many people the audience has"),
      MetricCard.Companion("effective audience", "(sum of w) squared / sum of w squared"),
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
    let weight = arguments.weight
    let missing = weight?.isTrust == true ? arguments.missingTrust ?? 0 : 0
    let scan = try AudienceScan(
      relation,
      group: group.heads,
      weight: weight,
      watchedBy: monitor
    )
    let inferred = try arguments.inferredScan(relation, group: group.heads, watchedBy: monitor)
    let others = graph.presentCount - 1
    let columns = try scan.ranges.columns(
      6,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      let sums = scan.sums(range)
      let sizes = scan.groupSizes(range)
      let filled = sums.filled(by: inferred?.sums(range))
      let shares = filled.map { weight == nil ? $0.plainShare : $0.weightedShare(missing: missing) }
      let lifts = zip(shares, sizes).map { share, size in
        size > 0 ? share * Double(others) / Double(size) : .nan
      }
      let chances = zip(sums, sizes).map { sum, size in
        weight == nil && sum.audience > 0 && size > 0
          ? Hypergeometric(population: others, marked: size, draws: sum.audience)
            .atLeast(sum.members) : .nan
      }
      return [
        lifts.map { 100 * $0 },
        chances,
        lifts,
        sums.map { Double($0.members) },
        sums.map { Double($0.audience) },
        sums.map(\.effectiveSize),
      ]
    }
    return Measured(
      values: columns[0],
      companions: companions(columns, isWeighted: weight != nil),
      missingReason: "no audience, or nobody else is in the group",
      defaults: arguments.defaultRelation(of: card) + arguments.missingDefaults,
      basis: weight == nil ? "audience" : "effective audience"
    )
  }

  /// Names the columns but the first; chances are those of heads, and of no weights.
  private func companions(_ columns: [[Double]], isWeighted: Bool) -> [Measured.Companion] {
    let chances = [
      Measured.Companion("p", unit: .score, values: columns[1]),
      Measured.Companion(
        "q",
        unit: .score,
        values: isWeighted ? [] : columns[1].adjustedForSearch,
        isShown: false
      ),
    ]
    let people = Unit.count(of: "people")
    let sizes = [
      Measured.Companion("lift", unit: .ratio, values: columns[2], isShown: false),
      Measured.Companion("shared", unit: people, values: columns[3]),
      Measured.Companion("audience", unit: people, values: columns[4]),
    ]
    let effective = Measured.Companion(
      "effective audience",
      unit: .amount(of: "people"),
      values: columns[5]
    )
    return isWeighted ? sizes + [effective] : chances + sizes
  }
}

extension AudienceSums {
  /// What part of the audience belongs to the group; NaN without an audience.
  fileprivate var plainShare: Double {
    audience > 0 ? Double(members) / Double(audience) : .nan
  }

  /// What part of the weight sits with the group, where a missing one counts so much.
  fileprivate func weightedShare(missing: Double) -> Double {
    let all = weight + missing * Double(audience - known)
    return all > 0 ? (memberWeight + missing * Double(members - knownMembers)) / all : .nan
  }
}
