/// What is to be done with each column of one file: the brackets and the header, resolved.
struct LoadPlan: Sendable {
  /// What the rows are.
  let thing: LoadRequest.Thing
  /// How the file is written.
  var dialect = Dialect()
  /// The names of the columns, or their numbers where the file does not name them.
  var columns: [String] = []
  /// The number of each role's column, from 1; 0 is the line's number.
  var columnOf: [Role: Int] = [:]
  /// A value that stands for a whole column: `kind = "share"`.
  var constants: [Role: String] = [:]
  /// Our kind for a kind of the file, both in lower case.
  var translations: [String: String] = [:]
  /// Columns over people: their names here, and their numbers.
  var attributes: [(name: String, column: Int)] = []
  /// How weights become ours.
  var scale = Scale.none
  /// What the report should say about all this.
  var notes: [String] = []

  /// A plan without columns yet.
  init(_ thing: LoadRequest.Thing) {
    self.thing = thing
    constants[.kind] = thing.kind
  }

  /// The column of a role; -1 where there is none.
  subscript(role: Role) -> Int { columnOf[role] ?? -1 }

  /// Whether the number of the line is used as a column.
  var usesLines: Bool { columnOf.values.contains(0) || attributes.contains { $0.column == 0 } }
}
