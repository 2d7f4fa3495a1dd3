package import Graph
package import Values

/// How often somebody answered others.
package struct RepliesMade: Metric {
  package let card = MetricCard(
    name: "replies made",
    summary: "how often this person replied to others",
    formula: "replies made(v) = |{x : kind(x) = reply, source(x) = v}|",
    meaning: """
      How much somebody answers. It does not say how many people were answered, nor how many were \
      left waiting. To a set, only replies to its people count.
      """,
    unit: .count(of: "replies"),
    source: "classic; the sending side of replies received",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a answers b twice, b answers a once",
        graph: "a@reply@b b@reply@a a@reply@b c",
        expect: ["a": 2, "b": 1, "c": 0]
      )
    ],
    triedWords: ["replies sent", "answers given", "responses made", "comments made"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "reply", in: graph)
    return Measured(values: try events.made(to: arguments.to, watchedBy: monitor))
  }
}
