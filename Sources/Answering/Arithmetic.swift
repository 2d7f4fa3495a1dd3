import Metrics
import Query
import Syntax

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension MeasureSyntax.Operation {
  /// What it gives for two numbers; NaN where that is no number, as 0/0 and 1/0.
  func applied(_ left: Double, _ right: Double) -> Double {
    let result =
      switch self {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      case .over: left / right
      }
    return result.orMissing
  }
}

extension MathFunction {
  /// What it gives for each number; NaN where that is no number, as log 0.
  ///
  /// `members` are those a number is set among, where the function does so.
  func applied(to numbers: [Double], among members: some Sequence<UInt32>) -> [Double] {
    switch self {
    case .log: numbers.map { naturalLogarithm(of: $0).orMissing }
    case .sqrt: numbers.map { $0.squareRoot().orMissing }
    case .abs: numbers.map { $0.magnitude.orMissing }
    case .percentile: numbers.standings(among: members)
    case .decile:
      numbers.standings(among: members).map { min(($0 * 10).rounded(.down), 9) + 1 }
    }
  }
}

extension Double {
  /// The number; NaN, which is missing, where it is infinite.
  fileprivate var orMissing: Double { isFinite ? self : .nan }
}

/// The logarithm, outside of a type that has a case of its name.
private func naturalLogarithm(of number: Double) -> Double { log(number) }
