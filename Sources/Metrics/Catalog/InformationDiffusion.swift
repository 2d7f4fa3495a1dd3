package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whether somebody takes a topic up before their followers or after them.
package struct InformationDiffusion: Metric {
  package let card = MetricCard(
    name: "information diffusion",
    summary: "followers who took the topic up after this person, against before",
    formula: "D(v) = ln(1 + followers who first posted after v) - ln(1 + those who did before)",
    meaning: """
      Above 0 they come after, below 0 this person came late. Who came after need not have come \
      because. First posts about the topic count, and only those with a date. The network score \
      beside it compares followers with followed who are active on the topic, whenever.
      """,
    unit: .plain,
    source: "Pal, Counts, Identifying topical authorities in microblogs, 2011",
    requires: [.in],
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("after", "followers whose first post about it came later"),
      MetricCard.Companion("before", "followers whose first post about it came earlier"),
      MetricCard.Companion("network score", "ln(1 + active followers) - ln(1 + active followed)"),
    ],
    laws: [.liesIn(-40...40), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of v's followers b and c come later and a came before",
        graph: "a>v b>v c>v a^yoga/1 v^yoga/2 b^yoga/3 c^yoga/4 d^",
        topic: "yoga",
        expect: ["v": 0.4055, "a": 0, "d": .nan]
      )
    ],
    triedWords: ["early adopter", "topic leader", "network score", "first to post"]
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
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    var isActive = [Bool](repeating: false, count: graph.personCount)
    var first = [Instant?](repeating: nil, count: graph.personCount)
    // Posts come in the order of time.
    for (number, post) in graph.posts.posts.enumerated() where graph.isAbout(post, topic) {
      try monitor.pause(at: number)
      isActive[Int(post.author)] = true
      if first[Int(post.author)] == nil { first[Int(post.author)] = post.time }
    }
    let zeros = [Double](repeating: 0, count: graph.personCount)
    var (after, before, network) = (zeros, zeros, zeros)
    var watch = StopWatch(monitor)
    for person in graph.everybody.people {
      let (followers, followed) = (relation.backward[person], relation.forward[person])
      try watch.worked(followers.count + followed.count + 1)
      let active = [followers, followed].map { people in
        log(1 + Double(people.count { isActive[Int($0)] }))
      }
      network[Int(person)] = active[0] - active[1]
      guard let start = first[Int(person)] else { continue }
      for follower in followers {
        guard let time = first[Int(follower)], time != start else { continue }
        if time > start { after[Int(person)] += 1 } else { before[Int(person)] += 1 }
      }
    }
    let diffusion = first.indices.map { person in
      first[person] == nil ? .nan : log(1 + after[person]) - log(1 + before[person])
    }
    let people = Unit.count(of: "people")
    return Measured(
      values: diffusion,
      companions: [
        Measured.Companion("after", unit: people, values: after),
        Measured.Companion("before", unit: people, values: before),
        Measured.Companion("network score", unit: .plain, values: network),
      ],
      missingReason: "no dated post about the topic",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
