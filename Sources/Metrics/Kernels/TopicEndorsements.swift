package import Graph
package import Values

/// What speaks for people on one topic: their posts, and what others did on them or said of them.
package struct TopicEndorsements: Sendable {
  /// Posts about the topic.
  package private(set) var posts: [Double]
  /// Reactions on posts about it by those interested in it.
  package private(set) var insiderReactions: [Double]
  /// Reactions on posts about it by others.
  package private(set) var outsiderReactions: [Double]
  /// How many different people vouched on it.
  package private(set) var vouchers: [Double]
  /// Who shared, mentioned or vouched for whom on it, once each, by whom it was done to.
  private var endorsements: [(target: PersonID, source: PersonID)] = []

  /// The evidence on a topic; who is interested at least so much is an insider.
  ///
  /// Throws `interactionsNotLoaded`, `cancelled`. Complexity: O(events + posts + vouches).
  package init(
    on topic: UInt32,
    in graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let view = graph.viewed(in: Scope(topic: topic), reading: [])
    let weights = try ReactionWeights(
      ["share": 1, "mention": 1, "reply": 0, "like": 0],
      in: graph
    )
    let insiders =
      topic < graph.topicCount
      ? graph.people(interestedIn: topic, atLeast: arguments.interestThreshold)
      : PersonSet(universe: graph.personCount)
    let zeros = [Double](repeating: 0, count: graph.personCount)
    (insiderReactions, outsiderReactions, vouchers) = (zeros, zeros, zeros)
    posts = try view.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    var pairs: Set<UInt64> = []
    for (number, event) in view.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let weight = weights[event.kind] else { continue }
      if insiders.contains(event.source) {
        insiderReactions[Int(event.target)] += 1
      } else {
        outsiderReactions[Int(event.target)] += 1
      }
      if weight > 0 { pairs.insert(UInt64(event.target) << 32 | UInt64(event.source)) }
    }
    var vouched: Set<UInt64> = []
    for vouch in view.vouches.vouches where vouch.source != vouch.target {
      let pair = UInt64(vouch.target) << 32 | UInt64(vouch.source)
      pairs.insert(pair)
      if vouched.insert(pair).inserted { vouchers[Int(vouch.target)] += 1 }
    }
    endorsements = pairs.sorted().map { (PersonID($0 >> 32), PersonID(truncatingIfNeeded: $0)) }
  }

  /// How many different people endorsed each.
  package var endorsers: [Double] {
    var counts = [Double](repeating: 0, count: posts.count)
    for endorsement in endorsements { counts[Int(endorsement.target)] += 1 }
    return counts
  }

  /// For each person, the sum of what each endorser counts for.
  ///
  /// Complexity: O(endorsements).
  package func sums(of worth: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: posts.count)
    for endorsement in endorsements {
      sums[Int(endorsement.target)] += worth[Int(endorsement.source)]
    }
    return sums
  }
}
