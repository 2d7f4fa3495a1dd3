package import Graph
package import Values

/// How often others liked what somebody did.
package struct LikesReceived: Metric {
  package let card = MetricCard(
    name: "likes received",
    summary: "how often others liked what this person wrote",
    formula: "likes received(v) = |{x : kind(x) = like, target(x) = v}|",
    meaning: """
      The cheapest sign of approval: it costs one touch, and many likes come from few people. From \
      a set, only what its people did counts.
      """,
    unit: .count(of: "likes"),
    source: "classic; engagement counts",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is liked by a and by c; a share is no like",
        graph: "a@like@b c@like@b a@share@c",
        expect: ["a": 0, "b": 2, "c": 0]
      )
    ],
    triedWords: ["likes", "favourites", "favorites", "hearts", "thumbs up"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "like", in: graph)
    return Measured(values: try events.received(from: arguments.from, watchedBy: monitor))
  }
}

extension LikesReceived: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let events = try EventCounts(of: "like", in: graph)
    return Explanation(counting: events.sources(of: person, from: arguments.from))
  }
}
