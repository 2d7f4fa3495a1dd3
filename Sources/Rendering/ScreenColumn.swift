import Values

/// One column as a screen shows it: every text final but for being cut and padded.
struct ScreenColumn {
  /// The name, with the mark of the ranking column.
  let header: String
  /// The cells of the rows that are shown.
  let cells: [String]
  /// Whether the rows are ranked by it.
  let ranks: Bool
  /// Whether it was asked for, rather than came with others.
  let isAsked: Bool
  /// Whether cells stand at the right edge.
  let isNumeric: Bool
  /// Whether the cells are handles, of which more is kept than of other texts.
  let isOfPeople: Bool
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
    isAsked = style.asked.contains(column.name)
    cells = CellText.texts(of: column, rows: rows, style: style)
    isNumeric = column.cells.areNumeric
    canBeCut = column.cells.areNames
    if case .people = column.cells { isOfPeople = true } else { isOfPeople = false }
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
    let least = isOfPeople ? min(width, bounds.lowerBound * 2) : bounds.lowerBound
    return min(max(telling, least), bounds.upperBound)
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
