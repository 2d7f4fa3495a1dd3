import Rendering

/// How much of a screen a text takes, counted while it is written.
package struct PageRoom {
  private let columns: Int
  private let rows: Int
  /// The rows that are full.
  private var used = 0
  /// The columns of the row being filled.
  private var column = 0

  /// A screen of so many columns and rows, all free.
  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = rows
  }

  /// Takes a text in: long lines go on in the next row, escape sequences take no room.
  ///
  /// Complexity: O(characters).
  package mutating func add(_ text: String) {
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = !(character.isLetter || character == "~")
      } else if character == "\u{1B}" {
        isEscaped = true
      } else if character == "\n" || character == "\r\n" {
        used += 1
        column = 0
      } else if character == "\t" {
        column = min(columns, (column / 8 + 1) * 8)
      } else {
        let width = DisplayWidth.of(character)
        if column + width > columns {
          used += 1
          column = 0
        }
        column += width
      }
    }
  }

  /// Whether all of it can be seen at once, with a row for the prompt below.
  package var fits: Bool { used + (column > 0 ? 1 : 0) < rows }
}
