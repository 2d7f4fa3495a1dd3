import Metrics
import Syntax

extension MeasureSyntax {
  /// Its `of SET`, where it has one.
  var people: QualifierSyntax? {
    guard case .named(_, let qualifiers) = self else { return nil }
    return qualifiers.first { if case .of = $0.kind { true } else { false } }
  }

  /// The measure without its `of SET`, which means the same as `for SET`, and that set.
  var withoutPeople: (MeasureSyntax, PeopleSyntax?, Range<Int>?) {
    guard case .named(let name, let qualifiers) = self else { return (self, nil, nil) }
    var rest = qualifiers
    // A second one stays, and is refused there.
    let index = rest.firstIndex { if case .of = $0.kind { true } else { false } }
    guard let index, case .of(let people) = rest[index].kind else { return (self, nil, nil) }
    let range = rest.remove(at: index).range
    return (.named(name, rest), people, range)
  }

  /// The names in it, left to right.
  var names: [Name] {
    switch self {
    case .named(let name, _): [name]
    case .number, .column: []
    case .function(_, let inner), .negative(let inner, _), .scoped(let inner, _, _): inner.names
    case .combined(let left, _, let right): left.names + right.names
    }
  }

  /// The measure with a qualifier behind each name that takes it.
  func adding(_ qualifier: QualifierSyntax, where takes: (Name) -> Bool) -> MeasureSyntax {
    switch self {
    case .named(let name, let qualifiers):
      takes(name) ? .named(name, qualifiers + [qualifier]) : self
    case .number, .column: self
    case .function(let name, let inner): .function(name, inner.adding(qualifier, where: takes))
    case .negative(let inner, let range):
      .negative(inner.adding(qualifier, where: takes), range: range)
    case .scoped(let inner, let scope, let range):
      .scoped(inner.adding(qualifier, where: takes), scope, range: range)
    case .combined(let left, let sign, let right):
      .combined(
        left.adding(qualifier, where: takes),
        sign,
        right.adding(qualifier, where: takes)
      )
    }
  }
}

extension Vocabulary {
  /// Whether a measure may have `in #topic` behind it.
  func takesTopic(_ name: String) -> Bool {
    let key = name.lowercased()
    let metric = metrics[key] ?? companions[key]?.metric
    return metric?.card.takes(.in) == true
  }
}
