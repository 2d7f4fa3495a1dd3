package import Graph
package import Values

/// How kind others are to somebody, where files say so.
package struct SentimentReceived: Metric {
  package let card = MetricCard(
    name: "sentiment received",
    summary: "mean kindness of what others said to this person, -1 to 1",
    formula: "sentiment received(v) = mean of s(x) over what others did to v, where it is known",
    meaning: """
      What files say of each interaction; no text is read here. What nobody scored does not enter, \
      and scored says how much did. Net sentiment weighs kind against unkind, whatever their \
      strength.
      """,
    unit: .plain,
    source: "classic in brand monitoring; Radian6, 2006-2013",
    accepts: [.from, .in],
    companions: [
      MetricCard.Companion("net", "(kind - unkind) / (kind + unkind)"),
      MetricCard.Companion("scored", "how many interactions have a sentiment"),
      MetricCard.Companion("unscored", "how many have none"),
    ],
    laws: [.liesIn(-1...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b hears something kind and something unkind",
        graph: "a@reply@b=0.8 a@mention@b=-0.2 a@like@b",
        expect: ["a": .nan, "b": 0.3]
      )
    ],
    triedWords: ["net sentiment", "mood received", "brand sentiment"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let speakers = arguments.from
    return try SentimentTally(in: view, watchedBy: monitor) { event in
      speakers?.contains(event.source) == false ? nil : event.target
    }.measured
  }
}
