package import Values

/// The cells of a column as a person reads them.
package enum CellText {
  /// The texts of the first rows, of all unless said; `-` for what is missing.
  ///
  /// Complexity: O(characters).
  package static func texts(of column: Column, first count: Int = .max) -> [String] {
    texts(of: column, rows: Array(0..<min(count, column.count)), glyphs: .lines)
  }

  /// The texts of some rows.
  static func texts(of column: Column, rows: [Int], glyphs: BoxGlyphs) -> [String] {
    switch column.cells {
    case .ranks(let ranks):
      let shared = rows.contains { ranks[$0].isShared }
      return rows.map { row in
        guard ranks[row].place > 0 else { return shared ? "- " : "-" }
        return "\(ranks[row].place)" + (ranks[row].isShared ? "=" : shared ? " " : "")
      }
    case .people(let people, let labels):
      return rows.map { Handle.typed(labels.handle(of: people[$0])) }
    case .numbers(let numbers):
      return NumberText.cells(rows.map { numbers[$0] }, unit: column.unit, glyphs: glyphs)
    case .texts(let texts):
      return rows.map { texts[$0].map(Escaping.visible) ?? "-" }
    case .flags(let flags):
      return rows.map { row in flags[row].map { $0 ? "yes" : "no" } ?? "-" }
    case .instants(let instants):
      return rows.map { instants[$0]?.description ?? "-" }
    }
  }
}
