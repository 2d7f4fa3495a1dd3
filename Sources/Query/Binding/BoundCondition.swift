package import Syntax
package import Values

/// A condition on rows, every name resolved and every kind checked.
package indirect enum BoundCondition: Sendable {
  case compare(BoundMeasure, ConditionSyntax.Comparator, BoundMeasure)
  case compareText(attribute: BoundMeasure, ConditionSyntax.Comparator, String)
  /// A column of people with one person, by handle.
  case comparePerson(attribute: BoundMeasure, ConditionSyntax.Comparator, String)
  case compareInstant(attribute: BoundMeasure, ConditionSyntax.Comparator, BoundDate)
  /// Inclusive at both ends.
  case between(BoundMeasure, BoundMeasure, BoundMeasure)
  case betweenInstants(attribute: BoundMeasure, BoundDate, BoundDate)
  case isMissing(BoundMeasure)
  case matches(attribute: BoundMeasure, pattern: String)
  case flag(BoundMeasure)
  /// The people of a set, by its name: `where fans`.
  case member(BoundPeople)
  case not(BoundCondition)
  case all([BoundCondition])
  case any([BoundCondition])
}

/// A date as it was typed: a whole unit, from its first moment to its last.
package struct BoundDate: Sendable, Hashable {
  /// As it was typed.
  package let text: String
  /// The first moment of the day, month or year.
  package let first: Instant
  /// The last moment of it.
  package let last: Instant

  /// A moment, which is no unit of the calendar.
  package init(_ moment: Instant) {
    text = "\(moment)"
    first = moment
    last = moment
  }

  /// A date `2026-01-31`, month `2026-01` or year `2026`; nil where there is no such day.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard (1...3).contains(parts.count),
      let first = Instant(
        year: parts[0],
        month: parts.count > 1 ? parts[1] : 1,
        day: parts.count > 2 ? parts[2] : 1
      )
    else { return nil }
    let days =
      switch parts.count {
      case 3: 1
      case 2: Instant.days(in: parts[1], of: parts[0])
      default: 337 + Instant.days(in: 2, of: parts[0])
      }
    self.text = text
    self.first = first
    last = Instant(microseconds: first.microseconds + Int64(days) * 86_400_000_000 - 1)
  }
}

extension BoundCondition {
  /// The measures in it, left to right.
  package var measures: [BoundMeasure] {
    switch self {
    case .compare(let left, _, let right): [left, right]
    case .compareText(let measure, _, _), .comparePerson(let measure, _, _),
      .compareInstant(let measure, _, _),
      .betweenInstants(let measure, _, _), .isMissing(let measure), .matches(let measure, _),
      .flag(let measure):
      [measure]
    case .between(let measure, let low, let high): [measure, low, high]
    case .member: []
    case .not(let inner): inner.measures
    case .all(let parts), .any(let parts): parts.flatMap(\.measures)
    }
  }

  /// Whether a topic's threshold decides for whom it holds.
  var readsInterest: Bool {
    switch self {
    case .member(let people): people.readsInterest
    case .not(let inner): inner.readsInterest
    case .all(let parts), .any(let parts): parts.contains(where: \.readsInterest)
    default: measures.contains(where: \.readsInterest)
    }
  }
}
