package import Graph
package import Values

/// What each person wrote, answered, passed on and liked.
package struct MessagesMade: Sendable {
  /// How many posts each wrote.
  package let posts: [Double]
  /// How many replies each made.
  package let replies: [Double]
  /// How often each shared something.
  package let shares: [Double]
  /// How often each liked something.
  package let likes: [Double]

  /// The messages of a graph, of one topic where one is named.
  ///
  /// Of kinds no file brought there are none. Throws `postsNotLoaded`, `cancelled`. Complexity:
  /// O(posts + events).
  package init(
    in graph: Graph,
    about topic: UInt32? = nil,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let view = topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    guard view.posts.posts.isLoaded else { throw .postsNotLoaded }
    func made(_ kind: String) throws(MetricError) -> [Double] {
      guard view.interactions.kinds.number(of: kind) != nil else {
        return Array(repeating: 0, count: graph.personCount)
      }
      return try EventCounts(of: kind, in: view).made(to: nil, watchedBy: monitor)
    }
    posts = try view.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    replies = try made("reply")
    shares = try made("share")
    likes = try made("like")
  }
}
