package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What people earn a day in Empire Avenue's play money, for their posts and the reactions to them.
///
/// Source: blog.empireavenue.com, scotduke.com (the cap), haroldgardner.wordpress.com, 2013.
package struct AvenueEarnings: Sendable {
  /// The settings.
  package static let parameters = [
    MetricCard.Parameter(
      "days",
      default: 7,
      in: 1...365,
      "over how many days earnings are smoothed"
    ),
    MetricCard.Parameter(
      "cap",
      default: 250,
      in: 1...1e6,
      "the most eaves a day, which earnings approach and never reach"
    ),
    MetricCard.Parameter(
      "post eaves",
      default: 5,
      in: 0...1_000,
      assumed: true,
      "what a post earns before the cap"
    ),
    MetricCard.Parameter(
      "reaction eaves",
      default: 10,
      in: 0...1_000,
      assumed: true,
      "what a reaction received earns before the cap"
    ),
  ]

  /// The mean a day over the last days.
  package let daily: [Double]
  /// What to say of the window.
  package let defaults: [String]

  /// Adds up what was earned on each day; all there is makes one day where nothing is dated.
  ///
  /// Throws `interactionsNotLoaded`, `outOfRange`, `cancelled`. Complexity: O(days x people +
  /// events).
  package init(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let values = try AvenueEarnings.parameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let days = arguments.now == nil ? 1 : values[0].rounded(.up)
    let isReaction = try ReactionWeights(
      Dictionary(uniqueKeysWithValues: ReactionWeights.kinds.map { ($0, 1) }),
      in: graph
    )
    var sums = [Double](repeating: 0, count: graph.personCount)
    for day in 0..<Int(days) {
      var arguments = arguments
      arguments.now = arguments.now.map {
        Instant(microseconds: $0.microseconds - Int64(day) * 86_400_000_000)
      }
      let today = EventWindow(of: graph, days: 1, with: arguments).graph
      var due = try today.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
        .map { $0 * values[2] }
      let reactions = try today.interactions.events.counts(
        graph.personCount,
        watchedBy: monitor
      ) { isReaction[$0.kind] == nil ? nil : $0.target }
      for person in due.indices {
        due[person] += reactions[person] * values[3]
        sums[person] -= values[1] * expm1(-due[person] / values[1])
      }
    }
    daily = sums.map { $0 / days }
    defaults = EventWindow(of: graph, days: days, with: arguments).defaults
  }
}
