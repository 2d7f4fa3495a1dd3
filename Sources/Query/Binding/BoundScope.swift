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

  /// The whole graph.
  package init() {}
}

extension BoundScope {
  /// Whether it narrows nothing.
  package var isWhole: Bool {
    since == nil && until == nil && moment == nil && period == nil && absent == nil
  }

  /// Its first moment; nil where it has none.
  package var start: Instant? {
    switch period {
    case .whole(let date): date.first
    case .last(_, let from, _): from
    case nil: since?.first
    }
  }

  /// Its last moment; nil where it has none.
  package var end: Instant? {
    switch period {
    case .whole(let date): date.last
    case .last(_, _, let to): to
    case nil: until?.last ?? moment?.last
    }
  }

  /// Whether a topic's threshold decides who is in it.
  var readsInterest: Bool {
    absent?.readsInterest == true
  }

  /// This scope with what another says in place of what it says on the same.
  ///
  /// A period of one's own takes the place of all bounds in time.
  func narrowed(by inner: BoundScope) -> BoundScope {
    var scope = self
    if inner.start != nil || inner.end != nil {
      (scope.since, scope.until) = (inner.since, inner.until)
      (scope.moment, scope.period) = (inner.moment, inner.period)
    }
    scope.absent =
      switch (absent, inner.absent) {
      case (let outer?, let own?): .union([outer, own])
      case (let one?, nil), (nil, let one?): one
      case (nil, nil): nil
      }
    return scope
  }
}
