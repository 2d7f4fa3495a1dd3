import Values

/// One column as a screen shows it: every text final but for being cut and padded.
struct ScreenColumn {
  /// The name, with the mark of the ranking column.
  let header: String
  /// The cells of the rows that are shown.
  let cells: [String]
  /// Whether the rows are ranked by it.
  let ranks: Bool
  /// Whether cells stand at the right edge.
  let isNumeric: Bool
  /// Whether the cells may be cut: texts and names, never numbers.
  let canBeCut: Bool
  /// The columns of the terminal the widest of header and cells takes.
  let width: Int

  /// The column with the cells of some rows.
  ///
  /// Once cancelled it is not whole. Complexity: O(characters).
  init(_ column: Column, rows: [Int], style: TableStyle) {
    let (name, glyphs) = (Escaping.visible(column.name), style.glyphs)
    let mark = column.ascends ? glyphs.ascending : glyphs.ranking
    header = column.ranks ? "\(name) \(mark)" : name
    ranks = column.ranks
    cells = Self.texts(of: column, rows: rows, style: style)
    isNumeric = column.cells.areNumeric
    canBeCut = column.cells.areNames
    width = max(DisplayWidth.of(header), cells.reduce(0) { max($0, DisplayWidth.of($1)) })
  }

  /// The narrowest it is cut to: what tells its different cells apart, within bounds.
  ///
  /// Complexity: O(characters log rows).
  func narrowest(within bounds: ClosedRange<Int>) -> Int {
    let distinct = Set(cells).sorted()
    let telling = zip(distinct, distinct.dropFirst()).reduce(0) { widest, pair in
      let shared = zip(pair.0, pair.1).prefix { $0 == $1 }.count
      // One more character, and the ellipsis.
      return max(widest, DisplayWidth.of(String(pair.0.prefix(shared + 1))) + 1)
    }
    return min(max(telling, bounds.lowerBound), bounds.upperBound)
  }

  private static func texts(of column: Column, rows: [Int], style: TableStyle) -> [String] {
    let (missing, monitor) = (Escaping.visible(style.missing), style.monitor)
    switch column.cells {
    case .ranks(let ranks):
      let shared = rows.contains { ranks[$0].isShared }
      return rows.map(watchedBy: monitor) { row in
        guard ranks[row].place > 0 else { return missing + (shared ? " " : "") }
        return "\(ranks[row].place)" + (ranks[row].isShared ? "=" : shared ? " " : "")
      }
    case .people(let people, let labels):
      return rows.map(watchedBy: monitor) { Handle.typed(labels.handle(of: people[$0])) }
    case .numbers(let numbers):
      return NumberText.cells(rows.map { numbers[$0] }, unit: column.unit, style: style)
    case .texts(let texts):
      return rows.map(watchedBy: monitor) { texts[$0].map(Escaping.visible) ?? missing }
    case .flags(let flags):
      return rows.map(watchedBy: monitor) { row in
        flags[row].map { $0 ? "yes" : "no" } ?? missing
      }
    case .instants(let instants):
      return rows.map(watchedBy: monitor) { instants[$0]?.description ?? missing }
    }
  }
}

extension Column.Cells {
  /// Whether the cells are words, which stay useful when their end is cut.
  fileprivate var areNames: Bool {
    switch self {
    case .people, .texts: true
    case .ranks, .numbers, .flags, .instants: false
    }
  }
}
