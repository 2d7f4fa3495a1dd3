package import Graph
package import Values

/// What part of what an audience cares for is one topic.
package struct AudienceInterest: Metric {
  package let card = MetricCard(
    name: "audience interest",
    summary: "what part of all this audience cares for is the topic",
    formula: "z(v) = sum of i(u, t) / sum of i(u, s) over all topics s, u in audience(v)",
    meaning: """
      The interest profile of an audience, one topic of it: over all topics the parts sum to \
      1. The index compares with everybody else, 100 being average. Breadth is how many topics \
      the audience would care for alike: 1 for a crowd with one passion. It grades interest \
      and cuts nothing.
      """,
    unit: .share,
    source: "classic in media planning; breadth: exponential of Shannon 1948",
    requires: [.in],
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("index", "100 x this part / the same part of everybody else"),
      MetricCard.Companion("breadth", "how many topics alike would be as mixed"),
      MetricCard.Companion("interested", "how many of the audience have any known interest"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of 1.5 cared for in the audience of v 0.9 is yoga",
        graph: "a>v b>v a~yoga:0.9 b~pop:0.6",
        topic: "yoga",
        expect: ["v": 0.6, "a": .nan]
      )
    ],
    triedWords: ["interest profile", "audience interests", "interest concentration", "cares about"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let profiles = InterestProfiles(of: graph, topic: topic)
    let columns = try ParallelRanges(balancing: relation.backward).columns(
      4,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in profiles.columns(range, audiences: relation.backward) }
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("index", unit: .index, values: columns[1]),
        Measured.Companion("breadth", unit: .amount(of: "topics"), values: columns[2]),
        Measured.Companion("interested", unit: .count(of: "people"), values: columns[3]),
      ],
      missingReason: "no interest of the audience is known",
      defaults: arguments.defaultRelation(of: card),
      basis: "interested"
    )
  }
}
