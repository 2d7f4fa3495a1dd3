package import Graph
package import Values

/// How often others share what somebody writes, for each hundred posts.
package struct ShareRate: Metric {
  package let card = MetricCard(
    name: "share rate",
    summary: "shares received for each 100 posts of this person",
    formula: "share rate(v) = 100 * |{x : kind(x) = share, on a post of v}| / |posts(v)|",
    meaning: """
      It can exceed 100, since one post may be shared often; shared says what part of the posts \
      was shared at all. Without posts there is no rate, and it is not endless either. Few posts make \
      it jump.
      """,
    unit: .amount(of: "shares per 100 posts"),
    source: "Twtrland 2011-2015, a profile's page; its users' figures per 100 tweets",
    accepts: [.in],
    companions: [
      MetricCard.Companion("shared", "what part of the posts was shared at all"),
      MetricCard.Companion("posts", "how many posts it rests on"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two posts, one of them shared three times",
        graph: "b^ b^ a@share@b:p0 a@share@b:p0 c@share@b:p0",
        expect: ["a": .nan, "b": 150]
      )
    ],
    triedWords: ["shares per post", "retweet rate", "shares per 100 posts"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    try PostRates(of: "share", on: graph, with: arguments, watchedBy: monitor)
      .measured(named: "shared")
  }
}
