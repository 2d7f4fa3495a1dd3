package import Diagnostics
import Values

/// Why `per` makes no groups.
package enum GroupingError: Error, Sendable, Hashable {
  /// Nothing is dated, so that there are no periods.
  case undated(CalendarUnit)
  /// The period asked about has too many parts.
  case tooMany(CalendarUnit, limit: Int)
  /// There are too many topics.
  case tooManyTopics(limit: Int)
}

extension GroupingError {
  /// The words for it.
  package var diagnostic: Diagnostic {
    switch self {
    case .undated(let unit):
      Diagnostic(
        .nothingLoaded,
        "nothing in the data is dated, so there is nothing to tell apart by \(unit.rawValue)",
        choices: ["\(unit.rawValue) since 2026-01-01 until 2026-06-30"]
      )
    case .tooMany(let unit, let limit):
      Diagnostic(
        .outOfRange,
        "the period has more than \(Tally.digits(limit)) \(unit.rawValue)s",
        choices: unit.longer.map { "per \($0.rawValue)" },
        notes: ["`since` and `until` make it shorter"]
      )
    case .tooManyTopics(let limit):
      Diagnostic(.outOfRange, "posts are about more than \(Tally.digits(limit)) topics")
    }
  }
}
