/// Why one row cannot be taken; facts only, so that throwing it a million times costs little.
struct RowTrouble: Error, Sendable, Hashable {
  /// What is wrong.
  enum Kind: Sendable, Hashable {
    case missing
    case notANumber
    case decimalComma
    case notATime
    case dayFirst
    case negative
    case noSentiment
    case controlCharacter
    case nameTooLong
    case tooManyColumns
    case unclosedQuote
    case noRoom
  }

  /// What is wrong.
  let kind: Kind
  /// The number of the column it is about, from 1; 0 is the row as a whole.
  let column: Int
  /// What was wanted of that column.
  let role: Role

  /// Trouble with one cell.
  init(_ kind: Kind, column: Int, role: Role) {
    self.kind = kind
    self.column = column
    self.role = role
  }
}

extension RowTrouble {
  /// Why, in a few words, given what the role is called here, what the cell holds, and how many
  /// columns there are and should be.
  func words(called name: String, cell: String, columns: Int, expected: Int) -> String {
    let shown = "\"\(cell.count > 40 ? String(cell.prefix(40)) + "..." : cell)\""
    return switch kind {
    case .missing: "no \(name)"
    case .notANumber: "\(name) \(shown) is not a number"
    case .decimalComma: "\(name) \(shown) is not a number: decimals are written 0.5"
    case .notATime: "\(name) \(shown) is not a date or time: dates are written 2026-01-31"
    case .dayFirst: "\(name) \(shown) may be read two ways: dates are written 2026-01-31"
    case .noSentiment: "\(name) \(shown) lies outside -1 to 1"
    case .negative: "\(name) \(shown) is below zero"
    case .controlCharacter: "\(name) holds a control character"
    case .nameTooLong: "\(name) is longer than 1,024 bytes"
    case .tooManyColumns: "\(columns) columns where \(expected) are expected"
    case .unclosedQuote: "a quote opens here and does not close"
    case .noRoom: "there is no room for more"
    }
  }
}
