package import Graph
package import Values

/// How many of the followers do something, and how many of the posts make them.
package struct SocialNetworkingPotential: Metric {
  package let card = MetricCard(
    name: "social networking potential",
    summary: "mean of people who react per follower, and of reactions per post",
    formula: "S(v) = ((sharers + mentioners) / followers + (shared + answered) / posts) / 2",
    meaning: """
      Two ratios, each of which a small account can win: how many different people share or mention \
      somebody for each follower, and how many of the posts are shared and are answered. Who does \
      both counts twice, and so does such a post, so each may be as much as 2 and, where others \
      than followers react, more.
      """,
    unit: .ratio,
    source: "Anger, Kittl, Measuring influence on Twitter, 2011",
    companions: [
      MetricCard.Companion("people part", "sharers and mentioners for each follower"),
      MetricCard.Companion("posts part", "posts shared and posts answered for each post"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "one of two followers shares one of two posts: (1/2 + 1/2) / 2",
        graph: "a>b c>b b^ b^ a@share@b:p0 c@mention@d",
        expect: ["a": .nan, "b": 0.5, "d": .nan]
      )
    ],
    triedWords: ["snp", "interactor ratio", "networking potential"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let followers = try graph.relation(nil, orElse: "follows").backward
    let tally = try PostTally(in: graph, watchedBy: monitor)
    let (share, reply) = (0, 1)
    let reached = tally.sums { ($0.counts[share] > 0 ? 1 : 0) + ($0.counts[reply] > 0 ? 1 : 0) }
    var people = [Double](repeating: 0, count: graph.personCount)
    for kind in ["share", "mention"] {
      let givers = try Reactions(
        in: graph,
        weighing: try ReactionWeights([kind: 1], in: graph),
        watchedBy: monitor
      )
      for person in people.indices { people[person] += Double(givers[person].count) }
    }
    let byPeople = people.enumerated().map { person, count in
      let degree = followers.degree(of: PersonID(person))
      return degree > 0 ? count / Double(degree) : .nan
    }
    let byPosts = zip(reached, tally.written).map { $0 / $1 }
    return Measured(
      values: zip(byPeople, byPosts).map { ($0 + $1) / 2 },
      companions: [
        Measured.Companion("people part", unit: .ratio, values: byPeople),
        Measured.Companion("posts part", unit: .ratio, values: byPosts),
      ],
      missingReason: "no posts, or nobody follows"
    )
  }
}
