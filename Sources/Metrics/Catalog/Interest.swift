package import Graph
package import Values

/// How much somebody cares for a topic.
package struct Interest: Metric {
  package let card = MetricCard(
    name: "interest",
    summary: "how much this person cares for a topic, 0 to 1",
    formula: "interest in #t(v) = i(v, t), missing where none is known",
    meaning: """
      As stated in the data, or counted from what a person touched, relative to the keenest. As a \
      weight it lets those who care more count more. That somebody never spoke of a topic is no \
      proof that they do not care.
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
      )
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
    var values = [Double](repeating: .nan, count: graph.personCount)
    if topic < graph.topics.count {
      let all = graph.interests.all
      for position in all.forward.range(of: topic) {
        values[Int(all.forward.neighbours[position])] = all.forwardWeights?[position] ?? 1
      }
    }
    return Measured(values: values, missingReason: "no interest is known")
  }
}
