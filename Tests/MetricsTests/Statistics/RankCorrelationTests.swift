import Metrics
import TestSupport
import Testing
import Values

@Suite struct RankCorrelationTests {
  /// Columns of 7 people without the seller: followers, PageRank, points, trust-weighted audience.
  private static let seven: [String: [Double]] = [
    "followers": [4, 5, 3, 1, 1, 1, 0],
    "pagerank": [0.1991, 0.1942, 0.1860, 0.0685, 0.0685, 0.0958, 0.0394],
    "points": [50, 40, 30, 10, 0, 10, 0],
    "expected": [2.43, 0.51, 1.98, 0, 0, 0.5, 0],
    "revenue": [70, 0, 30, 0, 0, 0, 0],
  ]

  @Test(arguments: [
    ("followers", 0.5085, 0.4975), ("pagerank", 0.6742, 0.6068), ("points", 0.6804, 0.6225),
    ("expected", 0.8321, 0.7817),
  ])
  func `the eight people's measures against revenue`(
    _ name: String,
    _ spearman: Double,
    _ kendall: Double
  ) throws {
    let score = try #require(Self.seven[name])
    let revenue = try #require(Self.seven["revenue"])
    #expect(abs(RankCorrelation.spearman(score, revenue) - spearman) < 5e-5)
    #expect(abs(RankCorrelation.kendall(score, revenue) - kendall) < 5e-5)
  }

  @Test func `what the audience says beyond the followers`() throws {
    let columns = try ["expected", "revenue", "followers"].map { try #require(Self.seven[$0]) }
    let partial = RankCorrelation.partial(columns[0], columns[1], given: [columns[2]])
    #expect(abs(partial - 0.8299) < 5e-5)
  }

  @Test func `a column that is the same throughout goes with nothing`() {
    let (same, other) = ([2.0, 2, 2], [1.0, 2, 3])
    for value in [
      RankCorrelation.spearman(same, other), RankCorrelation.kendall(other, same),
      RankCorrelation.spearman([], []), RankCorrelation.kendall([1], [1]),
      RankCorrelation.partial(other, [3, 1, 2], given: [other]),
      RankCorrelation.partial(other, [3, 1, 2], given: [same]),
    ] {
      #expect(value.isNaN)
    }
  }

  /// As they are defined: ranks by counting who is lower, and every pair.
  @Test(arguments: UInt64(1)...40)
  func `correlations by definition`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 2...60, using: &random)
    let levels = Int.random(in: 1...30, using: &random)
    func column() -> [Double] {
      (0..<count).map { _ in Double(Int.random(in: 0...levels, using: &random)) }
    }
    let (left, right) = (column(), column())
    let ranks = left.map { number in
      Double(left.count { $0 < number }) + Double(left.count { $0 == number } + 1) / 2
    }
    #expect(RankCorrelation.midRanks(of: left) == ranks)
    var (agreeing, told) = (0.0, (left: 0.0, right: 0.0))
    for first in 0..<count {
      for second in 0..<first {
        let signs = (
          left[first] == left[second] ? 0.0 : left[first] < left[second] ? -1 : 1,
          right[first] == right[second] ? 0.0 : right[first] < right[second] ? -1 : 1
        )
        agreeing += signs.0 * signs.1
        told.left += abs(signs.0)
        told.right += abs(signs.1)
      }
    }
    let tau = agreeing / (told.left * told.right).squareRoot()
    let found = RankCorrelation.kendall(left, right)
    #expect(tau.isNaN ? found.isNaN : abs(found - tau) < 1e-12)
    #expect(RankCorrelation.kendall(right, left).isNaN == tau.isNaN)
    let upside = RankCorrelation.spearman(left, right.map { -$0 })
    let rho = RankCorrelation.spearman(left, right)
    #expect(rho.isNaN ? upside.isNaN : abs(upside + rho) < 1e-12)
  }

  @Test(arguments: StatisticsReference.cases)
  func `other makers agree`(_ known: StatisticsReference.Case) {
    let (score, outcome) = (known.columns[0], known.columns[1])
    let gain = RankingGain(known.order.map { outcome[$0] })
    let ends = Bootstrap.interval(of: score)
    let found = [
      RankCorrelation.spearman(score, outcome), RankCorrelation.kendall(score, outcome),
      RankCorrelation.partial(score, outcome, given: [known.columns[2]]),
      RankCorrelation.partial(score, outcome, given: Array(known.columns[2...])),
      RankingGain.area(scores: score, outcomes: outcome), gain.precision(first: known.first),
      gain.discounted(first: known.first), ends.low, ends.high,
    ]
    #expect(found.count == known.values.count)
    for (value, wanted) in zip(found, known.values) { #expect(abs(value - wanted) < 1e-10) }
  }
}

extension StatisticsReference {
  /// Columns and what is known of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let columns: [[Double]]
    let first: Int
    let values: [Double]

    /// The rows by their score, equals as they stand.
    var order: [Int] {
      columns[0].indices.sorted { (-columns[0][$0], $0) < (-columns[0][$1], $1) }
    }

    var testDescription: String { "\(columns[0].count) rows" }
  }

  /// The cases of the text.
  static let cases: [Case] = {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    return stride(from: 0, to: lines.count, by: 6).map { start in
      Case(
        columns: Array(lines[start..<start + 4]),
        first: Int(lines[start + 4][0]),
        values: lines[start + 5]
      )
    }
  }()
}
