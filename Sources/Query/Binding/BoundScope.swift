package import Syntax
package import Values

/// The part of the graph something is computed on, every name resolved.
package struct BoundScope: Sendable {
  /// A period of its own.
  package enum Period: Sendable {
    /// `in 2026-03`.
    case whole(BoundDate)
    /// `in the last 90 days`: from the moment so long before *now*.
    case last(DurationSyntax, from: Instant, to: Instant)
    /// One of those that `per` makes.
    case calendar(CalendarPeriod)
  }

  /// `since D`.
  package var since: BoundDate?
  /// `until D`.
  package var until: BoundDate?
  /// `as of D`.
  package var moment: BoundDate?
  /// `in PERIOD`.
  package var period: Period?
  /// `without SET`.
  package var absent: BoundPeople?
  /// `assuming MOVES`, in their order.
  package var moves: [BoundMove] = []
  /// The topic events are about, where `per` makes a part for each.
  package var topic: UInt32?
  /// The kind interactions are of, where `per` makes a part for each.
  package var kind: UInt32?

  /// The whole graph.
  package init() {}
}

extension BoundScope {
  /// Whether it narrows nothing.
  package var isWhole: Bool {
    since == nil && until == nil && moment == nil && period == nil && absent == nil
      && topic == nil && kind == nil && moves.isEmpty
  }

  /// Its first moment; nil where it has none.
  package var start: Instant? {
    switch period {
    case .whole(let date): date.first
    case .last(_, let from, _): from
    case .calendar(let period): period.first
    case nil: since?.first
    }
  }

  /// Its last moment; nil where it has none.
  package var end: Instant? {
    switch period {
    case .whole(let date): date.last
    case .last(_, _, let to): to
    case .calendar(let period): period.last
    case nil: until?.last ?? moment?.last
    }
  }

  /// Whether a topic's threshold decides who is in it.
  var readsInterest: Bool {
    absent?.readsInterest == true || moves.contains(where: \.readsInterest)
  }

  /// This scope as it is at a moment, however long ago anything in it was; nil for its end.
  package func standing(at moment: Instant?) -> BoundScope {
    var scope = self
    (scope.since, scope.until, scope.period) = (nil, nil, nil)
    scope.moment = (moment ?? end).map { BoundDate($0) }
    return scope
  }

  /// This scope with what another says in place of what it says on the same.
  ///
  /// A period of one's own takes the place of all bounds in time; moves of one's own come after.
  package func narrowed(by inner: BoundScope) -> BoundScope {
    var scope = self
    if inner.start != nil || inner.end != nil {
      (scope.since, scope.until) = (inner.since, inner.until)
      (scope.moment, scope.period) = (inner.moment, inner.period)
    }
    scope.topic = inner.topic ?? topic
    scope.kind = inner.kind ?? kind
    scope.moves += inner.moves
    scope.absent =
      switch (absent, inner.absent) {
      case (let outer?, let own?): .union([outer, own])
      case (let one?, nil), (nil, let one?): one
      case (nil, nil): nil
      }
    return scope
  }
}
