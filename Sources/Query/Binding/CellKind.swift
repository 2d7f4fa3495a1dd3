import Graph
package import Values

/// What the cells of a column hold, in words.
package enum CellKind: String, Sendable {
  case number = "a number"
  case text = "text"
  case person = "a person"
  case flag = "yes/no"
  case instant = "a date"
}

/// The name and the kind of a column of a finished table.
package struct ColumnOutline: Sendable {
  /// The name.
  package let name: String
  /// What its cells hold.
  package let kind: CellKind
  /// Whether its numbers are parts of a whole, 0 to 1.
  package let isShare: Bool

  /// A column in outline.
  package init(_ name: String, _ kind: CellKind, isShare: Bool = false) {
    self.name = name
    self.kind = kind
    self.isShare = isShare
  }
}

extension Column {
  /// The column in outline.
  package var outline: ColumnOutline {
    let kind: CellKind =
      switch cells {
      case .numbers, .ranks: .number
      case .people: .person
      case .texts: .text
      case .flags: .flag
      case .instants: .instant
      }
    return ColumnOutline(name, kind, isShare: unit == .share)
  }
}

extension Attribute {
  /// What its cells hold.
  var cellKind: CellKind {
    switch form {
    case .numbers: .number
    case .texts: .text
    case .flags: .flag
    case .instants: .instant
    }
  }
}
