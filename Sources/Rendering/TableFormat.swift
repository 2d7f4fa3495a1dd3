package import Values

/// A way to write a table as text: one file in `Catalog`, a type of the file's name.
package protocol TableFormat: Sendable {
  /// Its name and what it is for.
  var card: FormatCard { get }

  /// Writes a whole table. Stops between two rows when the style's monitor is cancelled.
  func write(_ table: Table, style: TableStyle, to output: inout some TextOutputStream)
}

/// What is said about a format anywhere: `--format`, `into`, help, completion.
package struct FormatCard: Sendable {
  /// The name, as `--format` takes it.
  package let name: String
  /// What it is, in a few words.
  package let summary: String
  /// The file endings it is chosen by, without the dot.
  package let endings: [String]
  /// Whether it is made for reading on a screen: rounded, fitted, perhaps shortened.
  ///
  /// Others hold every row and every digit.
  package let isForScreens: Bool

  /// Whether several tables behind each other need an empty line between them to be told apart.
  package let needsGap: Bool

  /// Whether what reads it expects one table, so that a second one spoils the first.
  package let holdsOneTable: Bool

  /// A card.
  package init(
    name: String,
    summary: String,
    endings: [String],
    isForScreens: Bool = false,
    needsGap: Bool = false,
    holdsOneTable: Bool = false
  ) {
    self.holdsOneTable = holdsOneTable
    self.needsGap = needsGap
    self.name = name
    self.summary = summary
    self.endings = endings
    self.isForScreens = isForScreens
  }
}

/// The room a table has and what the terminal can show; formats for machines look at none of it
/// but the monitor.
package struct TableStyle: Sendable {
  /// When a table that is too wide is written one value a line instead.
  package enum Turning: Sendable, Hashable {
    case never
    /// When a box would hide any column of one row, or half of the columns of a few.
    case whereMostIsHidden
    /// When a box would hide any column.
    case whereAnyIsHidden
  }

  /// The columns of the terminal.
  package var width: Int
  /// The most rows to show; a gap in the middle stands for the others.
  ///
  /// Nil shows all.
  package var rows: Int?
  /// Whether the box may be drawn with line characters; plain ASCII otherwise.
  package var drawsLines: Bool
  /// When a table that is too wide is written one value a line.
  package var turning = Turning.never
  /// Whether long texts go on below each other instead of being cut.
  package var wraps = false
  /// The names of the columns that were asked for: they are hidden last.
  package var asked: Set<String> = []
  /// What stands for a value that is missing.
  package var missing = "-"
  /// What would show all, to be said where something is not shown; nil where nothing would.
  package var remedy: String?
  /// Tells when to stop.
  package var monitor: WorkMonitor

  /// A style.
  package init(
    width: Int = 80,
    rows: Int? = nil,
    drawsLines: Bool = true,
    monitor: WorkMonitor = .unwatched
  ) {
    self.width = width
    self.rows = rows
    self.drawsLines = drawsLines
    self.monitor = monitor
  }

  /// The characters it is drawn with.
  var glyphs: BoxGlyphs { drawsLines ? .lines : .ascii }

  /// Which rows of so many are shown, and before which of them others are left out.
  ///
  /// Three quarters of them are the first, where the answer is.
  func shownRows(of count: Int) -> (rows: [Int], gap: Int?) {
    guard let limit = rows.map({ max(1, $0) }), count > limit else {
      return (Array(0..<count), nil)
    }
    let last = limit > 1 ? (limit + 2) / 4 : 0
    let first = limit - last
    return (Array(0..<first) + ((count - last)..<count), first)
  }
}
