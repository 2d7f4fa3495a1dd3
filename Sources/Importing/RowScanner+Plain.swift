import Graph

/// Where the cells of a row lie that are ties, for rows without anything unusual.
struct PlainLayout: Sendable {
  /// The columns, from 1; -1 for a weight that is not there.
  let source: Int
  let target: Int
  let weight: Int
  /// How many columns a row has.
  let width: Int
  /// What stands between two columns.
  let separator: UInt8
}

/// A row without anything unusual.
///
/// Unsafe inside: points into the window of its scanner until that reads on.
@safe struct PlainRow {
  /// A cell: its first byte and how many it has.
  typealias Cell = (start: UnsafePointer<UInt8>, count: Int)
  /// The names, without a leading `@`, and their keys.
  var source: Cell
  var sourceKey: UInt64 = 0
  var target: Cell
  var targetKey: UInt64 = 0
  /// What stands for the weight; empty without one.
  var weight: Cell
  /// Where the row begins.
  let start: UnsafePointer<UInt8>
}

/// The quick way through rows that have nothing unusual: no quotes, no blanks around cells, names
/// of visible ASCII, as many columns as there should be.
///
/// Whatever else there is stays for `advance`. Unsafe for the reasons `RowScanner` gives.
extension RowScanner {
  /// The next row if it is in the window and plain, which is passed then; else nil, and the row is
  /// left for `advance`.
  @inline(__always) mutating func plainRow(_ layout: PlainLayout) -> PlainRow? {
    let base = unsafe UnsafePointer(window.bytes)
    let newline = dialect.newline
    let separators = UInt64(repeating: layout.separator)
    let newlines = UInt64(repeating: newline)
    var next = position
    let first = unsafe base[next]
    guard next < window.count, first != UInt8(ascii: "#"), first != UInt8(ascii: "%") else {
      return nil
    }
    let start = unsafe base + next
    let nothing = unsafe PlainRow.Cell(start: start, count: 0)
    var row = unsafe PlainRow(source: nothing, target: nothing, weight: nothing, start: start)
    var column = 1
    while true {
      let cell = unsafe base + next
      guard unsafe cell.pointee > UInt8(ascii: "\"") else { return nil }
      while true {
        let word = unsafe UnsafeRawPointer(base + next).loadUnaligned(as: UInt64.self)
        let matches = word.zeroBytes(against: separators) | word.zeroBytes(against: newlines)
        if matches != 0 {
          next += matches.trailingZeroBitCount >> 3
          break
        }
        next += 8
      }
      let isLast = column == layout.width
      guard unsafe (base[next] == newline) == isLast else { return nil }
      var count = unsafe base + next - cell
      if isLast, unsafe cell[count - 1] == UInt8(ascii: "\r") { count -= 1 }
      if column == layout.source {
        unsafe row.source = (cell, count)
        guard let key = unsafe RowScanner.plainName(&row.source) else { return nil }
        row.sourceKey = key
      } else if column == layout.target {
        unsafe row.target = (cell, count)
        guard let key = unsafe RowScanner.plainName(&row.target) else { return nil }
        row.targetKey = key
      } else if column == layout.weight {
        unsafe row.weight = (cell, count)
      }
      if isLast { break }
      next += 1
      column += 1
    }
    guard isRealEnd(next) else { return nil }
    passPlainRow(to: min(next + 1, window.count))
    return row
  }

  /// The key of a name of visible ASCII, 0 for a long one, and the name without a leading `@`; nil
  /// where there is anything else in it.
  @inline(__always)
  private static func plainName(_ name: inout PlainRow.Cell) -> UInt64? {
    if unsafe name.start.pointee == UInt8(ascii: "@"), unsafe name.count > 1 {
      unsafe name = (name.start + 1, name.count - 1)
    }
    guard unsafe name.count > 8 else {
      guard unsafe name.count > 0 else { return nil }
      let word = unsafe NameBytes.word(name.start, count: name.count)
      let filled = unsafe name.count == 8 ? word : word | visible << UInt64(name.count * 8)
      return filled.isVisible ? word : nil
    }
    guard unsafe name.count <= GraphLimits.nameLength else { return nil }
    var read = 0
    while unsafe read + 8 <= name.count {
      let word = unsafe NameBytes.word(name.start + read, count: 8)
      guard word.isVisible else { return nil }
      read += 8
    }
    let last = unsafe NameBytes.word(name.start + name.count - 8, count: 8)
    return last.isVisible ? 0 : nil
  }

  /// Where the next row begins in the file.
  var fileOffset: Int { window.offset + position }

  /// Where a byte of the window stands in the file, in steps of two bytes.
  @inline(__always) func offset(of byte: UnsafePointer<UInt8>) -> UInt64 {
    unsafe UInt64(window.offset + (byte - UnsafePointer(window.bytes))) >> 1
  }

  /// Where a cell of the row stands in the file, in steps of two bytes.
  func offset(of column: Int) -> UInt64 {
    unsafe UInt64(window.offset + rowStart + cells[column].offset) >> 1
  }

  /// Which character of its row stands at a byte, from 1.
  @unsafe static func character(
    at byte: UnsafePointer<UInt8>,
    from row: UnsafePointer<UInt8>
  ) -> Int {
    let before = unsafe UnsafeBufferPointer(start: row, count: byte - row)
    return unsafe before.reduce(1) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }

  /// Eight visible characters.
  private static var visible: UInt64 { UInt64(repeating: 0x21) }
}

extension UInt64 {
  /// Whether each of its bytes is from 0x21 to 0x7E.
  @inline(__always) fileprivate var isVisible: Bool {
    let below = (self &- UInt64(repeating: 0x21)) & ~self
    let delete = zeroBytes(against: UInt64(repeating: 0x7F))
    return (self | below | delete) & 0x8080_8080_8080_8080 == 0
  }
}
