/// The rarer ways to cut a row: quoted cells, and columns apart by any number of spaces.
///
/// Unsafe for the reasons `RowScanner` gives.
extension RowScanner {
  /// Cuts a quoted cell and stops at what follows it.
  ///
  /// Nil, with nothing changed, where what begins here is no quoted cell and is to be read as it
  /// stands: the first byte is no quote, or more text follows the closing one.
  mutating func scanQuoted(_ column: Int, at next: inout Int) -> End? {
    let base = unsafe window.bytes
    let cellStart = next
    var open = next
    while unsafe base[open] == UInt8(ascii: " ") { open += 1 }
    guard unsafe base[open] == UInt8(ascii: "\""), open < window.count else { return nil }
    var close = open + 1
    var lines = 0
    var isEscaped = false
    while true {
      guard close < window.count else {
        guard window.isAtEnd else { return .needsMore }
        trouble = trouble ?? RowTrouble(.unclosedQuote, column: column, role: .row)
        return nil
      }
      let byte = unsafe base[close]
      if byte == dialect.newline {
        guard dialect.quotesSpanLines else { return nil }
        lines += 1
      } else if byte == UInt8(ascii: "\"") {
        guard close + 1 < window.count || window.isAtEnd else { return .needsMore }
        guard close + 1 < window.count, unsafe base[close + 1] == byte else { break }
        isEscaped = true
        close += 1
      }
      close += 1
    }
    var after = close + 1
    while after < window.count, unsafe isPadding(base[after]) { after += 1 }
    guard after < window.count || window.isAtEnd else { return .needsMore }
    guard unsafe after >= window.count || endsCell(base[after]) else { return nil }
    guard hasRoom(for: column) else { return nil }
    unsafe cells[column] = Cell(
      start: base + open + 1,
      count: close - open - 1,
      offset: cellStart - rowStart,
      isEscaped: isEscaped
    )
    hasEscapes = hasEscapes || isEscaped
    nextLine += lines
    next = after
    return .row
  }

  /// Whether a byte may stand between a closing quote and the separator.
  private func isPadding(_ byte: UInt8) -> Bool {
    if dialect.separator == .spaces { return byte == 0x0D && dialect.newline != 0x0D }
    return byte == 0x20 || (byte == 0x0D && dialect.newline != 0x0D)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    if byte == dialect.newline { return true }
    switch dialect.separator {
    case .byte(let separator): return byte == separator
    case .spaces: return byte == 0x20 || byte == 0x09
    }
  }

  /// Cuts a row where spaces and tabs stand between columns.
  mutating func scanSpaced() -> End {
    let base = unsafe window.bytes
    let newline = dialect.newline
    var next = rowStart
    var column = 0
    while true {
      while unsafe base[next] != newline && base[next].isBlank { next += 1 }
      guard unsafe base[next] != newline else { return finishRow(columns: column, at: next) }
      let start = next
      column += 1
      guard hasRoom(for: column) else { return giveUpRow(from: start) }
      if unsafe base[start] == UInt8(ascii: "\""), let end = scanQuoted(column, at: &next) {
        guard end == .row else { return end }
        continue
      }
      while unsafe base[next] != newline && !base[next].isBlank { next += 1 }
      unsafe cells[column] = Cell(
        start: base + start,
        count: next - start,
        offset: start - rowStart
      )
    }
  }

  /// Brings the cells of a row that was cut into their final form.
  mutating func settleRow() {
    if unsafe columnCount > 0 && cells[columnCount].count > 0 { dropCarriageReturns() }
    if expectedColumns > 0, columnCount > expectedColumns, trouble == nil {
      let isJustEnded = unsafe columnCount == expectedColumns + 1 && cells[columnCount].count == 0
      if !isJustEnded { trouble = RowTrouble(.tooManyColumns, column: 0, role: .row) }
    }
    scratch.clear()
    guard hasEscapes || numbersLines else { return }
    if hasEscapes {
      for column in 1...columnCount where unsafe cells[column].isEscaped { unescape(column) }
    }
    if numbersLines { writeLineNumber() }
  }

  private mutating func dropCarriageReturns() {
    let last = unsafe cells + columnCount
    while unsafe last.pointee.count > 0
      && last.pointee.start[last.pointee.count - 1] == UInt8(ascii: "\r")
    {
      unsafe last.pointee.count -= 1
    }
  }

  /// Writes a cell into the scratch with one quote for each two.
  private mutating func unescape(_ column: Int) {
    let from = unsafe cells[column]
    let to = unsafe scratch.room(for: from.count)
    var read = 0
    var written = 0
    while read < from.count {
      let byte = unsafe from.start[read]
      unsafe to[written] = byte
      written += 1
      read += byte == UInt8(ascii: "\"") ? 2 : 1
    }
    unsafe cells[column].start = UnsafePointer(to)
    unsafe cells[column].count = written
  }

  private mutating func writeLineNumber() {
    let digits = Array(String(line).utf8)
    let to = unsafe scratch.room(for: digits.count)
    for (index, digit) in digits.enumerated() { unsafe to[index] = digit }
    unsafe cells[0] = Cell(start: UnsafePointer(to), count: digits.count, offset: 0)
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or a carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

/// Memory for the few cells of a row that cannot stay as the file has them.
///
/// Unsafe inside: what was handed out stays in place until `clear`, however much more is asked for.
@safe struct Scratch: ~Copyable {
  private var block: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var used = 0
  private var retired: [UnsafeMutablePointer<UInt8>] = unsafe []

  /// A small, empty one.
  init() { unsafe block = Scratch.newBlock(capacity) }

  deinit {
    for index in unsafe retired.indices { unsafe retired[index].deallocate() }
    unsafe block.deallocate()
  }

  /// Forgets everything that was handed out.
  mutating func clear() {
    used = 0
    guard unsafe !retired.isEmpty else { return }
    while let old = unsafe retired.popLast() { unsafe old.deallocate() }
  }

  /// So many bytes to write into, with `ByteWindow.padding` readable ones behind them.
  mutating func room(for count: Int) -> UnsafeMutablePointer<UInt8> {
    if used + count > capacity {
      unsafe retired.append(block)
      capacity = max(capacity, count) * 2
      unsafe block = Scratch.newBlock(capacity)
      used = 0
    }
    let start = unsafe block + used
    used += count
    return unsafe start
  }

  private static func newBlock(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + ByteWindow.padding)
    unsafe block.initialize(repeating: 0, count: capacity + ByteWindow.padding)
    return unsafe block
  }
}
