package import Graph
package import Values

/// The posts of a graph or a view of one, and the reactions each of them got from others.
package struct PostTally: Sendable {
  /// A post, by its place among those seen.
  package struct Post: Sendable {
    /// Who wrote it.
    package let author: PersonID
    /// Reactions by kind, in the order of `ReactionWeights.kinds`.
    package fileprivate(set) var counts = SIMD4<UInt32>()

    /// All reactions together.
    package var total: UInt32 { counts.wrappedSum() }
  }

  /// The posts, in the order of time.
  package private(set) var posts: [Post] = []
  /// How many posts each person wrote.
  package private(set) var written: [Double]

  /// Counts the reactions on each post that is seen; throws `postsNotLoaded`, `cancelled`.
  ///
  /// Reactions of an author to their own posts do not count. Complexity: O(posts + events).
  package init(in graph: Graph, watchedBy monitor: WorkMonitor) throws(MetricError) {
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    written = Array(repeating: 0, count: graph.personCount)
    var places = [UInt32](repeating: nobody, count: graph.postNameCount)
    for post in graph.posts.posts {
      places[Int(post.id)] = UInt32(posts.count)
      posts.append(Post(author: post.author))
      written[Int(post.author)] += 1
    }
    let kinds = graph.interactions.kinds
    var slots = [Int?](repeating: nil, count: kinds.count)
    for (slot, kind) in ReactionWeights.kinds.enumerated() {
      if let number = kinds.number(of: kind) { slots[Int(number)] = slot }
    }
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard event.post != nobody, let slot = slots[Int(event.kind)] else { continue }
      let place = places[Int(event.post)]
      guard place != nobody, posts[Int(place)].author != event.source else { continue }
      posts[Int(place)].counts[slot] += 1
    }
  }

  /// A sum over each person's posts of what one post is worth.
  package func sums(_ worth: (Post) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: written.count)
    for post in posts { sums[Int(post.author)] += worth(post) }
    return sums
  }
}

/// How often posts get a kind of reaction, for each hundred of them.
package struct PostRates: Sendable {
  private let tally: PostTally
  private let slot: Int

  /// The rates of a kind of reaction; throws `interactionsNotLoaded` where no file brought that
  /// kind, `postsNotLoaded`, `cancelled`.
  package init(
    of kind: String,
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    _ = try EventCounts(of: kind, in: graph)
    slot = ReactionWeights.kinds.firstIndex(of: kind) ?? 0
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    tally = try PostTally(in: view, watchedBy: monitor)
  }

  /// The rate, the part of the posts that got any, and the posts.
  package func measured(named part: String) -> Measured {
    let got = tally.sums { Double($0.counts[slot]) }
    let touched = tally.sums { $0.counts[slot] > 0 ? 1 : 0 }
    return Measured(
      values: zip(got, tally.written).map { 100 * $0 / $1 },
      companions: [
        Measured.Companion(part, unit: .share, values: zip(touched, tally.written).map { $0 / $1 }),
        Measured.Companion("posts", unit: .count(of: "posts"), values: tally.written),
      ],
      missingReason: "no posts",
      basis: "posts"
    )
  }
}
