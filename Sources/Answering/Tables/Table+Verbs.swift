import Graph
import Metrics
import Query
import Values

extension Table {
  /// The rows in which a condition holds, and in how many others it is unknown.
  func filtered(by condition: BoundCondition) -> (table: Table, untold: Int) {
    let truth = TableEvaluator(table: self).truth(of: condition)
    let kept = truth.indices.filter { truth[$0] == true }
    return (rows(kept), truth.count { $0 == nil })
  }

  /// The rows in an order of columns, those that are equal as they were; what is missing comes last.
  ///
  /// No column ranks the rows any longer. Complexity: O(rows log rows).
  func sorted(by keys: [Question.SortKey]) -> Table {
    let order = TableOrder(self, by: keys)
    let sorted = order.sorted(Array(0..<rowCount))
    return Table(rows(sorted).columns.map { $0.unranked }, rowNoun: rowNoun)
  }

  /// These columns: those of the table as they are, others computed row by row.
  func keeping(_ measures: [BoundMeasure]) -> Table {
    let evaluator = TableEvaluator(table: self)
    let columns = measures.map { measure in
      if case .attribute(let name, _) = measure, let column = self[name] { return column }
      return Column(
        Reading.text(of: measure),
        cells: .numbers(evaluator.numbers(of: measure)),
        missingReason: "not defined"
      )
    }
    return Table(columns, rowNoun: rowNoun)
  }

  /// Some rows, in this order.
  func rows(_ rows: [Int]) -> Table {
    Table(columns.map { $0.rows(rows) }, rowNoun: rowNoun)
  }
}

/// The order that sort keys make of the rows of a table.
struct TableOrder {
  private let keys: [RowOrder.Key]

  /// The order by keys over the columns of a table.
  ///
  /// Without a direction numbers go down, places in a ranking, texts and dates up.
  init(_ table: Table, by keys: [Question.SortKey]) {
    let evaluator = TableEvaluator(table: table)
    self.keys = keys.map { key in
      if case .attribute(let name, _) = key.measure, let column = table[name] {
        return column.key(isAscending: key.isAscending)
      }
      return RowOrder.Key(evaluator.cells(of: key.measure), isAscending: key.isAscending)
    }
  }

  /// The order by keys that are computed.
  init(_ keys: [RowOrder.Key]) { self.keys = keys }

  /// Rows in order, equal ones as they were.
  ///
  /// Complexity: O(rows log rows).
  func sorted(_ rows: [Int]) -> [Int] {
    if keys.count == 1, case .numbers(let numbers) = keys[0].cells {
      return sorted(rows, by: numbers, isAscending: keys[0].isAscending)
    }
    return rows.enumerated().sorted { left, right in
      let order = compare(left.element, right.element)
      return order == 0 ? left.offset < right.offset : order < 0
    }
    .map(\.element)
  }

  /// The common case: one number a row.
  private func sorted(_ rows: [Int], by numbers: [Double], isAscending: Bool) -> [Int] {
    let sign: Double = isAscending ? 1 : -1
    var known: [(key: Double, offset: Int)] = []
    known.reserveCapacity(rows.count)
    for (offset, row) in rows.enumerated() where !numbers[row].isNaN {
      known.append((numbers[row] * sign, offset))
    }
    known.sort { $0.key < $1.key || $0.key == $1.key && $0.offset < $1.offset }
    return known.map { rows[$0.offset] } + rows.filter { numbers[$0].isNaN }
  }

  /// Below 0 where the left row comes first, above 0 where the right one does, else 0.
  func compare(_ left: Int, _ right: Int) -> Int {
    for key in keys {
      let order = key.compare(left, right)
      if order != 0 { return order }
    }
    return 0
  }
}

extension Column {
  /// The column with other cells.
  func with(_ cells: Cells) -> Column {
    Column(
      name,
      unit: unit,
      cells: cells,
      ranks: ranks,
      ascends: ascends,
      missingReason: missingReason
    )
  }

  /// Some of its rows, in the order given.
  ///
  /// Complexity: O(rows).
  func rows(_ rows: [Int]) -> Column { with(cells.rows(rows)) }

  /// The column as a key of an order of rows; ranks go up unless another direction is asked for.
  func key(isAscending: Bool?) -> RowOrder.Key {
    RowOrder.Key(cells.values, isAscending: isAscending ?? (cells.areRanks ? true : nil))
  }

  /// The column without the mark that it ranks the rows.
  var unranked: Column {
    Column(name, unit: unit, cells: cells, missingReason: missingReason)
  }
}
