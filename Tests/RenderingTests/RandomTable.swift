import TestSupport
import Values

/// Tables of any shape, with names from every corner of Unicode.
enum RandomTable {
  private static let pieces = [
    "a", "Z", "7", " ", "_", "-", ".", ",", ";", "\"", "'", "\\", "|", "\t", "\n", "\r", "\r\n",
    "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{A0}", "é", "e\u{301}", "\u{301}", "ß", "漢", "字",
    "한", "\u{1112}\u{1161}\u{11AB}", "ｆ", "👍", "👍🏽", "👩‍👩‍👧", "🇳🇱", "1️⃣", "❤️", "\u{200B}",
    "\u{202E}", "\u{2028}", "\u{FEFF}", "ि", "नि", "ع", "overlap", "日本語のとても長い文章",
  ]

  /// A text of up to so many pieces.
  static func text(pieces most: Int, using random: inout SeededRandom) -> String {
    let count = Int.random(in: 0...most, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// A number of any size that is not infinite.
  static func number(using random: inout SeededRandom) -> Double {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .nan
    case 1: Double(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 2: Double.random(in: 0...1, using: &random)
    case 3: Double.random(in: -1e6...1e6, using: &random)
    default:
      [
        0, -0.0, 1e-300, .leastNonzeroMagnitude, 1e15, 1e16, 123_456_789_012_345_680,
        1.7976931348623157e308, 1e-5,
      ]
      .randomElement(using: &random) ?? 0
    }
  }

  /// A table of up to twelve columns and twelve rows.
  static func table(using random: inout SeededRandom) -> Table {
    let rows = Int.random(in: 0...12, using: &random)
    let columns = (0..<Int.random(in: 1...12, using: &random)).map { index in
      let cells = cells(rows: rows, using: &random)
      let units: [Unit] = [
        .count(of: "x"), .amount(of: "x"), .share, .score, .ratio, .index, .plain,
      ]
      return Column(
        "\(index)\(text(pieces: 5, using: &random))",
        unit: units.randomElement(using: &random) ?? .plain,
        cells: cells,
        ranks: Bool.random(using: &random)
      )
    }
    return Table(columns)
  }

  private static func cells(rows: Int, using random: inout SeededRandom) -> Column.Cells {
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return .ranks((0..<rows).map { Rank($0 + 1, isShared: Bool.random(using: &random)) })
    case 1:
      let handles = (0..<rows).map { _ in text(pieces: 6, using: &random) }
      return .people((0..<UInt32(rows)).map { $0 }, Labels(handles: handles))
    case 2: return .numbers((0..<rows).map { _ in number(using: &random) })
    case 3:
      return .texts(
        (0..<rows).map { _ in
          Bool.random(using: &random) ? text(pieces: 12, using: &random) : nil
        }
      )
    case 4:
      return .flags(
        (0..<rows).map { _ in [true, false, nil].randomElement(using: &random) ?? nil }
      )
    default:
      return .instants(
        (0..<rows).map { _ in
          Instant(
            microseconds: Int64.random(
              in: -62_000_000_000_000_000...250_000_000_000_000_000,
              using: &random
            )
          )
        }
      )
    }
  }
}
