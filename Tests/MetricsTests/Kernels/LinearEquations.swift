/// So many equations with so many unknowns, solved by elimination: the slow way to a fixed point.
struct LinearEquations {
  private var rows: [[Double]]
  private var right: [Double]

  /// `x = right`, to which terms are added.
  init(unknowns count: Int, right: [Double]) {
    rows = (0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } }
    self.right = right
  }

  /// What an unknown is multiplied by in an equation.
  subscript(equation: Int, unknown: Int) -> Double {
    get { rows[equation][unknown] }
    set { rows[equation][unknown] = newValue }
  }

  /// The unknowns; the greatest pivot of each column is taken.
  var solution: [Double] {
    var (rows, right) = (rows, right)
    for column in rows.indices {
      let pivot = (column..<rows.count).max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      guard let pivot else { continue }
      rows.swapAt(column, pivot)
      right.swapAt(column, pivot)
      for row in rows.indices where row != column && rows[row][column] != 0 {
        let factor = rows[row][column] / rows[column][column]
        for place in column..<rows.count { rows[row][place] -= factor * rows[column][place] }
        right[row] -= factor * right[column]
      }
    }
    return rows.indices.map { right[$0] / rows[$0][$0] }
  }
}
