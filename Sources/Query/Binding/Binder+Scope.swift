import Diagnostics
import Graph
import Syntax
import Values

extension Binder {
  /// The part of the graph a scope names.
  mutating func bind(_ syntax: ScopeSyntax) -> BoundScope {
    var scope = BoundScope()
    scope.since = syntax.since.flatMap { date($0.text, at: $0.range) }
    scope.until = syntax.until.flatMap { date($0.text, at: $0.range) }
    scope.moment = syntax.moment.flatMap { date($0.text, at: $0.range) }
    scope.period = syntax.period.flatMap { bind($0) }
    scope.absent = syntax.absent.flatMap { bind($0) }
    if let period = syntax.period,
      syntax.since != nil || syntax.until != nil || syntax.moment != nil
    {
      report(
        .repeatedClause,
        "`in` names a whole period, other bounds have no place beside it",
        at: period.range
      )
    } else if let moment = syntax.moment, let until = syntax.until {
      report(
        .repeatedClause,
        "`as of` and `until` both say where the period ends",
        at: min(
          moment.range.lowerBound,
          until.range.lowerBound
        )..<max(
          moment.range.upperBound,
          until.range.upperBound
        )
      )
    } else if let start = scope.start, let end = scope.end, start > end, let since = syntax.since {
      report(.outOfRange, "the period ends before it begins", at: since.range)
    }
    scope.moves = bind(syntax.moves)
    return scope
  }

  private mutating func bind(_ period: ScopeSyntax.Period) -> BoundScope.Period? {
    switch period {
    case .whole(let syntax): return date(syntax.text, at: syntax.range).map { .whole($0) }
    case .last(let duration, let range):
      guard duration.count > 0 else {
        report(.outOfRange, "a period is longer than nothing", at: range)
        return nil
      }
      guard let now else {
        guard !graph.isEmpty else {
          reportNothingLoaded(at: range)
          return nil
        }
        report(
          .nothingLoaded,
          "nothing in the data is dated, so there is no *now*",
          at: range,
          choices: ["set now 2026-06-30"]
        )
        return nil
      }
      guard let start = now.earlier(by: duration) else {
        report(.outOfRange, "the period begins before the year 1", at: range)
        return nil
      }
      return .last(duration, from: start, to: now)
    }
  }

  /// *Now*: as it was set, else the latest moment in the data.
  var now: Instant? { settings.now?.last ?? graph.latest }
}

extension ScopeSyntax.Period {
  /// Its bytes in the source.
  fileprivate var range: Range<Int> {
    switch self {
    case .whole(let date): date.range
    case .last(_, let range): range
    }
  }
}

extension Instant {
  /// The moment just behind that so long before this one, so that both bound exactly so long; nil
  /// before the year 1.
  ///
  /// Months and years go by the calendar: a month before 31 March is the last day of February.
  func earlier(by duration: DurationSyntax) -> Instant? {
    let moment: Instant?
    switch duration.unit {
    case .month: moment = earlier(byMonths: duration.count)
    case .year: moment = earlier(byMonths: duration.count * 12)
    case .hour, .day, .week:
      let length = duration.days * 86_400_000_000
      guard length < 4e17 else { return nil }
      moment = Instant(microseconds: microseconds - Int64(length))
    }
    guard let moment, let first = Instant(year: 1, month: 1, day: 1), moment >= first else {
      return nil
    }
    return Instant(microseconds: moment.microseconds + 1)
  }

  private func earlier(byMonths months: Double) -> Instant? {
    guard let count = Int(exactly: months.rounded()), count < 120_000 else { return nil }
    let (year, month, day, seconds) = parts
    let index = year * 12 + month - 1 - count
    guard index >= 12 else { return nil }
    let days = Instant.days(in: index % 12 + 1, of: index / 12)
    return Instant(
      year: index / 12,
      month: index % 12 + 1,
      day: min(day, days),
      secondsOfDay: seconds
    )
  }
}
