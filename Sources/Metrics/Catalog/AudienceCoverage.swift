package import Graph
package import Values

/// What part of a group somebody reaches as followers.
package struct AudienceCoverage: Metric {
  package let card = MetricCard(
    name: "audience coverage",
    summary: "what part of the group follows this person",
    formula:
      "coverage(v) = sum of w(u) over u in audience(v) and group / |group without v|; w = 1",
    meaning: """
      How much of the group this person reaches; audience overlap says how much of the audience is \
      the group. The two are the recall and the precision of an influencer. Weighted by trust it \
      is the part of the group that is reached and believes, a weight above 1 counting as 1; \
      weighted by a measure, the part of what the group has of it. It ranks by low, the lower \
      end of its 95 % interval, which rests on what is known.
      """,
    unit: .share,
    source: "classic recall; reach of a target group in media planning",
    requires: [.with],
    accepts: [.weightedBy, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("shared", "how many of the group follow this person"),
      MetricCard.Companion("group", "how many people the group has, this person left out"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "v reaches two of three; a, interested as well, is left out of the group: 0 of 2",
        graph: "a>v b>v c a~yoga b~yoga c~yoga",
        topic: "yoga",
        expect: ["v": 0.6667, "a": 0]
      )
    ],
    triedWords: ["coverage", "recall", "penetration", "share of target", "reach into"]
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
    let weight = arguments.weight?.atMostOne
    let missing = arguments.missingWeight ?? 0
    let scan = try AudienceScan(
      relation,
      group: group.heads,
      weight: weight,
      watchedBy: monitor
    )
    let inferred = try arguments.inferredScan(relation, group: group.heads, watchedBy: monitor)
    let whole = GroupWeight(of: group.members, by: weight, missing: missing)
    let known = GroupWeight(of: group.members, by: weight, missing: 0)
    let (columns, tallies) = try scan.ranges.columnsAndParts(
      5,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      let sums = scan.sums(range)
      let filled = sums.filled(by: inferred?.sums(range))
      var tally = OverlapTally()
      let shares = zip(range, zip(sums, filled)).map { person, both in
        let (sum, filled) = both
        tally.add(Overlap(weighted: sum, whole: filled, missing: missing))
        return whole.share(filled.reached(weight, missing: missing), without: person)
      }
      let intervals = zip(range, sums).map { person, sum in
        WilsonInterval(
          share: known.share(sum.reached(weight, missing: 0), without: person),
          of: known.size(without: person)
        )
      }
      let shared = sums.map { Double($0.members) }
      let sizes = scan.groupSizes(range).map(Double.init)
      return ([shares, intervals.map(\.low), intervals.map(\.high), shared, sizes], tally)
    }
    let few = group.members.count
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("low", unit: .share, values: columns[1]),
        Measured.Companion("high", unit: .share, values: columns[2], isShown: false),
        Measured.Companion("shared", unit: .count(of: "people"), values: columns[3]),
        Measured.Companion("group", unit: .count(of: "people"), values: columns[4]),
      ],
      missingReason: "nobody else is in the group",
      defaults: arguments.defaultRelation(of: card) + arguments.missingDefaults,
      remarks: tallies.reduce(OverlapTally(), +)
        .remarks(ties: arguments.tieNoun, weight: weight, missing: arguments.missingWeight)
        + arguments.cappedRemarks
        + (few < 10 ? ["small n: the group has \(few) people"] : [])
    )
  }
}

extension AudienceSums {
  /// What of a group is reached: its heads, or what they weigh.
  fileprivate func reached(_ weight: MetricArguments.Weight?, missing: Double) -> Double {
    guard weight != nil else { return Double(members) }
    return memberWeight + missing * Double(members - knownMembers)
  }
}

/// What a group weighs, with or without one of its people.
private struct GroupWeight: Sendable {
  private let weights: [Double]
  private let sum: Double
  private let squares: Double

  /// By heads, whom a tie may weigh in full, or by a measure of each.
  init(of members: PersonSet, by weight: MetricArguments.Weight?, missing: Double) {
    weights = (0..<members.universe).map { person in
      guard members.contains(PersonID(person)) else { return 0 }
      if case .people(let weights, _)? = weight {
        return weights[person].isNaN ? missing : max(0, weights[person])
      }
      return 1
    }
    sum = weights.reduce(0, +)
    squares = weights.reduce(0) { $0 + $1 * $1 }
  }

  /// What part of the weight of all but one so much is; NaN where they have none.
  func share(_ reached: Double, without person: Int) -> Double {
    let rest = sum - weights[person]
    return rest > 1e-12 ? min(1, reached / rest) : .nan
  }

  /// Kish's effective size of all but one.
  func size(without person: Int) -> Double {
    let rest = squares - weights[person] * weights[person]
    return rest > 1e-12 ? (sum - weights[person]) * (sum - weights[person]) / rest : .nan
  }
}
