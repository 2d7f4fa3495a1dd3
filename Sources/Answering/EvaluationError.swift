package import Diagnostics
package import Metrics
package import Query
import Values

/// Why a question has no answer.
package enum EvaluationError: Error, Sendable, Hashable {
  /// A metric has none.
  case metric(name: String, MetricError)
  /// `per` makes no groups, or too many.
  case grouping(GroupingError)
  /// A move makes more ties or events than can be imagined at once.
  case moves(limit: Int)
  /// The user asked to stop.
  case cancelled
}

extension EvaluationError {
  /// The words for it.
  package var diagnostic: Diagnostic {
    switch self {
    case .cancelled, .metric(_, .cancelled):
      return Diagnostic(.interrupted, "stopped; nothing was changed")
    case .grouping(let error): return error.diagnostic
    case .moves(let limit):
      return Diagnostic(
        .outOfRange,
        "a move behind `assuming` makes more than \(Tally.digits(limit)) ties or events"
      )
    case .metric(let name, .relationNotLoaded(let relation, let loaded)):
      return Diagnostic(
        .relationNotLoaded,
        "`\(name)` reads the relation `\(relation)`, which is not loaded",
        choices: loaded
      )
    case .metric(let name, .interactionsNotLoaded(let kind, let loaded)):
      return Diagnostic(
        .relationNotLoaded,
        "`\(name)` reads interactions of the kind `\(kind)`, and none are loaded",
        choices: loaded
      )
    case .metric(let name, .actionsNotLoaded(let kind, let loaded)):
      return Diagnostic(
        .relationNotLoaded,
        "`\(name)` reads actions of the kind `\(kind)`, and none are loaded",
        choices: loaded
      )
    case .metric(let name, .postsNotLoaded):
      return Diagnostic(
        .relationNotLoaded,
        "`\(name)` reads posts, and none are loaded",
        choices: ["load posts from \"FILE\""]
      )
    case .metric(let name, .vouchesNotLoaded):
      return Diagnostic(
        .relationNotLoaded,
        "`\(name)` reads vouches, and none are loaded",
        choices: ["load vouches from \"FILE\""]
      )
    case .metric(let name, .nothingToCompare):
      return Diagnostic(
        .missingQualifier,
        "`\(name)` needs the beginning of a period, or moves that are assumed",
        choices: ["since 2026-01-01 until 2026-06-30", "assuming 5 new people follow @PERSON"]
      )
    case .metric(let name, .untried):
      return Diagnostic(
        .wrongKind,
        "the measure behind `\(name) in` cannot be tried on other graphs"
      )
    case .metric(let name, .nothingDated):
      return Diagnostic(
        .nothingLoaded,
        "`\(name)` reads when things happened, and nothing in the data is dated"
      )
    case .metric(let name, .relationWithoutWeights(let relation)):
      return Diagnostic(
        .wrongKind,
        "`\(name)` reads weights, and the ties of `\(relation)` carry none"
      )
    case .metric(let name, .missing(let qualifier)):
      return Diagnostic(.missingQualifier, "`\(name)` needs `\(qualifier.rawValue)`")
    case .metric(let name, .outOfRange(let parameter, _, let range)):
      let low = Reading.literal(range.lowerBound, false)
      let high = Reading.literal(range.upperBound, false)
      return Diagnostic(
        .outOfRange,
        "`\(parameter)` of `\(name)` lies between \(low) and \(high)"
      )
    case .metric(let name, .diverges(let parameter, let value, let limit)):
      let below = (limit * 1e4).rounded(.down) / 1e4
      return Diagnostic(
        .outOfRange,
        "`\(name)` has no values with `\(parameter)` \(Reading.literal(value, false)) here: "
          + "chains outgrow it",
        choices: ["\(parameter) \(Reading.literal(below * 0.9, false))"],
        notes: ["it lies below 1 / the greatest eigenvalue, \(Reading.literal(below, false))"]
      )
    case .metric(let name, .unknownOption(let parameter, let option, let options)):
      return Diagnostic(
        .unknownName,
        "`\(option)` is no \(parameter) of `\(name)`",
        choices: options
      )
    }
  }
}

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
