package import Graph
package import Values

/// How many answer what somebody asks, for each follower.
package struct AskRate: Metric {
  package let card = MetricCard(
    name: "ask rate",
    summary: "people who answered questions of this person, for each follower",
    formula: "ask(v) = |{u : u replied to a post of v of the kind question}| / |followers(v)|",
    meaning: """
      Whether people come when called. Only posts that the data mark as questions are asked; \
      without any there is nothing to measure. Others than followers may answer, so it can \
      exceed 1.
      """,
    unit: .ratio,
    source: "house: our reading of asking, praising and helping in place of one score",
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("helpers", "how many people answered"),
      MetricCard.Companion("questions", "how many questions it rests on"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "no post is marked as a question",
        graph: "a>v v^ a@reply@v:p0",
        expect: ["v": .nan]
      )
    ],
    triedWords: ["ask", "questions answered by others", "calls for help"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let followers = try graph.relation(arguments.relation, orElse: card.relation).backward
    let isReply = try ReactionWeights(["reply": 1], in: graph)
    let question = graph.posts.kinds.number(of: "question")
    var asker = [PersonID](repeating: nobody, count: graph.postNameCount)
    var asked = [Double](repeating: 0, count: graph.personCount)
    for post in graph.posts.posts where question != nil && post.kind == question {
      asker[Int(post.id)] = post.author
      asked[Int(post.author)] += 1
    }
    var helpers = DistinctPairs(people: graph.personCount)
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard event.post != nobody, isReply[event.kind] != nil else { continue }
      let person = asker[Int(event.post)]
      if person != nobody, person != event.source { helpers.insert(event.source, for: person) }
    }
    return Measured(
      values: asked.indices.map { person in
        let audience = Double(followers.degree(of: UInt32(person)))
        return asked[person] > 0 && audience > 0 ? helpers.counts[person] / audience : .nan
      },
      companions: [
        Measured.Companion("helpers", unit: .count(of: "people"), values: helpers.counts),
        Measured.Companion("questions", unit: .count(of: "posts"), values: asked),
      ],
      missingReason: "no post is marked as a question, or nobody follows",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
