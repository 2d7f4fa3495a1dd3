package import Graph
package import Values

/// How many of those who could see posts clicked on them.
package struct ClickThroughRate: Metric {
  package let card = MetricCard(
    name: "click-through rate",
    summary: "clicks on posts of this person for each time one could be seen",
    formula:
      "ctr(v) = clicks driven(v) / impressions(v); unless logged, each post for each follower",
    meaning: """
      Impressions that nobody logged are potential ones, every post before every follower, and \
      overstate what was seen; who clicks sees. Where any are logged, who has none logged has \
      no rate. Clicks of one person go together, so the \
      interval draws people anew and not clicks. It ranks by low.
      """,
    unit: .share,
    source: "web-analytics practice; Efron 1979; Poisson weights: Hanley, MacGibbon 2006",
    accepts: [.to],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("clicks", "how many clicks"),
      MetricCard.Companion("impressions", "how often a post was seen, or could be"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two posts before two followers are four potential views, one of them clicked",
        graph: "a>v c>v v^ v^ a$click$b:p0",
        expect: ["v": 0.25, "a": .nan]
      )
    ],
    triedWords: ["ctr", "click rate", "clicks per impression"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    try ClickClusters(in: graph, with: arguments, watchedBy: monitor).measured(watchedBy: monitor)
  }
}
