import Metrics
import TestSupport
import Testing
import Values

@Suite struct RankingTests {
  /// By followers, by trust-weighted audience, equals by name: a b c d e f g without the seller.
  private static let byFollowers: [UInt32] = [1, 0, 2, 3, 4, 5, 6]
  private static let byAudience: [UInt32] = [0, 2, 1, 5, 3, 4, 6]

  @Test func `small orders of the same people agree more than they seem to`() {
    let overlap = RankingOverlap.extrapolated(
      Self.byFollowers,
      Self.byAudience,
      persistence: 0.9
    )
    #expect(abs(overlap - 0.8237) < 5e-5)
    #expect(RankingOverlap.jaccard(Self.byFollowers, Self.byAudience, first: 3) == 1)
    #expect(RankingOverlap.jaccard(Self.byFollowers, Self.byAudience, first: 1) == 0)
    #expect(abs(RankingOverlap.jaccard([1, 2, 3], [3, 4, 5], first: 3) - 0.2) < 1e-15)
    #expect(RankingOverlap.jaccard([1, 2], [2, 1], first: 9) == 1)
    #expect(RankingOverlap.extrapolated([], [], persistence: 0.9).isNaN)
    #expect(RankingOverlap.jaccard([], [], first: 3).isNaN)
  }

  /// Every depth counted anew.
  @Test(arguments: UInt64(1)...20)
  func `overlap by definition`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    let left = (0..<UInt32(count)).shuffled(using: &random)
    let right = left.shuffled(using: &random)
    for persistence in [0.5, 0.9, 0.98] {
      func power(_ depth: Int) -> Double { (0..<depth).reduce(1) { one, _ in one * persistence } }
      var sum = 0.0
      for depth in 1...count {
        let shared = Set(left.prefix(depth)).intersection(right.prefix(depth)).count
        sum += Double(shared) / Double(depth) * power(depth)
      }
      let wanted = power(count) + (1 - persistence) / persistence * sum
      let found = RankingOverlap.extrapolated(left, right, persistence: persistence)
      #expect(abs(found - wanted) < 1e-12)
      #expect(found > 0 && found <= 1 + 1e-12)
      #expect(
        abs(RankingOverlap.extrapolated(left, left, persistence: persistence) - 1) < 1e-12
      )
    }
  }

  @Test(arguments: [
    ([4.0, 5, 3, 1, 1, 1, 0], [1, 0, 2, 3, 4, 5, 6], 0.8, 0.6653, 0.5),
    ([2.43, 0.51, 1.98, 0, 0, 0.5, 0], [0, 2, 1, 5, 3, 4, 6], 1, 1, 1),
  ])
  func `the eight people's measures against revenue`(
    _ scores: [Double],
    _ order: [Int],
    _ area: Double,
    _ gain: Double,
    _ precision: Double
  ) {
    let revenue = [70.0, 0, 30, 0, 0, 0, 0]
    let ranked = RankingGain(order.map { revenue[$0] })
    #expect(abs(RankingGain.area(scores: scores, outcomes: revenue) - area) < 5e-5)
    #expect(abs(ranked.discounted(first: 3) - gain) < 5e-5)
    #expect(ranked.precision(first: 2) == precision)
  }

  @Test func `what choosing by the wrong order loses`() {
    let gain = RankingGain([0, 70, 30, 0])
    #expect(gain.regret(first: 1) == 70)
    #expect(gain.regret(first: 2) == 30)
    #expect(gain.regret(first: 2, isMean: true) == 15)
    #expect(gain.regret(first: 9) == 0)
    #expect(RankingGain([]).regret(first: 2).isNaN)
  }

  @Test func `without an outcome there is nothing to hit`() {
    let none = RankingGain([0, 0])
    #expect(none.precision(first: 1).isNaN)
    #expect(none.discounted(first: 1).isNaN)
    #expect(RankingGain([1, -1]).discounted(first: 1).isNaN)
    #expect(RankingGain.area(scores: [1, 2], outcomes: [0, 0]).isNaN)
    #expect(RankingGain.area(scores: [1, 2], outcomes: [1, 2]).isNaN)
  }

  /// Every pair of one with an outcome and one without.
  @Test(arguments: UInt64(1)...20)
  func `area by definition`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let scores = (0..<40).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let outcomes = [1, 0] + (0..<38).map { _ in Double(Int.random(in: 0...1, using: &random)) }
    var (won, pairs) = (0.0, 0.0)
    for first in 0..<40 where outcomes[first] > 0 {
      for second in 0..<40 where outcomes[second] == 0 {
        won += scores[first] > scores[second] ? 1 : scores[first] == scores[second] ? 0.5 : 0
        pairs += 1
      }
    }
    #expect(abs(RankingGain.area(scores: scores, outcomes: outcomes) - won / pairs) < 1e-12)
  }
}

@Suite struct BootstrapTests {
  /// Each draw written out person by person, and ranked by sorting.
  @Test(arguments: UInt64(1)...4)
  func `draws by definition`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let count = 10 + Int(seed) * 7
    let outcome = (0..<count).map { _ in Double(Int.random(in: 0...6, using: &random)) }
    let columns = [
      outcome.map { $0 + Double(Int.random(in: 0...3, using: &random)) }, outcome.map { -$0 },
    ]
    let bootstrap = Bootstrap(of: count, rounds: 30, seed: seed)
    let found = try bootstrap.spearman(of: columns, with: outcome)
    for (round, times) in bootstrap.draws().enumerated() {
      #expect(times.reduce(0, +) == count)
      let people = times.indices.flatMap { Array(repeating: $0, count: times[$0]) }
      for index in columns.indices {
        let wanted = RankCorrelation.spearman(
          people.map { columns[index][$0] },
          people.map { outcome[$0] }
        )
        #expect(abs(found[index][round] - wanted) < 1e-12)
      }
    }
  }

  @Test func `the same seed draws the same people`() {
    let draws = Bootstrap(of: 20, rounds: 5, seed: 3).draws()
    #expect(draws == Bootstrap(of: 20, rounds: 5, seed: 3).draws())
    #expect(draws != Bootstrap(of: 20, rounds: 5, seed: 4).draws())
    #expect(Bootstrap(of: 20).rounds == 1000)
    #expect(Bootstrap(of: 200_000).rounds == 500)
    #expect(Bootstrap(of: 1_000_000).rounds == 100)
  }

  @Test func `few people have no interval`() throws {
    let few = (0..<9).map(Double.init)
    let found = try Bootstrap(of: 9).spearman(of: [few], with: few)
    #expect(found == [[]])
    #expect(Bootstrap.interval(of: found[0]).low.isNaN)
    #expect(Bootstrap.interval(of: [.nan, .nan, 1]).high.isNaN)
    #expect(Bootstrap.interval(of: [.nan, 1, 1]) == (1, 1))
  }

  /// Independent columns: about one interval in twenty leaves out 0.
  @Test func `intervals hold what they should`() throws {
    var random = SeededRandom(seed: 11)
    var missed = 0
    for seed in UInt64(1)...200 {
      let columns = (0..<2).map { _ in
        (0..<40).map { _ in Double.random(in: 0..<1, using: &random) }
      }
      let found = try Bootstrap(of: 40, rounds: 200, seed: seed)
        .spearman(of: [columns[0]], with: columns[1])
      let (low, high) = Bootstrap.interval(of: found[0])
      if low > 0 || high < 0 { missed += 1 }
    }
    #expect((2...24).contains(missed))
  }

  @Test func `drawing stops when it is asked to`() {
    let numbers = (0..<20).map(Double.init)
    let monitor = WorkMonitor(isCancelled: { true })
    #expect(throws: MetricError.cancelled) {
      try Bootstrap(of: 20).spearman(of: [numbers], with: numbers, watchedBy: monitor)
    }
  }
}
