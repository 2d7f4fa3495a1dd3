import Values

extension Column.Cells {
  /// Whether the cells are read from their right end: numbers and ranks.
  var areNumeric: Bool {
    switch self {
    case .numbers, .ranks: true
    case .people, .texts, .flags, .instants: false
    }
  }
}
