package import Graph
package import Values

/// How often others answered somebody.
package struct RepliesReceived: Metric {
  package let card = MetricCard(
    name: "replies received",
    summary: "how often others replied to this person",
    formula: "replies received(v) = |{x : kind(x) = reply, target(x) = v}|",
    meaning: """
      Conversation that somebody set off or takes part in. A few long exchanges may make most of \
      it; it does not say with how many people.
      """,
    unit: .count(of: "replies"),
    source: "classic; with mentions in Cha, Haddadi, Benevenuto, Gummadi, ICWSM 2010",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a and b answer each other, a twice",
        graph: "a@reply@b b@reply@a a@reply@b c",
        expect: ["a": 1, "b": 2, "c": 0]
      )
    ],
    triedWords: ["replies", "answers", "comments", "responses received"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "reply", in: graph)
    return Measured(values: try events.received(from: arguments.from, watchedBy: monitor))
  }
}

extension RepliesReceived: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let events = try EventCounts(of: "reply", in: graph)
    return Explanation(counting: events.sources(of: person, from: arguments.from))
  }
}
