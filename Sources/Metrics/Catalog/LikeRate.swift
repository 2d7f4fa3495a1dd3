package import Graph
package import Values

/// How often others like what somebody writes, for each hundred posts.
package struct LikeRate: Metric {
  package let card = MetricCard(
    name: "like rate",
    summary: "likes received for each 100 posts of this person",
    formula: "like rate(v) = 100 * |{x : kind(x) = like, on a post of v}| / |posts(v)|",
    meaning: """
      It can exceed 100, since one post may be liked often; liked says what part of the posts \
      was liked at all. Without posts there is no rate, and it is not endless either. Few posts make \
      it jump.
      """,
    unit: .amount(of: "likes per 100 posts"),
    source: "Twtrland 2011-2015, a profile's page; its users' figures per 100 tweets",
    accepts: [.in],
    companions: [
      MetricCard.Companion("liked", "what part of the posts was liked at all"),
      MetricCard.Companion("posts", "how many posts it rests on"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two posts, one of them liked three times",
        graph: "b^ b^ a@like@b:p0 a@like@b:p0 c@like@b:p0",
        expect: ["a": .nan, "b": 150]
      )
    ],
    triedWords: ["likes per post", "likes per 100 posts"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    try PostRates(of: "like", on: graph, with: arguments, watchedBy: monitor)
      .measured(named: "liked")
  }
}
