package import Graph
package import Values

/// How often somebody named others.
package struct MentionsMade: Metric {
  package let card = MetricCard(
    name: "mentions made",
    summary: "how often this person mentioned others",
    formula: "mentions made(v) = |{x : kind(x) = mention, source(x) = v}|",
    meaning: """
      How much somebody speaks of others, kindly or not. To a set, only mentions of its people \
      count.
      """,
    unit: .count(of: "mentions"),
    source: "classic; the sending side of mention influence in Cha et al. 2010",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b mentions a and c, a mentions b",
        graph: "a@mention@b b@mention@a b@mention@c a@reply@c",
        expect: ["a": 1, "b": 2, "c": 0]
      )
    ],
    triedWords: ["mentions sent", "mentions given", "mentioning"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "mention", in: graph)
    return Measured(values: try events.made(to: arguments.to, watchedBy: monitor))
  }
}
