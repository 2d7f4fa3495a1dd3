/// Columns of equal length: what every question answers with.
package struct Table: Sendable {
  /// The columns, left to right.
  package let columns: [Column]
  /// How many rows each of them has.
  package let rowCount: Int
  /// What a row is, in the plural: "people", "topics".
  package let rowNoun: String

  /// A table of columns of one length.
  package init(_ columns: [Column], rowNoun: String = "people") {
    self.columns = columns
    self.rowNoun = rowNoun
    rowCount = columns.first?.count ?? 0
    assert(columns.allSatisfy { $0.count == rowCount }, "columns differ in length")
  }

  /// The first column of that name.
  package subscript(name: String) -> Column? {
    columns.first { $0.name == name }
  }
}
