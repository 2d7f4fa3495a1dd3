/// A snapshot whose blocks can be changed, with every checksum made to fit again.
struct ForgedSnapshot {
  /// The bytes as they are.
  private(set) var bytes: [UInt8]

  private static let headerSize = 64
  private static let rowSize = 80

  /// Where the rows of its table begin.
  private let rows: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let count = bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    rows = (0..<count).map { Self.headerSize + $0 * Self.rowSize }
  }

  /// The names of its blocks.
  var names: [String] { rows.map(name) }

  /// Where a block lies.
  func range(of block: String) -> Range<Int>? {
    guard let row = rows.first(where: { name(at: $0) == block }) else { return nil }
    let start = number(at: row + 56, bytes: 8)
    return start..<(start + number(at: row + 64, bytes: 8))
  }

  /// Puts bytes at a place of a block.
  mutating func put(_ new: [UInt8], at offset: Int, of block: String) {
    guard let range = range(of: block) else { return }
    bytes.replaceSubrange(
      (range.lowerBound + offset)..<(range.lowerBound + offset + new.count),
      with: new
    )
    seal()
  }

  /// Puts bytes at a place of a block's row in the table.
  mutating func put(_ new: [UInt8], atRowByte offset: Int, of block: String) {
    guard let row = rows.first(where: { name(at: $0) == block }) else { return }
    bytes.replaceSubrange((row + offset)..<(row + offset + new.count), with: new)
    sealTable()
  }

  /// Puts bytes into the header.
  mutating func put(_ new: [UInt8], atHeaderByte offset: Int) {
    bytes.replaceSubrange(offset..<(offset + new.count), with: new)
    sealTable()
  }

  private func name(at row: Int) -> String {
    String(decoding: bytes[row..<(row + 48)].prefix { $0 != 0 }, as: UTF8.self)
  }

  private func number(at offset: Int, bytes count: Int) -> Int {
    bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Makes every checksum fit.
  private mutating func seal() {
    for row in rows {
      guard let range = range(of: name(at: row)) else { continue }
      let sum = littleBytes(checksum(Array(bytes[range])))
      bytes.replaceSubrange((row + 72)..<(row + 80), with: sum)
    }
    sealTable()
  }

  private mutating func sealTable() {
    let end = Self.headerSize + rows.count * Self.rowSize
    let sum = checksum(Array(bytes[..<56] + bytes[64..<end]))
    bytes.replaceSubrange(56..<64, with: littleBytes(sum))
  }
}

/// The bytes of a number, least first.
func littleBytes(_ number: some FixedWidthInteger) -> [UInt8] {
  (0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}
