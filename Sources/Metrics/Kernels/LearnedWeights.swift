package import Graph
package import Values

/// What people get, as places among people, and what each of it weighs to come near an outcome.
package struct LearnedWeights: Sendable {
  /// Something people get.
  package struct Feature: Sendable {
    /// What it is: "shares a post".
    package let name: String
    /// Where everybody stands in it.
    package let standings: [Double]
  }

  /// What people get.
  package let features: [Feature]
  /// What each weighs; they sum to 1, or are all 0 where none goes with the outcome.
  package let weights: [Double]
  /// The scores, 1 to 100; NaN where all weights are 0.
  package let scores: [Double]
  /// What to say of the window.
  package let defaults: [String]
  /// What was learned, and how well it fits.
  package let remarks: [String]

  /// Learns from what teaches; whoever has no value there is scored all the same.
  ///
  /// Throws `missing`, `cancelled`. Complexity: O(events + features x people x (log
  /// people + features)).
  package init(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    guard let teacher = arguments.operand else { throw .missing(.measure) }
    let days = try arguments.value(of: .window(days: 90))
    let window = EventWindow(of: graph, days: days, with: arguments)
    let features = try Self.features(of: window.graph, beside: graph, watchedBy: monitor)
    let taught = graph.everybody.people.filter { !teacher[Int($0)].isNaN }
    let goal = teacher.standings(among: taught)
    let fit = NonNegativeFit(
      of: features.map { feature in taught.map { feature.standings[Int($0)] } },
      to: taught.map { goal[Int($0)] }
    )
    let total = fit.weights.reduce(0, +)
    let weights = fit.weights.map { total > 0 ? $0 / total : 0 }
    self.features = features
    self.weights = weights
    var scores = [Double](repeating: total > 0 ? 1 : .nan, count: graph.personCount)
    for (feature, weight) in zip(features, weights) where weight > 0 {
      for person in scores.indices { scores[person] += 99 * weight * feature.standings[person] }
    }
    self.scores = scores
    defaults = window.defaults
    let heaviest = zip(features, weights).filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(5)
    let words = heaviest.map { "\($0.name) \($1.percentage)" }.joined(separator: ", ")
    remarks =
      total > 0
      ? [
        "learned from \(Tally.text(taught.count, "people")), the heaviest first: \(words)",
        "the weights account for \(fit.explained.percentage) of what the places differ",
      ] : []
  }

  /// Everybody's standings in all that people get.
  private static func features(
    of window: Graph,
    beside graph: Graph,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Feature] {
    let everybody = graph.everybody
    let posts = try window.posts.posts.counts(graph.personCount, watchedBy: monitor) { $0.author }
    let followers = graph.relations["follows"]?.backward.degrees ?? posts.map { _ in 0 }
    var features: [Feature] = []
    func add(_ name: String, _ values: [Double]) {
      features.append(Feature(name: name, standings: values.standings(filledAmong: everybody)))
    }
    for (kind, noun) in zip(ReactionWeights.kinds, ["shares", "replies", "mentions", "likes"])
    where window.interactions.kinds.number(of: kind) != nil {
      let counts = try EventCounts(of: kind, in: window).received(from: nil, watchedBy: monitor)
      add(noun, counts)
      add("people of \(noun)", try window.reactors(by: kind, watchedBy: monitor))
      add("\(noun) a post", zip(counts, posts).map { $1 > 0 ? $0 / $1 : .nan })
      add("\(noun) a follower", zip(counts, followers).map { $1 > 0 ? $0 / $1 : .nan })
    }
    add("followers", followers)
    return features
  }
}

/// Weights, none of them negative, with which columns come nearest to a goal but for a constant.
///
/// Coordinates go down in turn, each to its best given the others, until none moves; where columns
/// say the same the first has the weight. Source: V. Franc, V. Hlavac, M. Navara, Sequential
/// coordinate-wise algorithm for the non-negative least squares problem, 2005.
package struct NonNegativeFit: Sendable {
  /// The weight of each column.
  package private(set) var weights: [Double]
  /// What part of the goal's variance they account for; 0 where it has none.
  package private(set) var explained = 0.0

  private static let (mostRounds, tolerance) = (10_000, 1e-13)

  /// Fits columns to a goal; all are as long.
  ///
  /// Complexity: O(columns^2 x (rows + rounds)).
  package init(of columns: [[Double]], to goal: [Double]) {
    let count = Double(goal.count)
    func centred(_ column: [Double]) -> [Double] {
      let mean = column.reduce(0, +) / count
      return column.map { $0 - mean }
    }
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } / count
    }
    weights = Array(repeating: 0, count: columns.count)
    guard !goal.isEmpty else { return }
    let (columns, goal) = (columns.map(centred), centred(goal))
    let squares = columns.map { left in columns.map { product(left, $0) } }
    // How far each column still goes with what is left of the goal.
    var slopes = columns.map { product($0, goal) }
    for _ in 0..<Self.mostRounds {
      var moved = 0.0
      for column in weights.indices where squares[column][column] > 1e-12 {
        let best = max(0, weights[column] + slopes[column] / squares[column][column])
        let step = best - weights[column]
        guard step != 0 else { continue }
        weights[column] = best
        for other in slopes.indices { slopes[other] -= step * squares[other][column] }
        moved = max(moved, step.magnitude)
      }
      if moved <= Self.tolerance { break }
    }
    let variance = product(goal, goal)
    guard variance > 0 else { return }
    let rest = goal.indices.map { row in
      zip(weights, columns).reduce(goal[row]) { $0 - $1.0 * $1.1[row] }
    }
    explained = max(0, 1 - product(rest, rest) / variance)
  }
}

extension Double {
  /// The share as a percentage with a decimal.
  package var percentage: String { "\((self * 1_000).rounded() / 10) %" }
}
