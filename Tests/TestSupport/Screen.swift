/// What a terminal shows: a small model of one, fed with what a program writes to it.
package struct Screen: Sendable {
  /// One place of the screen.
  package struct Cell: Sendable, Hashable {
    /// The character and what joins it; empty behind one that takes two places.
    package var text = " "
    /// The parameters of the last SGR sequence before it; empty for the plain ones.
    package var style = ""
  }

  /// A row and a column, both from 0.
  package struct Position: Sendable, Hashable {
    /// The row, from the top.
    package var row: Int
    /// The column, from the left.
    package var column: Int

    /// A position.
    package init(_ row: Int, _ column: Int) { (self.row, self.column) = (row, column) }
  }

  /// The width and the height.
  package private(set) var columns: Int, rows: Int
  /// Where the cursor is.
  package private(set) var cursor = Position(0, 0)
  /// Whether pastes are to be marked.
  package private(set) var marksPastes = false
  /// How often it rang.
  package private(set) var bells = 0
  private var cells: [[Cell]]
  private var style = ""
  /// Whether the next character begins a new row.
  private var isBehindLastColumn = false
  private var pending: [Unicode.Scalar] = []

  /// An empty screen.
  package init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows as text, without the blanks at their ends.
  package var lines: [String] {
    cells.map { row in
      let text = row.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// All rows down to the last that is not empty.
  package var text: String {
    String(lines.joined(separator: "\n").reversed().drop { $0 == "\n" }.reversed())
  }

  /// The row of the cursor.
  package var line: String { lines[cursor.row] }

  /// The style of the last place that shows a text, read by its first character; nil where none does.
  package func style(of text: String) -> String? {
    for (row, line) in lines.enumerated().reversed() {
      guard let range = line.firstRange(of: text) else { continue }
      let before = line[..<range.lowerBound].reduce(0) { $0 + Self.width(of: $1) }
      return cells[row][before].style
    }
    return nil
  }

  /// Takes another size; the rows stay as they are, the last ones where there are fewer.
  package mutating func resize(columns: Int, rows: Int) {
    let gone = max(0, cursor.row + 1 - rows)
    var kept = cells.dropFirst(gone).prefix(rows).map { row in
      Array((row + Array(repeating: Cell(), count: columns)).prefix(columns))
    }
    while kept.count < rows { kept.append(Array(repeating: Cell(), count: columns)) }
    cells = kept
    (self.columns, self.rows) = (columns, rows)
    cursor = Position(min(cursor.row - gone, rows - 1), min(cursor.column, columns - 1))
    isBehindLastColumn = false
  }

  /// Takes what a program wrote.
  package mutating func take(_ text: String) {
    for scalar in text.unicodeScalars { take(scalar) }
  }

  /// How many columns a character takes.
  private static func width(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, width(of: $1)) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF:
      return 2
    default: return 1
    }
  }
}

extension Screen {
  private mutating func take(_ scalar: Unicode.Scalar) {
    if !pending.isEmpty || scalar == "\u{1B}" {
      pending.append(scalar)
      takeSequence()
      return
    }
    switch scalar {
    case "\r": move(to: cursor.row, 0)
    case "\n": feed()
    case "\u{8}": move(to: cursor.row, cursor.column - 1)
    case "\t": move(to: cursor.row, (cursor.column / 8 + 1) * 8)
    case "\u{7}": bells += 1
    case _ where scalar.value < 0x20: break
    default: put(scalar)
    }
  }

  private mutating func move(to row: Int, _ column: Int) {
    cursor = Position(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
    isBehindLastColumn = false
  }

  private mutating func feed() {
    isBehindLastColumn = false
    guard cursor.row == rows - 1 else {
      cursor.row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: Cell(), count: columns))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(of: scalar)
    if width == 0 {
      var column = isBehindLastColumn ? cursor.column : cursor.column - 1
      while column > 0, cells[cursor.row][column].text.isEmpty { column -= 1 }
      if column >= 0 { cells[cursor.row][column].text.unicodeScalars.append(scalar) }
      return
    }
    if isBehindLastColumn || cursor.column + width > columns {
      cursor.column = 0
      feed()
    }
    cells[cursor.row][cursor.column] = Cell(text: String(scalar), style: style)
    if width == 2 { cells[cursor.row][cursor.column + 1] = Cell(text: "", style: style) }
    isBehindLastColumn = cursor.column + width == columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  /// Acts once the sequence that began with an escape is whole.
  private mutating func takeSequence() {
    guard pending.count > 1 else { return }
    let last = pending[pending.count - 1]
    switch pending[1] {
    case "[":
      guard pending.count > 2, (0x40...0x7E).contains(last.value) else { return }
      let parameters = String(String.UnicodeScalarView(pending[2..<(pending.count - 1)]))
      pending = []
      control(last, parameters)
    case "(", ")":
      if pending.count == 3 { pending = [] }
    default: pending = []
    }
  }

  private mutating func control(_ letter: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch letter {
    case "A": move(to: cursor.row - count, cursor.column)
    case "B": move(to: cursor.row + count, cursor.column)
    case "C": move(to: cursor.row, cursor.column + count)
    case "D": move(to: cursor.row, cursor.column - count)
    case "G": move(to: cursor.row, count - 1)
    case "d": move(to: count - 1, cursor.column)
    case "H": move(to: count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "J": clear(parameters.first == "2" ? 0..<rows : cursor.row..<rows, parameters)
    case "K": cells[cursor.row].clear(from: cursor.column)
    case "P": cells[cursor.row].shift(at: cursor.column, by: -count)
    case "@": cells[cursor.row].shift(at: cursor.column, by: count)
    case "m": style = parameters.drop { $0 == "0" || $0 == ";" }.description
    case "h" where parameters == "?2004": marksPastes = true
    case "l" where parameters == "?2004": marksPastes = false
    default: break
    }
  }

  private mutating func clear(_ range: Range<Int>, _ parameters: String) {
    for row in range {
      let isCut = row == cursor.row && parameters.first != "2"
      cells[row].clear(from: isCut ? cursor.column : 0)
    }
  }
}

extension [Screen.Cell] {
  fileprivate mutating func clear(from column: Int) {
    for index in indices.dropFirst(column) { self[index] = Screen.Cell() }
  }

  /// Makes room at a place, or takes some away, as wide as before.
  fileprivate mutating func shift(at column: Int, by distance: Int) {
    let width = count
    let blanks = Array(repeating: Screen.Cell(), count: abs(distance))
    if distance > 0 {
      insert(contentsOf: blanks, at: column)
    } else {
      removeSubrange(column..<Swift.min(width, column - distance))
      append(contentsOf: blanks)
    }
    self = Array(prefix(width))
    while count < width { append(Screen.Cell()) }
  }
}
