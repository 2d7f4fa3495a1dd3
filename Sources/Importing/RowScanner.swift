import Examples

/// Reads a file row by row and finds the cells of the row it stands on.
///
/// Blank lines and lines that begin with `#` or `%` are passed over. Columns are numbered from 1;
/// column 0 is the number of the line as text. Complexity: O(bytes) for the whole file.
///
/// Unsafe inside: cells are pointers into the window, or into `scratch` where a quoted cell had to
/// be written anew; both stay where they are until `advance` is called again.
@safe struct RowScanner: ~Copyable {
  /// One cell of the row: where its bytes are.
  @safe struct Cell {
    /// The first byte; eight bytes may be read from here whatever the length.
    var start: UnsafePointer<UInt8>
    /// How many bytes.
    var count: Int
    /// How many bytes lie between the start of the row and this cell.
    var offset: Int
    /// Whether a quote inside it is written twice.
    var isEscaped = false
  }

  /// How the scan of a row ended.
  enum End { case row, needsMore }

  /// The most columns a row may have.
  static let mostColumns = 1 << 16

  /// How the file is written.
  private(set) var dialect = Dialect()
  /// The line the row begins on, from 1.
  private(set) var line = 0
  /// How many columns the row has.
  private(set) var columnCount = 0
  /// What is wrong with the row as a whole.
  var trouble: RowTrouble?
  /// How many columns rows have; 0 where that is not known.
  var expectedColumns = 0
  /// Whether the number of the line is wanted as column 0.
  var numbersLines = false
  /// Whether rows that reach beyond the window are left alone: for a first look at a file.
  var staysInWindow = false
  /// Whether some cell of the row has a quote written twice.
  var hasEscapes = false
  /// How many lines were passed over as comments.
  private(set) var commentLines = 0
  /// How many cells were not UTF-8, and the line of the first.
  var latin1 = (cells: 0, firstLine: 0)

  var window: ByteWindow
  var cells: UnsafeMutablePointer<Cell>
  var scratch = Scratch()
  /// Where the row begins in the window.
  private(set) var rowStart = 0
  /// Where the next row begins in the window.
  var position = 0
  /// The line the next row begins on.
  var nextLine = 1
  private var cellCapacity = 64
  private(set) var watch: WorkWatch

  /// Opens a file, or one that the program carries, and reads its beginning.
  init(path: String, watch: WorkWatch) throws(ImportError) {
    var window: ByteWindow
    if let text = Examples.text(at: path) {
      window = ByteWindow(carried: text)
    } else {
      window = try ByteWindow(path: path)
    }
    try window.slide(keepingFrom: 0, line: 1, watchedBy: watch)
    self.window = window
    self.watch = watch
    unsafe cells = .allocate(capacity: cellCapacity)
  }

  /// Reads a piece of a file, from the start of a line to the end of one; lines are counted from
  /// the start of the piece.
  init(
    _ piece: Range<Int>,
    of file: FileInPieces,
    watch: WorkWatch
  ) throws(ImportError) {
    var window = try ByteWindow(piece, of: file.descriptor)
    window.sentinel = file.dialect.newline
    try window.slide(keepingFrom: 0, line: 1, watchedBy: watch)
    self.window = window
    self.watch = watch
    unsafe cells = .allocate(capacity: cellCapacity)
    dialect = file.dialect
    expectedColumns = file.expectedColumns
  }

  deinit {
    unsafe cells.deallocate()
  }

  /// Goes back to the first row, to read it in another dialect; for the beginning of a file only.
  mutating func restart(at start: Int, in dialect: Dialect) {
    assert(window.offset == 0, "the beginning is gone")
    self.dialect = dialect
    window.sentinel = dialect.newline
    position = start
    nextLine = 1
    commentLines = 0
    latin1 = (0, 0)
  }

  /// Goes to the next row; false at the end of the file.
  ///
  /// `trouble` says what is wrong with the row as a whole, if anything is.
  mutating func advance() throws(ImportError) -> Bool {
    while true {
      guard passToRow() else {
        guard try refill() else { return false }
        continue
      }
      let lineBefore = nextLine
      trouble = nil
      hasEscapes = false
      let end = dialect.separator == .spaces ? scanSpaced() : scanSeparated()
      switch end {
      case .row:
        line = lineBefore
        settleRow()
        return true
      case .needsMore:
        nextLine = lineBefore
        position = rowStart
        guard try refill() else { return false }
      }
    }
  }

  /// Reads on; false where there is nothing more.
  private mutating func refill() throws(ImportError) -> Bool {
    guard !window.isAtEnd, !staysInWindow else { return false }
    let kept = position
    try window.slide(keepingFrom: kept, line: nextLine, watchedBy: watch)
    try watch.reached(window.progress, of: window.size)
    position = 0
    return true
  }

  /// Passes over blank lines and comments; false at the end of the window.
  private mutating func passToRow() -> Bool {
    let base = unsafe window.bytes
    let count = window.count
    while position < count {
      let first = unsafe base[position]
      if first == dialect.newline {
        position += 1
        nextLine += 1
      } else if first == UInt8(ascii: "#") || first == UInt8(ascii: "%") {
        var end = position
        while unsafe base[end] != dialect.newline { end += 1 }
        guard end < count || window.isAtEnd else { return false }
        commentLines += 1
        position = end + 1
        nextLine += 1
      } else if first <= UInt8(ascii: " "), let end = blankLineEnd(from: position) {
        guard end < count || window.isAtEnd else { return false }
        position = end + 1
        nextLine += 1
      } else {
        rowStart = position
        return true
      }
    }
    position = min(position, count)
    return false
  }

  /// Where the line ends, if it holds nothing but spaces, carriage returns and (between spaces)
  /// tabs.
  private func blankLineEnd(from start: Int) -> Int? {
    var end = start
    while unsafe window.bytes[end] != dialect.newline {
      let byte = unsafe window.bytes[end]
      let isBlank = byte == 0x20 || byte == 0x0D || (byte == 0x09 && dialect.separator != .tab)
      guard isBlank else { return nil }
      end += 1
    }
    return end
  }

  /// Cuts a row where one byte stands between columns.
  private mutating func scanSeparated() -> End {
    guard case .byte(let separator) = dialect.separator else { return scanSpaced() }
    let base = unsafe window.bytes
    let newline = dialect.newline
    let separators = UInt64(repeating: separator)
    let newlines = UInt64(repeating: newline)
    var next = rowStart
    var column = 0
    while true {
      let start = next
      column += 1
      guard column < cellCapacity || growCells() else { return giveUpRow(from: start) }
      if unsafe base[start] <= UInt8(ascii: "\""), let end = scanQuoted(column, at: &next) {
        guard end == .row else { return end }
      } else {
        next = start
        var matches: UInt64 = 0
        while true {
          let word = unsafe UnsafeRawPointer(base + next).loadUnaligned(as: UInt64.self)
          matches = word.zeroBytes(against: separators) | word.zeroBytes(against: newlines)
          if matches != 0 { break }
          next += 8
        }
        next += matches.trailingZeroBitCount >> 3
        unsafe cells[column] = Cell(
          start: base + start,
          count: next - start,
          offset: start - rowStart
        )
      }
      guard unsafe base[next] != newline else { return finishRow(columns: column, at: next) }
      next += 1
    }
  }

  /// Ends a row at a line's end, unless that is only the end of the window.
  func isRealEnd(_ end: Int) -> Bool { end < window.count || window.isAtEnd }

  /// Notes the columns of a row that ends here.
  mutating func finishRow(columns: Int, at end: Int) -> End {
    guard isRealEnd(end) else { return .needsMore }
    columnCount = columns
    position = min(end + 1, window.count)
    nextLine += 1
    return .row
  }

  /// Goes on behind a row that was taken without being cut into cells.
  mutating func passPlainRow(to next: Int) {
    line = nextLine
    nextLine += 1
    position = next
  }

  /// Goes back to the start of a row in the window, which begins on that line.
  mutating func goBack(to row: (position: Int, line: Int)) {
    (position, nextLine) = row
  }

  /// Leaves a row with too many columns behind.
  mutating func giveUpRow(from start: Int) -> End {
    var end = start
    while unsafe window.bytes[end] != dialect.newline { end += 1 }
    trouble = RowTrouble(.tooManyColumns, column: 0, role: .row)
    return finishRow(columns: RowScanner.mostColumns, at: end)
  }

  /// Makes room for more cells; false where there are too many.
  mutating func growCells() -> Bool {
    guard cellCapacity <= RowScanner.mostColumns else { return false }
    let more = UnsafeMutablePointer<Cell>.allocate(capacity: cellCapacity * 2)
    unsafe more.update(from: cells, count: cellCapacity)
    unsafe cells.deallocate()
    unsafe cells = more
    cellCapacity *= 2
    return true
  }

  /// Whether there is room for one more cell, which is made where it can be.
  mutating func hasRoom(for column: Int) -> Bool { column < cellCapacity || growCells() }
}

extension UInt64 {
  /// Eight times the same byte.
  init(repeating byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// A mark in the top bit of each byte that equals the pattern's; the lowest mark is exact.
  func zeroBytes(against pattern: UInt64) -> UInt64 {
    let different = self ^ pattern
    return (different &- 0x0101_0101_0101_0101) & ~different & 0x8080_8080_8080_8080
  }
}
