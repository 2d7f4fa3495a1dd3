#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Random numbers that are the same on every run: SplitMix64.
///
/// Source: Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014.
package struct SeededDraws: Sendable, RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededDraws.mixed(state)
  }

  /// A number whose bits all depend on all bits of another.
  package static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in (0, 1).
  package mutating func fraction() -> Double {
    (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// A Poisson number of a mean; from 60 on the nearest whole of a normal one.
  package mutating func poisson(_ mean: Double) -> Double {
    guard mean < 60 else {
      let radius = (-2 * log(fraction())).squareRoot()
      return max(0, (mean + mean.squareRoot() * radius * cos(2 * .pi * fraction())).rounded())
    }
    let bound = exp(-mean)
    var product = fraction()
    var count = 0.0
    while product > bound {
      product *= fraction()
      count += 1
    }
    return count
  }
}
