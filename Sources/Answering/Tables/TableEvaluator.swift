import Graph
import Metrics
import Query
import Syntax
import Values

/// Computes on the columns of a finished table, row by row.
///
/// Names mean columns; ranks count as numbers and people as their handles.
struct TableEvaluator {
  /// The table.
  let table: Table

  /// For each row whether a condition holds; nil where that is unknown.
  ///
  /// A comparison with a missing value is unknown, and so is not it; `and` and `or` know what they
  /// can from the rest. Complexity: O(rows) for each part of the condition.
  func truth(of condition: BoundCondition) -> [Bool?] {
    switch condition {
    case .not(let inner): return truth(of: inner).map { $0.map { !$0 } }
    case .all(let parts):
      return joined(parts, empty: true) { left, right in
        left == false || right == false ? false : left == nil || right == nil ? nil : true
      }
    case .any(let parts):
      return joined(parts, empty: false) { left, right in
        left == true || right == true ? true : left == nil || right == nil ? nil : false
      }
    default:
      let test = condition.test(numbers: numbers, cells: cells)
      return (0..<table.rowCount).map(test)
    }
  }

  private func joined(
    _ parts: [BoundCondition],
    empty: Bool,
    _ join: (Bool?, Bool?) -> Bool?
  ) -> [Bool?] {
    let none = [Bool?](repeating: empty, count: table.rowCount)
    return parts.reduce(none) { known, part in zip(known, truth(of: part)).map(join) }
  }

  /// A measure's values, of whatever kind.
  func cells(of measure: BoundMeasure) -> Attribute.Cells {
    guard case .attribute(let name, _) = measure else { return .numbers(numbers(of: measure)) }
    return table[name]?.cells.values ?? .numbers(Array(repeating: .nan, count: table.rowCount))
  }

  /// A measure's number in each row; NaN where missing.
  func numbers(of measure: BoundMeasure) -> [Double] {
    switch measure {
    case .number(let number, _): return Array(repeating: number, count: table.rowCount)
    case .negative(let inner): return numbers(of: inner).map { -$0 }
    case .function(let function, let inner):
      return function.applied(to: numbers(of: inner), among: 0..<UInt32(table.rowCount))
    case .combined(let left, let operation, let right):
      return zip(numbers(of: left), numbers(of: right)).map(operation.applied)
    case .attribute:
      if case .numbers(let numbers) = cells(of: measure) { return numbers }
      return Array(repeating: .nan, count: table.rowCount)
    case .metric, .companion, .myTrust, .tieWeight, .inferredTie, .defined, .scoped:
      // Names of a table mean nothing else than its columns.
      return Array(repeating: .nan, count: table.rowCount)
    }
  }
}

extension Column.Cells {
  /// The cells as plain values: ranks as numbers, people as handles.
  ///
  /// Complexity: O(rows) for ranks and people, else O(1).
  var values: Attribute.Cells {
    switch self {
    case .ranks(let ranks): .numbers(ranks.map { $0.place == 0 ? .nan : Double($0.place) })
    case .people(let people, let labels): .texts(people.map { labels.handle(of: $0) })
    case .numbers(let numbers): .numbers(numbers)
    case .texts(let texts): .texts(texts)
    case .flags(let flags): .flags(flags)
    case .instants(let instants): .instants(instants)
    }
  }

  /// The cells of some rows, in their order.
  func rows(_ rows: [Int]) -> Column.Cells {
    switch self {
    case .ranks(let ranks): .ranks(rows.map { ranks[$0] })
    case .people(let people, let labels): .people(rows.map { people[$0] }, labels)
    case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
    case .texts(let texts): .texts(rows.map { texts[$0] })
    case .flags(let flags): .flags(rows.map { flags[$0] })
    case .instants(let instants): .instants(rows.map { instants[$0] })
    }
  }

  /// Whether they are places in a ranking, which begin with the first.
  var areRanks: Bool { if case .ranks = self { true } else { false } }
}
