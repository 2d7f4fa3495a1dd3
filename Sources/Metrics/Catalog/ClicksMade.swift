package import Graph
package import Values

/// How often somebody clicked.
package struct ClicksMade: Metric {
  package let card = MetricCard(
    name: "clicks made",
    summary: "how often this person clicked",
    formula:
      "clicks made(v) = |{y : kind(y) = click, person(y) = v}|; to brands, also brand(y) is one",
    meaning: """
      What this person did when they saw a link. It costs little, and most clicks lead \
      nowhere.
      """,
    unit: .count(of: "clicks"),
    source: "classic; counts of web analytics and of tills",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a clicked twice, c once",
        graph: "a$click$b c$click$b a$click$c a$visit$b",
        expect: ["a": 2, "b": 0, "c": 1]
      )
    ],
    triedWords: ["clicking"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["click"], in: graph)
    return Measured(values: try actions.made(to: arguments.to, watchedBy: monitor))
  }
}
