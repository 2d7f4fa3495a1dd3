package import Graph
package import Values

/// What part of a group somebody reaches as followers.
package struct AudienceCoverage: Metric {
  package let card = MetricCard(
    name: "audience coverage",
    summary: "what part of the group follows this person",
    formula: "coverage(v) = |audience(v) and group| / |group without v|",
    meaning: """
      How much of the group this person reaches; audience overlap says how much of the audience is \
      the group. The two are the recall and the precision of an influencer. It ranks by low, the \
      lower end of its 95 % interval.
      """,
    unit: .share,
    source: "classic recall; reach of a target group in media planning",
    requires: [.with],
    accepts: [.over],
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
    let scan = try AudienceScan(
      relation,
      group: MetricArguments.Group(members: group.members),
      watchedBy: monitor
    )
    let everyMember = group.members.count
    let columns = try scan.ranges.columns(
      5,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      let shared = scan.sums(range).map { Double($0.members) }
      let sizes = scan.groupSizes(range).map(Double.init)
      let shares = zip(shared, sizes).map { $0 / $1 }
      let intervals = zip(shares, sizes).map { WilsonInterval(share: $0, of: $1) }
      return [shares, intervals.map(\.low), intervals.map(\.high), shared, sizes]
    }
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("low", unit: .share, values: columns[1]),
        Measured.Companion("high", unit: .share, values: columns[2], isShown: false),
        Measured.Companion("shared", unit: .count(of: "people"), values: columns[3]),
        Measured.Companion("group", unit: .count(of: "people"), values: columns[4]),
      ],
      missingReason: "nobody else is in the group",
      defaults: arguments.defaultRelation(of: card),
      remarks: everyMember < 10 ? ["small n: the group has \(everyMember) people"] : []
    )
  }
}
