package import Values

/// A typed column over people: what a file said about them.
package struct Attribute: Sendable {
  /// The values, one a person, by kind.
  package enum Cells: Sendable {
    /// Numbers; NaN where missing.
    case numbers([Double])
    /// Texts; nil where missing.
    case texts([String?])
    /// Yes or no; nil where missing.
    case flags([Bool?])
    /// Dates and times; nil where missing.
    case instants([Instant?])
  }

  /// The kinds of values there are.
  package enum Form: Sendable {
    case numbers
    case texts
    case flags
    case instants
  }

  /// The name, as the file's header has it.
  package let name: String
  private let column: Part<Cells>

  /// A column over people.
  package init(name: String, cells: Cells) {
    self.name = name
    column = .held(cells)
  }

  /// A column that is brought when its values are first asked for.
  package init(name: String, cells: Deferred<Cells>) {
    self.name = name
    column = .deferred(cells)
  }

  /// The values, brought where they are not there.
  package var cells: Cells { column.value }

  /// The values if they are there.
  package var presentCells: Cells? { column.present }

  /// Of which kind the values are.
  package var form: Form { column.summary.form }

  /// How many people it covers.
  package var count: Int { column.summary.count }

  /// The kind of its values, in words.
  package var kind: String {
    switch form {
    case .numbers: "number"
    case .texts: "text"
    case .flags: "yes/no"
    case .instants: "date"
    }
  }

  /// The same column over more people, who have no value.
  package func widened(to count: Int) -> Attribute {
    let more = count - self.count
    guard more > 0 else { return self }
    let cells: Cells =
      switch cells {
      case .numbers(let numbers): .numbers(numbers + Array(repeating: .nan, count: more))
      case .texts(let texts): .texts(texts + Array(repeating: nil, count: more))
      case .flags(let flags): .flags(flags + Array(repeating: nil, count: more))
      case .instants(let instants): .instants(instants + Array(repeating: nil, count: more))
      }
    return Attribute(name: name, cells: cells)
  }
}
