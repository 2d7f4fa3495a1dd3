package import Graph
package import Values

/// The three parts of a PeerIndex, as far as they were published.
///
/// Source: blog.peerindex.com, "Opening the temple door", and help.peerindex.com, 2011-2013.
package struct PeerIndexModel: Sendable {
  /// How far back it looks.
  package static let window = MetricCard.Parameter.window(days: 120)

  /// The settings of authority.
  package static let authorityParameters =
    [
      window,
      MetricCard.Parameter(
        "damping",
        default: 0.85,
        in: 0...0.999,
        assumed: true,
        "how likely the walk goes on along a reaction"
      ),
      MetricCard.Parameter(
        "least community",
        default: 10,
        in: 1...1e9,
        assumed: true,
        "how many people a topic needs before anybody has authority on it"
      ),
    ] + ReactionWeights.parameters

  /// The settings of activity.
  package static let activityParameters = [
    window,
    MetricCard.Parameter(
      "ceiling",
      default: 0.95,
      in: 0.01...1,
      assumed: true,
      "the part of the writers above whom more posts count no more"
    ),
  ]

  /// What to say of the window.
  package let defaults: [String]
  private let graph: Graph
  private let window: Graph
  private let arguments: MetricArguments
  private let monitor: WorkMonitor

  /// The model of a graph; throws what its settings do.
  package init(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let days = try arguments.value(of: PeerIndexModel.window)
    let window = EventWindow(of: graph, days: days, with: arguments)
    self.graph = graph
    self.window = window.graph
    self.arguments = arguments
    self.monitor = monitor
    defaults = window.defaults
  }

  private var nothing: [Double] { Array(repeating: .nan, count: graph.personCount) }
}

extension PeerIndexModel {
  /// Authority, and what it is made of.
  package struct Authority: Sendable {
    /// The standing in a topic, or the mean over topics by their communities' sizes, 0 to 100.
    package var values: [Double]
    /// In one topic, the share of the walk; missing over several.
    package var resonance: [Double]
    /// On how many topics somebody has authority.
    package var topics: [Double]
    /// How many people talk about the one topic.
    package var community = 0
  }

  /// Who is listened to on a topic by those who are listened to on it; on all topics without one.
  ///
  /// Throws `interactionsNotLoaded`, `outOfRange`, `cancelled`. Complexity: O(events + rounds x
  /// reactions on topics).
  package func authority() throws(MetricError) -> Authority {
    let damping = try arguments.value(of: Self.authorityParameters[1])
    let least = try arguments.value(of: Self.authorityParameters[2])
    let zeros = [Double](repeating: 0, count: graph.personCount)
    var authority = Authority(values: zeros, resonance: nothing, topics: zeros)
    var sizes = zeros
    for (topic, reactions) in try reactionsByTopic().enumerated() {
      if let one = arguments.topic, one != UInt32(topic) { continue }
      let walk = ResonanceWalk(reactions)
      authority.community = walk.members.count
      guard Double(walk.members.count) >= least else { continue }
      let shares = try walk.run(damping: damping, watchedBy: monitor)
      let places = (0..<PersonID(shares.count)).map { $0 }
      let standings = shares.standings(among: places)
      let size = Double(walk.members.count)
      for (place, person) in walk.members.map(Int.init).enumerated() {
        authority.values[person] += 100 * standings[place] * size
        sizes[person] += size
        authority.topics[person] += 1
        if arguments.topic != nil { authority.resonance[person] = shares[place] }
      }
    }
    authority.values = zip(authority.values, sizes).map { $0 / $1 }
    return authority
  }

  /// The reactions on posts about each topic.
  private func reactionsByTopic() throws(MetricError) -> [[ResonanceWalk.Reaction]] {
    let weights = try ReactionWeights(arguments, in: graph)
    let about = graph.postTopics
    var reactions = [[ResonanceWalk.Reaction]](repeating: [], count: graph.topicCount)
    for (number, event) in window.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard event.post != nobody, let weight = weights[event.kind] else { continue }
      // The events of one topic are all in the window, with those on topics below it.
      for topic in arguments.topic.map({ [$0] }) ?? about[Int(event.post)] {
        reactions[Int(topic)].append(
          ResonanceWalk.Reaction(source: event.source, target: event.target, weight: weight)
        )
      }
    }
    return reactions
  }
}

extension PeerIndexModel {
  /// How many of their followers reacted to each person.
  ///
  /// Throws `relationNotLoaded`, `interactionsNotLoaded`, `cancelled`. Complexity: O(events log
  /// followers).
  package func receptiveFollowers() throws(MetricError) -> [Double] {
    let follows = try graph.relation(arguments.relation, orElse: "follows").backward
    let weights = try ReactionWeights(
      Dictionary(uniqueKeysWithValues: ReactionWeights.kinds.map { ($0, 1) }),
      in: graph
    )
    let reactions = try Reactions(in: window, weighing: weights, watchedBy: monitor)
    return (0..<graph.personCount).map { person in
      Double(
        reactions[person].count { follows.position(of: $0.person, in: UInt32(person)) != nil }
      )
    }
  }

  /// How active each person is, 0 to 100, and their posts.
  ///
  /// A standing among those who wrote, posts above a ceiling not counted; 0 for whoever wrote
  /// nothing. Throws `postsNotLoaded`, `outOfRange`, `cancelled`. Complexity: O(posts + people log people).
  package func activity() throws(MetricError) -> (values: [Double], posts: [Double]) {
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    let part = try arguments.value(of: Self.activityParameters[1])
    let posts = try window.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    let writers = graph.everybody.people.filter { posts[Int($0)] > 0 }
    let sorted = writers.map { posts[Int($0)] }.sorted()
    let place = Int((part * Double(sorted.count)).rounded(.up)) - 1
    let ceiling = sorted.isEmpty ? 0 : sorted[max(0, min(place, sorted.count - 1))]
    let standings = posts.map { min($0, ceiling) }.standings(among: writers)
    return (standings.map { $0.isNaN ? 0 : 100 * $0 }, posts)
  }

  /// A standing among everybody in the graph, 0 to 100.
  package func standing(_ values: [Double]) -> [Double] {
    values.standings(among: graph.everybody.people).map { 100 * $0 }
  }
}
