package import Graph
package import Values

/// How kind somebody is to some people, where files say so.
package struct Sentiment: Metric {
  package let card = MetricCard(
    name: "sentiment",
    summary: "mean kindness of what this person said to somebody, -1 to 1",
    formula: "sentiment to @h(v) = mean of s(x) over what v did to h whose sentiment is known",
    meaning: """
      What files say of each interaction; no text is read here. What nobody scored does not enter, \
      and scored says how much did. Net sentiment weighs kind against unkind, whatever their \
      strength.
      """,
    unit: .plain,
    source: "classic in brand monitoring; Radian6, 2006-2013",
    requires: [.to],
    companions: [
      MetricCard.Companion("net", "(kind - unkind) / (kind + unkind)"),
      MetricCard.Companion("scored", "how many interactions have a sentiment"),
      MetricCard.Companion("unscored", "how many have none"),
    ],
    laws: [.liesIn(-1...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a is kind to b once and unkind once",
        graph: "a@reply@b=0.8 a@mention@b=-0.2 a@like@b",
        expect: ["a": 0.3, "b": .nan]
      )
    ],
    triedWords: ["mood", "tone", "feeling"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let listeners = arguments.to else { throw .missing(.to) }
    return try SentimentTally(in: graph, watchedBy: monitor) { event in
      listeners.contains(event.target) ? event.source : nil
    }.measured
  }
}
