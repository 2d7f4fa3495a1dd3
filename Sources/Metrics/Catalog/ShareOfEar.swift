package import Graph
package import Values

/// What part of what some people hear comes from somebody.
package struct ShareOfEar: Metric {
  package let card = MetricCard(
    name: "share of ear",
    summary: "what part of the posts shown to these people is by this person",
    formula: "ear(v) = mean over u of posts(v) [u follows v] / posts of all whom u follows",
    meaning: """
      A thousand followers who follow thousands hardly hear anybody. All posts are taken to be \
      shown to all who follow. To a set, the ears are those of its people; over everybody that \
      is heard it sums to 1.
      """,
    unit: .share,
    source:
      "after Edison Research, Share of Ear, 2014, of listening time; the feed version is ours",
    claim: .model,
    accepts: [.to, .over],
    relation: "follows",
    parameters: [MetricCard.Parameter.window(days: 30, assumed: true)],
    companions: [
      MetricCard.Companion("listeners", "how many of them are shown any"),
      MetricCard.Companion("posts", "how many posts there were to show"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a hears v for two thirds and w for one, c hears w alone",
        graph: "a>v a>w c>w v^ v^ w^",
        expect: ["v": 0.3333, "w": 0.6667, "a": 0]
      )
    ],
    triedWords: ["attention share", "share of attention", "share of feed"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let days = try arguments.value(of: card.parameters[0])
    let window = EventWindow(of: graph, days: days, with: arguments)
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let posts = try PostTally(in: window.graph, watchedBy: monitor).written
    let ears = arguments.to ?? graph.everybody
    let hearing = ears.people.filter { ear in
      relation.forward[ear].contains { posts[Int($0)] > 0 }
    }
    var sums = [Double](repeating: 0, count: graph.personCount)
    var listeners = sums
    for ear in hearing {
      let feed = relation.forward[ear].reduce(0) { $0 + posts[Int($1)] }
      for voice in relation.forward[ear] where posts[Int(voice)] > 0 {
        sums[Int(voice)] += posts[Int(voice)] / feed
        listeners[Int(voice)] += 1
      }
    }
    return Measured(
      values: sums.map { hearing.isEmpty ? .nan : min(1, $0 / Double(hearing.count)) },
      companions: [
        Measured.Companion("listeners", unit: .count(of: "people"), values: listeners),
        Measured.Companion("posts", unit: .count(of: "posts"), values: posts),
      ],
      missingReason: "nobody of them hears anything",
      defaults: arguments.defaultRelation(of: card) + window.defaults
    )
  }
}
