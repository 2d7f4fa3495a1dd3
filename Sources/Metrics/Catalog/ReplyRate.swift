package import Graph
package import Values

/// How often others answer what somebody writes, for each hundred posts.
package struct ReplyRate: Metric {
  package let card = MetricCard(
    name: "reply rate",
    summary: "replies received for each 100 posts of this person",
    formula: "reply rate(v) = 100 * |{x : kind(x) = reply, on a post of v}| / |posts(v)|",
    meaning: """
      It can exceed 100, since one post may be answered often; answered says what part of the posts \
      was answered at all. Without posts there is no rate, and it is not endless either. Few posts make \
      it jump.
      """,
    unit: .amount(of: "replies per 100 posts"),
    source: "Twtrland 2011-2015, a profile's page; its users' figures per 100 tweets",
    accepts: [.in],
    companions: [
      MetricCard.Companion("answered", "what part of the posts was answered at all"),
      MetricCard.Companion("posts", "how many posts it rests on"),
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two posts, one of them answered three times",
        graph: "b^ b^ a@reply@b:p0 a@reply@b:p0 c@reply@b:p0",
        expect: ["a": .nan, "b": 150]
      )
    ],
    triedWords: ["replies per post", "replies per 100 posts"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    try PostRates(of: "reply", on: graph, with: arguments, watchedBy: monitor)
      .measured(named: "answered")
  }
}
