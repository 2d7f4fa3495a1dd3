import Values

/// The kind of value a cell holds, or the cells of a column together.
enum CellKind: String, Sendable, Hashable {
  case flag = "yes/no"
  case number
  case date
  case text

  /// Texts that stand for nothing in a column of another kind.
  static let missingWords: Set<String> = [
    "na", "n/a", "null", "nil", "none", "nan", "\\n", "-", "?",
  ]

  /// The kind of one cell; nil where it is empty.
  init?(_ cell: String) {
    guard !cell.isEmpty else { return nil }
    if CellKind.flag(cell) != nil {
      self = .flag
    } else if CellKind.number(cell) != nil {
      self = .number
    } else if CellKind.instant(cell) != nil {
      self = .date
    } else {
      self = .text
    }
  }

  /// Yes or no, as files write it; nil for anything else.
  static func flag(_ cell: String) -> Bool? {
    guard cell.utf8.count <= 5 else { return nil }
    return switch cell.lowercased() {
    case "yes", "true", "y": true
    case "no", "false", "n": false
    default: nil
    }
  }

  /// The number a cell says; nil where that would lose something: a leading zero, a 17th digit.
  static func number(_ cell: String) -> Double? {
    let utf8 = cell.utf8
    guard let first = utf8.first, first < UInt8(ascii: "A") else { return nil }
    let digits = utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    if digits.first == UInt8(ascii: "0"), digits.count > 1,
      digits.dropFirst().first.map({ $0 &- UInt8(ascii: "0") < 10 }) == true
    {
      return nil
    }
    guard case .number(let number) = DecimalText.read(utf8.span) else { return nil }
    let isWhole = digits.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    return isWhole && abs(number) > 9_007_199_254_740_992 ? nil : number
  }

  /// The date a cell says; nil for plain numbers, which may be anything.
  static func instant(_ cell: String) -> Instant? {
    guard cell.utf8.count >= 6, cell.utf8.count <= 40,
      cell.utf8.dropFirst(4).contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
      ),
      case .instant(let instant) = TimeText.read(cell.utf8.span)
    else { return nil }
    return instant
  }
}
