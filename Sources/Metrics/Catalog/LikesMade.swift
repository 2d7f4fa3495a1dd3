package import Graph
package import Values

/// How often somebody liked what others did.
package struct LikesMade: Metric {
  package let card = MetricCard(
    name: "likes made",
    summary: "how often this person liked what others wrote",
    formula: "likes made(v) = |{x : kind(x) = like, source(x) = v}|",
    meaning: """
      The lightest way to take part: many likes and nothing else is a listener. To a set, only \
      likes of what its people wrote count.
      """,
    unit: .count(of: "likes"),
    source: "classic; the sending side of likes received",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a likes b and c, c likes b",
        graph: "a@like@b a@like@c c@like@b a@share@c",
        expect: ["a": 2, "b": 0, "c": 1]
      )
    ],
    triedWords: ["likes given", "likes sent", "favourites made", "favorites made"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "like", in: graph)
    return Measured(values: try events.made(to: arguments.to, watchedBy: monitor))
  }
}
