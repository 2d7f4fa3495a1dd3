#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Drawing without putting back: `draws` people out of `population`, `marked` of whom are marked.
package struct Hypergeometric: Sendable, Hashable {
  /// How many people there are.
  package let population: Int
  /// How many of them are marked, at most `population`.
  package let marked: Int
  /// How many are drawn, at most `population`.
  package let draws: Int

  /// A drawing.
  package init(population: Int, marked: Int, draws: Int) {
    self.population = population
    self.marked = marked
    self.draws = draws
  }

  /// The chance that at least `count` of those drawn are marked: Fisher's one-sided p.
  ///
  /// The first term comes from log-gamma, the others from the ratio of neighbours, away from the
  /// mode; relative error about 1e-9 at a million people. Complexity: O(min(draws, marked)) at
  /// worst, usually far less. Source: R. A. Fisher, 1922.
  package func atLeast(_ count: Int) -> Double {
    let least = max(0, draws + marked - population)
    let most = min(draws, marked)
    if count <= least { return 1 }
    if count > most { return 0 }
    let mode = (Double(draws) + 1) * (Double(marked) + 1) / (Double(population) + 2)
    return Double(count) > mode
      ? min(1, tail(from: count, through: most, by: 1))
      : max(0, 1 - tail(from: count - 1, through: least, by: -1))
  }

  /// The chance that exactly `count` of those drawn are marked.
  package func exactly(_ count: Int) -> Double {
    exp(
      logBinomial(marked, count) + logBinomial(population - marked, draws - count)
        - logBinomial(population, draws)
    )
  }

  /// The sum of terms that shrink from the first on; stops where they no longer count.
  private func tail(from first: Int, through last: Int, by step: Int) -> Double {
    var term = exactly(first)
    var sum = term
    var count = first
    while count != last, term > sum * 1e-17 {
      let lower = min(count, count + step)
      let up =
        Double(marked - lower) * Double(draws - lower)
        / (Double(lower + 1) * Double(population - marked - draws + lower + 1))
      term *= step > 0 ? up : 1 / up
      sum += term
      count += step
    }
    return sum
  }

  private func logBinomial(_ n: Int, _ k: Int) -> Double {
    logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  }

  private func logFactorial(_ n: Int) -> Double { lgamma(Double(n) + 1).0 }
}
