import Graph
import Values

/// What the cells of the row say.
///
/// A column that the row does not reach is empty, and so is column -1, which stands for none.
/// Unsafe for the reasons `RowScanner` gives.
extension RowScanner {
  /// The bytes of a cell without the blanks around them; valid until the next `advance`.
  @unsafe func bytes(of column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column >= (numbersLines ? 0 : 1), column <= columnCount else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    var start = unsafe cells[column].start
    var count = unsafe cells[column].count
    while count > 0, unsafe start.pointee.isBlank {
      unsafe start += 1
      count -= 1
    }
    while count > 0, unsafe start[count - 1].isBlank { count -= 1 }
    return unsafe UnsafeBufferPointer(start: start, count: count)
  }

  /// The number a cell says; nil where it is empty.
  func number(_ column: Int, _ role: Role) throws(RowTrouble) -> Double? {
    let bytes = unsafe bytes(of: column)
    guard bytes.count > 0 else { return nil }
    switch unsafe DecimalText.read(bytes.span) {
    case .number(let number): return number
    case .decimalComma: throw RowTrouble(.decimalComma, column: column, role: role)
    case .notANumber: throw RowTrouble(.notANumber, column: column, role: role)
    }
  }

  /// The moment a cell says; nil where it is empty.
  func time(_ column: Int) throws(RowTrouble) -> Instant? {
    let bytes = unsafe bytes(of: column)
    guard bytes.count > 0 else { return nil }
    switch unsafe TimeText.read(bytes.span) {
    case .instant(let instant): return instant
    case .dayFirst: throw RowTrouble(.dayFirst, column: column, role: .time)
    case .notATime: throw RowTrouble(.notATime, column: column, role: .time)
    }
  }

  /// The name a cell says, without a leading `sigil`; nil where it is empty.
  ///
  /// What is not UTF-8 is read as Latin-1 and counted.
  mutating func name(
    _ column: Int,
    _ role: Role,
    sigil: UInt8 = 0
  ) throws(RowTrouble) -> NameBytes? {
    let bytes = unsafe bytes(of: column)
    guard var start = bytes.baseAddress else { return nil }
    var count = bytes.count
    if count > 1, unsafe start.pointee == sigil {
      unsafe start += 1
      count -= 1
    }
    guard count > 0 else { return nil }
    guard count <= GraphLimits.nameLength else {
      throw RowTrouble(.nameTooLong, column: column, role: role)
    }
    var odd: UInt64 = 0
    var read = 0
    while read < count {
      let word = unsafe NameBytes.word(start + read, count: count - read)
      let spaces = UInt64(repeating: 0x20)
      let filled = count - read >= 8 ? word : word | spaces << UInt64((count - read) * 8)
      odd |= filled.highOrControlBytes
      read += 8
    }
    guard odd != 0 else { return unsafe NameBytes(start: start, count: count) }
    return try unsafe unusualName(UnsafeBufferPointer(start: start, count: count), column, role)
  }

  /// A name that is not plain ASCII.
  private mutating func unusualName(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ column: Int,
    _ role: Role
  ) throws(RowTrouble) -> NameBytes {
    let valid = unsafe String(validating: bytes, as: UTF8.self)
    let text = unsafe valid ?? readAsLatin1(bytes)
    let hasControl = text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard !hasControl else {
      throw RowTrouble(.controlCharacter, column: column, role: role)
    }
    if valid != nil, let start = bytes.baseAddress {
      return unsafe NameBytes(start: start, count: bytes.count)
    }
    let utf8 = Array(text.utf8)
    let to = unsafe scratch.room(for: utf8.count)
    for (index, byte) in utf8.enumerated() { unsafe to[index] = byte }
    return unsafe NameBytes(start: UnsafePointer(to), count: utf8.count)
  }

  /// The text of a cell, whatever is in it.
  mutating func text(_ column: Int) -> String {
    let bytes = unsafe bytes(of: column)
    return unsafe String(validating: bytes, as: UTF8.self) ?? readAsLatin1(bytes)
  }

  private mutating func readAsLatin1(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if latin1.cells == 0 { latin1.firstLine = line }
    latin1.cells += 1
    var text = ""
    for index in bytes.indices {
      text.unicodeScalars.append(Unicode.Scalar(unsafe bytes[index]))
    }
    return text
  }

  /// How many lines end in the window.
  var rowsInWindow: Int {
    var rows = 0
    for index in 0..<window.count where unsafe window.bytes[index] == dialect.newline { rows += 1 }
    return rows
  }

  /// Where a cell of the row stands: the line, and the character in that line, both from 1.
  func place(of column: Int) -> (line: Int, column: Int) {
    guard column >= 1, column <= columnCount else { return (line, 1) }
    let base = unsafe window.bytes + rowStart
    var place = (line: line, column: 1)
    for index in 0..<(unsafe cells[column].offset) {
      let byte = unsafe base[index]
      if byte == dialect.newline {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}

extension UInt64 {
  /// Not zero where some byte of the eight is below 0x20, is 0x7F or has its top bit set.
  fileprivate var highOrControlBytes: UInt64 {
    let top: UInt64 = 0x8080_8080_8080_8080
    let below = (self &- 0x2020_2020_2020_2020) & ~self
    return (self | below | zeroBytes(against: 0x7F7F_7F7F_7F7F_7F7F)) & top
  }
}
