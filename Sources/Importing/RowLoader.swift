import Graph

/// Takes the rows of one kind of file into a graph that is being built.
protocol RowLoader {
  /// Takes the row the scanner stands on, whole or not at all.
  ///
  /// Throws what is wrong with the row; nothing of it is kept then, not even its people.
  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)

  /// Adds what was taken to the graph, and its counts, its sentence and its notes to the report.
  ///
  /// Throws what is wrong with the file as a whole.
  mutating func finish(
    _ builder: inout GraphBuilder,
    _ report: inout LoadReport
  )
    throws(ImportError)

  /// How many different people the file named, of those there are now.
  func peopleNamed(in builder: borrowing GraphBuilder) -> Int
}

extension LoadReport {
  /// Adds a count, unless it is zero and says nothing.
  mutating func add(_ name: String, _ count: Int, evenZero: Bool = false) {
    if count > 0 || evenZero { counts.append(Count(name, count)) }
  }
}
