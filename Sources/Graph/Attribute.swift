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

  /// The name, as the file's header has it.
  package let name: String
  /// The values.
  package let cells: Cells

  /// A column over people.
  package init(name: String, cells: Cells) {
    self.name = name
    self.cells = cells
  }

  /// How many people it covers.
  package var count: Int {
    switch cells {
    case .numbers(let numbers): numbers.count
    case .texts(let texts): texts.count
    case .flags(let flags): flags.count
    case .instants(let instants): instants.count
    }
  }

  /// The kind of its values, in words.
  package var kind: String {
    switch cells {
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
