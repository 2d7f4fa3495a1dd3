import Graph
import Synchronization
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
    self.rounds = rounds ?? min(1000, max(100, 100_000_000 / max(1, count)))
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
    let found = Mutex(columns.map { _ in [Double](repeating: .nan, count: rounds) })
    let done = Atomic(0)
    let isWhole = WorkSharing(watchedBy: monitor).run(rounds) { next in
      while let round = next() {
        let drawn = drawn(in: round)
        let apart = outcome.apart(in: drawn)
        let rhos = classes.map { $0.correlation(with: apart, in: drawn) }
        found.withLock { found in
          for (index, rho) in rhos.enumerated() { found[index][round] = rho }
        }
        let part = done.add(1, ordering: .relaxed).newValue
        if part.isMultiple(of: max(1, rounds / 100)) {
          monitor.report("intervals", Double(part) / Double(rounds))
        }
      }
    }
    guard isWhole, !monitor.isCancelled() else { throw .cancelled }
    return found.withLock { $0 }
  }

  /// How many times each person is drawn in each round.
  package func draws() -> [[Int]] { (0..<rounds).map { drawn(in: $0).map(Int.init) } }

  /// How many times each person is drawn in a round, whatever was drawn in others.
  private func drawn(in round: Int) -> [UInt32] {
    var draw = Draw(seed: seed, round: round)
    var times = [UInt32](repeating: 0, count: count)
    for _ in 0..<count { times[Int.random(in: 0..<count, using: &draw)] &+= 1 }
    return times
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
}

extension Bootstrap {
  /// What a column's ranks are in a draw, as far as a correlation needs them.
  private struct Apart {
    /// How far everybody's rank is from the mean, times how often they are drawn.
    let people: [Double]
    /// The sum of the squares of how far the ranks are.
    let squares: Double
  }

  /// A column as classes of equals, so that a draw is ranked without sorting.
  private struct Classes: Sendable {
    /// What the people of a class come to in a draw.
    private struct Sum {
      /// How many are drawn.
      var count = 0.0
      /// How far they are from the mean by another column, in all.
      var apart = 0.0
    }

    /// The class of each person, the least number first.
    private let classes: [UInt32]
    private let count: Int

    init(_ numbers: [Double]) {
      let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
      let runs = RankCorrelation.runs(of: order.map { numbers[$0] })
      var classes = [UInt32](repeating: 0, count: numbers.count)
      for (index, run) in runs.enumerated() {
        for place in run { classes[order[place]] = UInt32(index) }
      }
      self.classes = classes
      count = runs.count
    }

    /// How far the middle rank of each class is from the mean of all, where so many of each are
    /// drawn; and the sum of the squares over everybody.
    private func apart(_ sizes: [Sum]) -> (classes: [Double], squares: Double) {
      // Middle ranks of n always have this mean.
      let mean = Double(classes.count + 1) / 2
      var (before, squares) = (0.0, 0.0)
      let apart = sizes.map { sum in
        let distance = before + (sum.count + 1) / 2 - mean
        before += sum.count
        squares += sum.count * distance * distance
        return distance
      }
      return (apart, squares)
    }

    /// Everybody's middle rank in a draw, less the mean.
    func apart(in drawn: [UInt32]) -> Apart {
      var sums = [Sum](repeating: Sum(), count: count)
      for (index, times) in zip(classes, drawn) { sums[Int(index)].count += Double(times) }
      let (distances, squares) = apart(sums)
      let people = zip(classes, drawn).map { distances[Int($0)] * Double($1) }
      return Apart(people: people, squares: squares)
    }

    /// Pearson's correlation of middle ranks in a draw with those of another column.
    ///
    /// Complexity: O(people), in one pass: what a class adds is known once its sums are.
    func correlation(with other: Apart, in drawn: [UInt32]) -> Double {
      var sums = [Sum](repeating: Sum(), count: count)
      for person in classes.indices {
        let index = Int(classes[person])
        sums[index].count += Double(drawn[person])
        sums[index].apart += other.people[person]
      }
      let (distances, squares) = apart(sums)
      guard squares > 0, other.squares > 0 else { return .nan }
      let both = zip(distances, sums).reduce(0) { $0 + $1.0 * $1.1.apart }
      return RankCorrelation.bounded(both / squares.squareRoot() / other.squares.squareRoot())
    }
  }

  /// Numbers from a seed: SplitMix64, so that a seed draws the same people everywhere.
  private struct Draw: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, round: Int) {
      state = seed
      // Far from where the other rounds begin.
      state = next() ^ UInt64(round) &* 0xD1B5_4A32_D192_ED03
    }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
