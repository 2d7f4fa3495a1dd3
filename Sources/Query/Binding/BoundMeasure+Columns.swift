import Metrics

extension BoundMeasure {
  /// The name its column has: a metric's own, else the canonical text.
  package var columnName: String {
    switch self {
    case .metric(let call): call.metric.card.name
    case .companion(let name, _): name
    case .attribute(let name, _): name
    case .defined(let name, _): name
    default: Reading.text(of: self)
    }
  }
}

extension [BoundMeasure] {
  /// The names their columns have: where several share one, the canonical text of each.
  package var columnNames: [String] {
    let names = map(\.columnName)
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(self, names).map { measure, name in
      counts[name] == 1 ? name : Reading.text(of: measure)
    }
  }
}
