package import Values

/// Draws people again and again, with putting back, to see how far a correlation would wander.
///
/// The scores stay as they are and the people who are judged are drawn: scores of a graph depend on
/// each other, so the interval speaks of these people, not of other graphs. All columns are drawn
/// alike, so that what they give can be compared draw by draw. Source: B. Efron, 1979.
package struct Bootstrap: Sendable {
  /// How many people there are.
  package let count: Int
  /// How many times people are drawn.
  package let rounds: Int
  /// Where the draws begin: the same seed draws the same people.
  package let seed: UInt64

  /// The fewest people an interval is made for.
  package static let fewest = 10

  /// Draws from so many people: a thousand rounds, fewer where people are very many.
  package init(of count: Int, rounds: Int? = nil, seed: UInt64 = 1) {
    self.count = count
    self.rounds = rounds ?? min(1000, max(100, 200_000_000 / max(1, count)))
    self.seed = seed
  }

  /// Spearman's rho of each column with an outcome, in each round; NaN where a draw leaves one
  /// column the same throughout.
  ///
  /// None for fewer than ten people. Complexity: O(rounds x columns x people). Throws `cancelled`.
  package func spearman(
    of columns: [[Double]],
    with outcome: [Double],
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> [[Double]] {
    guard count >= Bootstrap.fewest else { return columns.map { _ in [] } }
    let outcome = Classes(outcome)
    let classes = columns.map(Classes.init)
    var found = [[Double]](repeating: [], count: columns.count)
    var draw = Draw(seed: seed)
    for round in 0..<rounds {
      guard !monitor.isCancelled() else { throw .cancelled }
      let times = draw.people(count)
      let ranks = outcome.ranks(drawn: times)
      for index in columns.indices {
        found[index].append(
          Bootstrap.correlation(classes[index].ranks(drawn: times), ranks, drawn: times)
        )
      }
      if round.isMultiple(of: max(1, rounds / 100)) {
        monitor.report("intervals", Double(round) / Double(rounds))
      }
    }
    return found
  }

  /// How many times each person is drawn in each round.
  package func draws() -> [[Int]] {
    var draw = Draw(seed: seed)
    return (0..<rounds).map { _ in draw.people(count) }
  }

  /// Where the middle 95 % of some numbers lie; missing at both ends without numbers, or where more
  /// than half are missing.
  ///
  /// The ends lie between two numbers in proportion. Complexity: O(n log n).
  package static func interval(of numbers: [Double]) -> (low: Double, high: Double) {
    let known = numbers.filter { !$0.isNaN }.sorted()
    guard !known.isEmpty, known.count * 2 >= numbers.count else { return (.nan, .nan) }
    return (quantile(0.025, of: known), quantile(0.975, of: known))
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// Pearson's correlation, each person counting as often as drawn.
  private static func correlation(
    _ left: [Double],
    _ right: [Double],
    drawn times: [Int]
  ) -> Double {
    // Middle ranks of n always have this mean.
    let mean = Double(times.reduce(0, +) + 1) / 2
    var (both, ofLeft, ofRight) = (0.0, 0.0, 0.0)
    for index in times.indices where times[index] > 0 {
      let weight = Double(times[index])
      let (apart, beside) = (left[index] - mean, right[index] - mean)
      both += weight * apart * beside
      ofLeft += weight * apart * apart
      ofRight += weight * beside * beside
    }
    guard ofLeft > 0, ofRight > 0 else { return .nan }
    return RankCorrelation.bounded(both / ofLeft.squareRoot() / ofRight.squareRoot())
  }
}

extension Bootstrap {
  /// A column as classes of equals, so that a draw is ranked without sorting.
  private struct Classes: Sendable {
    /// The class of each person, the least number first.
    let classes: [Int]
    let count: Int

    init(_ numbers: [Double]) {
      let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
      let runs = RankCorrelation.runs(of: order.map { numbers[$0] })
      var classes = [Int](repeating: 0, count: numbers.count)
      for (index, run) in runs.enumerated() {
        for place in run { classes[order[place]] = index }
      }
      self.classes = classes
      count = runs.count
    }

    /// Everybody's middle rank in a draw.
    func ranks(drawn times: [Int]) -> [Double] {
      var sizes = [Int](repeating: 0, count: count)
      for (index, drawn) in zip(classes, times) { sizes[index] += drawn }
      var before = 0
      let middles = sizes.map { size in
        defer { before += size }
        return Double(before) + Double(size + 1) / 2
      }
      return classes.map { middles[$0] }
    }
  }

  /// Numbers from a seed: SplitMix64, so that a seed draws the same people everywhere.
  private struct Draw: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    /// How often each of so many people is drawn, in as many draws.
    mutating func people(_ count: Int) -> [Int] {
      var times = [Int](repeating: 0, count: count)
      for _ in 0..<count { times[Int.random(in: 0..<count, using: &self)] += 1 }
      return times
    }
  }
}
