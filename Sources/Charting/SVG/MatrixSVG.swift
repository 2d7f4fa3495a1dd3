import Rendering

extension SVGDrawing {
  /// Draws fields, the darker the more; columns go by the numbers of the rows.
  mutating func draw(_ matrix: Matrix) {
    let count = matrix.names.count
    let names = min(260, (matrix.names.map { Self.width(of: $0) }.max() ?? 0) + 30)
    let side = min(84, (Self.width - names - 36) / Double(max(1, count)))
    let left = 12 + names + 10
    for column in matrix.names.indices {
      add(
        "quiet middle",
        at: (left + side * (Double(column) + 0.5), height + 12),
        "\(column + 1)"
      )
    }
    height += 20
    let rowHeight = 28.0
    for (row, fields) in matrix.fields.enumerated() {
      let name = matrix.names[row]
      add(
        "end",
        at: (left - 10, height + 18),
        Self.cut("\(name)  \(row + 1)", to: names),
        full: name
      )
      for (column, field) in fields.enumerated() where row != column && !field.text.isEmpty {
        let x = left + side * Double(column)
        let depth = FixedPoint.text(0.75 * matrix.depth(of: field.value), decimals: 2)
        let color = field.value < 0 ? 1 : 0
        add(
          "<rect class=\"fill\(color)\" fill-opacity=\"\(depth)\" x=\"\(Self.spelled(x + 1))\" "
            + "y=\"\(Self.spelled(height + 1))\" width=\"\(Self.spelled(side - 2))\" "
            + "height=\"\(Self.spelled(rowHeight - 2))\"/>"
        )
        // In fields that narrow, numbers would run into each other.
        guard Self.width(of: field.text) < side + 4 else { continue }
        add(
          "middle",
          at: (x + side / 2, height + 18),
          field.text,
          full: "\(name), \(matrix.names[column]): \(field.text)"
        )
      }
      height += rowHeight
    }
  }
}
