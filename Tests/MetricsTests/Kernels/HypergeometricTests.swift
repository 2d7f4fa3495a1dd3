import Metrics
import Testing

/// Chances of an overlap, beside whole binomials.
struct HypergeometricTests {
  /// Binomials up to 60 over k, which 64 bits hold.
  static let binomials: [[UInt64]] = (1...60).reduce(into: [[1]]) { rows, _ in
    let last = rows[rows.count - 1]
    rows.append(zip([0] + last, last + [0]).map { $0 + $1 })
  }

  @Test(arguments: [1, 2, 7, 20, 60])
  func `every tail agrees with whole binomials`(population: Int) {
    let stride = max(1, population / 12)
    for marked in Swift.stride(from: 0, through: population, by: stride) {
      for draws in Swift.stride(from: 0, through: population, by: stride) {
        let blind = Hypergeometric(population: population, marked: marked, draws: draws)
        for count in 0...(draws + 1) {
          let exact = HypergeometricTests.atLeast(count, blind)
          #expect(abs(blind.atLeast(count) - exact) <= 1e-12 + exact * 1e-11)
        }
      }
    }
  }

  @Test func `what cannot fail has chance one, exactly`() {
    #expect(Hypergeometric(population: 7, marked: 4, draws: 5).atLeast(2) == 1)
    #expect(Hypergeometric(population: 7, marked: 4, draws: 5).atLeast(0) == 1)
    #expect(Hypergeometric(population: 7, marked: 4, draws: 5).atLeast(5) == 0)
  }

  @Test func `a million people are no trouble`() {
    let blind = Hypergeometric(population: 1_000_000, marked: 300_000, draws: 20_000)
    // The mean is 6,000, the standard deviation 64.2; far tails neither vanish nor exceed one.
    #expect(abs(blind.atLeast(6_000) - 0.5) < 0.01)
    #expect(abs(blind.atLeast(6_064) - 0.161) < 0.002)
    #expect((0..<1e-100).contains(blind.atLeast(8_000)))
    #expect(blind.atLeast(4_000) > 1 - 1e-12)
  }

  private static func atLeast(_ count: Int, _ blind: Hypergeometric) -> Double {
    func choose(_ n: Int, _ k: Int) -> UInt64 {
      n >= 0 && (0...n).contains(k) ? binomials[n][k] : 0
    }
    let ways = (count...max(count, blind.draws)).reduce(UInt64(0)) { sum, hits in
      sum + choose(blind.marked, hits)
        * choose(blind.population - blind.marked, blind.draws - hits)
    }
    return Double(ways) / Double(choose(blind.population, blind.draws))
  }
}
