import Values

/// Gathers what the cells of one column have in common.
struct ColumnSketching {
  /// How many different values are counted one by one before they are estimated.
  private static let exactly = 2_000

  private var counts: [CellKind: Int] = [:]
  private var samples: [String] = []
  private var missing = 0
  private var seen: Set<UInt64> = []
  /// The part of all hashes that is kept: those below 2^(64 - `thinning`).
  private var thinning: UInt64 = 0
  private var least = Double.infinity
  private var greatest = -Double.infinity

  /// Takes the cell of one more row.
  ///
  /// Values are told apart by a hash of their bytes. Where there are many, half of the hashes are
  /// forgotten, again and again, and what is left stands for the rest.
  mutating func take(_ cell: String) {
    guard let kind = CellKind(cell) else {
      missing += 1
      return
    }
    counts[kind, default: 0] += 1
    if kind == .number, let number = CellKind.number(cell) {
      least = min(least, number)
      greatest = max(greatest, number)
    }
    if samples.count < 5, !samples.contains(cell) { samples.append(cell) }
    let hash = ColumnSketching.hash(cell)
    guard hash.leadingZeroBitCount >= thinning else { return }
    seen.insert(hash)
    if seen.count > ColumnSketching.exactly {
      thinning += 1
      seen = seen.filter { $0.leadingZeroBitCount >= thinning }
    }
  }

  /// The kind of the column: that of all its cells, else text; nil of none.
  var kind: CellKind? { counts.count == 1 ? counts.keys.first : counts.isEmpty ? nil : .text }

  /// What was gathered.
  func sketch(number: Int, name: String) -> FileDescription.ColumnSketch {
    FileDescription.ColumnSketch(
      number: number,
      name: name,
      kind: kind?.rawValue ?? "",
      samples: samples,
      distinct: seen.count << Int(thinning),
      isEstimate: thinning > 0,
      missing: missing,
      bounds: least <= greatest ? least...greatest : nil
    )
  }

  /// A 64-bit FNV-1a hash, mixed so that its leading bits may be counted; the same on every run.
  private static func hash(_ cell: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in cell.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}

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
