package import Graph
package import Values

/// How many of somebody's followers hear of a topic from them first.
package struct EffectiveReaders: Metric {
  package let card = MetricCard(
    name: "effective readers",
    summary: "followers who first hear of the topic through a post of this person",
    formula: "ER(v) = mean over posts p of v about it of followers shown no post about it before p",
    meaning: """
      Attention is limited and the first takes it: who repeats what all have read has no readers \
      left, whatever the audience. A follower counts as shown every post, by whomever they follow, \
      in the order of time; of posts of one moment none comes first, nor of those without a date.
      """,
    unit: .amount(of: "people"),
    source: "Lee, Kwak, Park, Moon, Finding influentials by the temporal order of adoption, 2010",
    claim: .model,
    requires: [.in],
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("first readers", "the same, all posts together"),
      MetricCard.Companion("posts", "how many posts about the topic it rests on"),
      MetricCard.Companion("followers", "how many there are to be readers"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "v reaches both followers and then nobody new; w, later, one of two",
        graph: "a>v b>v b>w c>w v^yoga/1 v^yoga/2 w^yoga/3",
        topic: "yoga",
        expect: ["v": 1, "w": 1, "a": .nan]
      )
    ],
    triedWords: ["first exposures", "attention-limited reach", "effective reach", "new readers"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let topic = arguments.topic else { throw .missing(.in) }
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let audiences = try graph.relation(arguments.relation, orElse: card.relation).backward
    var isReached = [Bool](repeating: false, count: graph.personCount)
    var readers = [Double](repeating: 0, count: graph.personCount)
    var posts = readers
    var watch = StopWatch(monitor)
    // Who is reached at one moment is new to all posts of that moment.
    var moment: Instant?
    var fresh: [PersonID] = []
    for post in graph.posts.posts where graph.isAbout(post, topic) {
      if post.time != moment {
        for reader in fresh { isReached[Int(reader)] = true }
        fresh = []
        moment = post.time
      }
      let audience = audiences[post.author]
      try watch.worked(audience.count + 1)
      posts[Int(post.author)] += 1
      for reader in audience where !isReached[Int(reader)] {
        readers[Int(post.author)] += 1
        fresh.append(reader)
      }
    }
    return Measured(
      values: zip(readers, posts).map { $0 / $1 },
      companions: [
        Measured.Companion("first readers", unit: .count(of: "people"), values: readers),
        Measured.Companion("posts", unit: .count(of: "posts"), values: posts),
        Measured.Companion("followers", unit: .count(of: "people"), values: audiences.degrees),
      ],
      missingReason: "no posts about the topic",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
