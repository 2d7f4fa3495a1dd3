import Query
import Values

/// Rows that are no people, of which a table is made once they are chosen.
protocol RowSource {
  associatedtype Row

  /// What a row is, in the plural.
  var noun: String { get }
  /// The names of the columns, left to right.
  var columnNames: [String] { get }
  /// How many rows there are, whether asked for or not.
  var total: Int { get }

  /// Hands on the rows asked for, at most so many at a time.
  func batches(
    of size: Int,
    _ take: ([Row]) throws(EvaluationError) -> Void
  ) throws(EvaluationError)

  /// A column of some rows.
  func column(_ name: String, of rows: [Row]) -> Column

  /// Places of rows in the order of the rows' names, which is that of nothing else; those behind the
  /// first so many may be left out.
  func ordered(_ places: [Int], of rows: [Row], first count: Int) -> [Int]
}

extension RowSource {
  /// The columns that some measures read, of some rows; at least one, so that it has as many rows.
  func table(of measures: [BoundMeasure], for rows: [Row]) -> Table {
    let read = Set(measures.flatMap(\.columnsRead))
    let names = columnNames.filter(read.contains)
    return table(names.isEmpty ? Array(columnNames.prefix(1)) : names, of: rows)
  }

  /// Some columns of some rows.
  func table(_ names: [String], of rows: [Row]) -> Table {
    Table(names.map { column($0, of: rows) }, rowNoun: noun)
  }

  /// The places of rows in an order, equal ones by name; those behind the first so many are left out.
  ///
  /// Complexity: O(rows log rows).
  func ordered(_ rows: [Row], by order: TableOrder?, first count: Int) -> [Int] {
    let places = Array(rows.indices)
    guard let order else { return Array(ordered(places, of: rows, first: count).prefix(count)) }
    let sorted = order.sorted(places)
    var result: [Int] = []
    var start = 0
    while start < sorted.count, result.count < count {
      var end = start + 1
      while end < sorted.count, order.compare(sorted[start], sorted[end]) == 0 { end += 1 }
      let equals = Array(sorted[start..<end])
      result += ordered(equals, of: rows, first: count - result.count)
      start = end
    }
    return Array(result.prefix(count))
  }
}

extension BoundMeasure {
  /// The columns of a table it reads.
  var columnsRead: [String] {
    switch self {
    case .attribute(let name, _): [name]
    case .function(_, let inner), .negative(let inner): inner.columnsRead
    case .combined(let left, _, let right): left.columnsRead + right.columnsRead
    case .number, .metric, .companion, .myTrust, .tieWeight, .inferredTie, .defined, .scoped: []
    }
  }

  /// Whether its value in a row depends on other rows.
  var isAmongOthers: Bool {
    switch self {
    case .function(.percentile, _), .function(.decile, _): true
    case .function(_, let inner), .negative(let inner), .defined(_, let inner),
      .scoped(let inner, _):
      inner.isAmongOthers
    case .combined(let left, _, let right): left.isAmongOthers || right.isAmongOthers
    case .number, .metric, .companion, .attribute, .myTrust, .tieWeight, .inferredTie: false
    }
  }
}
