package import Graph
package import Values

/// How often others clicked through what somebody wrote.
package struct ClicksDriven: Metric {
  package let card = MetricCard(
    name: "clicks driven",
    bareName: "clicks",
    summary: "how often others clicked through posts of this person",
    formula:
      "clicks driven(v) = |{clicks y : author(post(y)) = v or through(y) = v, person(y) != v}|",
    meaning: """
      Whether a word makes people act at all. A click is no purchase: a post that many click \
      may send all of them away again, which bounce rate tells. To a set, only clicks for its \
      brands count.
      """,
    unit: .count(of: "clicks"),
    source: "classic; counts of web analytics",
    accepts: [.to],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two click on a post of v; nobody drives what names no post",
        graph: "v^ a$click$b:p0 c$click$b:p0 a$click$b v$click$b:p0",
        expect: ["v": 2, "b": 0]
      )
    ],
    triedWords: ["link clicks", "clicks on posts", "traffic"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let actions = try ActionCounts(of: ["click"], in: graph)
    return Measured(values: try actions.driven(to: arguments.to, watchedBy: monitor))
  }
}
