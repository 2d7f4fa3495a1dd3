package import Graph
package import Values

/// How often others passed on what somebody wrote.
package struct SharesReceived: Metric {
  package let card = MetricCard(
    name: "shares received",
    summary: "how often others shared what this person wrote",
    formula: "shares received(v) = |{x : kind(x) = share, target(x) = v}|",
    meaning: """
      Pass-along value: content that was worth repeating. One sharer may count many times; \
      compare by rank, since a few people get most of it.
      """,
    unit: .count(of: "shares"),
    source: "retweet influence in Cha, Haddadi, Benevenuto, Gummadi, ICWSM 2010",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is shared twice by a and once by c; a mention is no share",
        graph: "a@share@b a@share@b c@share@b a@mention@c",
        expect: ["a": 0, "b": 3, "c": 0]
      )
    ],
    triedWords: ["retweets", "reposts", "reshares", "boosts", "shares", "retweet influence"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "share", in: graph)
    return Measured(values: try events.received(from: arguments.from, watchedBy: monitor))
  }
}

extension SharesReceived: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let events = try EventCounts(of: "share", in: graph)
    return Explanation(counting: events.sources(of: person, from: arguments.from))
  }
}
