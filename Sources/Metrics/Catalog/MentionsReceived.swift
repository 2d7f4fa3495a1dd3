package import Graph
package import Values

/// How often others named somebody.
package struct MentionsReceived: Metric {
  package let card = MetricCard(
    name: "mentions received",
    summary: "how often others mentioned this person",
    formula: "mentions received(v) = |{x : kind(x) = mention, target(x) = v}|",
    meaning: """
      Name value: being talked about, kindly or not. Replies are counted apart, as replies \
      received.
      """,
    unit: .count(of: "mentions"),
    source:
      "mention influence in Cha, Haddadi, Benevenuto, Gummadi, ICWSM 2010 (there with replies)",
    accepts: [.from],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is mentioned by a and by c, a by b",
        graph: "a@mention@b c@mention@b b@mention@a a@reply@c",
        expect: ["a": 1, "b": 2, "c": 0]
      )
    ],
    triedWords: ["mentions", "name drops", "tags", "buzz", "mention influence"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let events = try EventCounts(of: "mention", in: graph)
    return Measured(values: try events.received(from: arguments.from, watchedBy: monitor))
  }
}

extension MentionsReceived: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let events = try EventCounts(of: "mention", in: graph)
    return Explanation(counting: events.sources(of: person, from: arguments.from))
  }
}
