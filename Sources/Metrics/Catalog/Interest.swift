package import Graph
package import Values

/// How much somebody cares for a topic.
package struct Interest: Metric {
  package let card = MetricCard(
    name: "interest",
    summary: "how much this person cares for a topic, 0 to 1",
    formula: "interest in #t(v) = max of i(v, s) for s = t or below t, missing where none is known",
    meaning: """
      As stated in the data, or counted from what a person touched, relative to the keenest. As a \
      weight it lets those who care more count more. A topic takes in those below it: who cares \
      for running cares as much for sport, if running is a part of it. That somebody never spoke \
      of a topic is no proof that they do not care.
      """,
    unit: .score,
    source: "house",
    requires: [.in],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a cares much, b a little, c not as far as is known",
        graph: "a>c b>c a~yoga:0.9 b~yoga:0.2",
        topic: "yoga",
        expect: ["a": 0.9, "b": 0.2, "c": .nan]
      ),
      MetricExample(
        "running is a part of sport: a cares for it alone, b more for sport",
        graph: "a~running:0.9 b~running:0.1 b~sport:0.2 c running<sport",
        topic: "sport",
        expect: ["a": 0.9, "b": 0.2, "c": .nan]
      ),
    ],
    triedWords: ["affinity", "passion", "topic interest", "relevance"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    return Measured(
      values: graph.interest(in: topic, orElse: .nan),
      missingReason: "no interest is known"
    )
  }
}
