import Graph

extension BlockTable {
  /// Reads and checks the header and the table of a file.
  ///
  /// Every length and every offset is checked against the file's size.
  init(of file: borrowing SnapshotFile) throws(SnapshotError) {
    let count = try BlockTable.blockCount(of: file)
    let size = SnapshotLayout.headerSize + count * BlockEntry.size
    let head: [UInt8] = try file.elements(size, at: 0).elements
    let sum = SnapshotLayout.headerSize - 8
    let summed = Array(head[..<sum] + head[SnapshotLayout.headerSize...])
    guard summed.checksum == UInt64(littleBytes: head[...], at: sum) else {
      throw .isDamaged(at: sum, "the checksum of the table does not fit")
    }
    try take(head[SnapshotLayout.headerSize...], of: file)
  }

  /// How many blocks the header speaks of, in a file that has room for their table.
  private static func blockCount(
    of file: borrowing SnapshotFile
  ) throws(SnapshotError) -> Int {
    let magic: [UInt8] = try file.elements(min(file.size, SnapshotLayout.magic.count), at: 0)
      .elements
    guard magic == SnapshotLayout.magic else { throw .isNoSnapshot }
    guard file.size >= SnapshotLayout.headerSize else {
      throw .isDamaged(at: file.size, "it ends inside its header")
    }
    let header: [UInt8] = try file.elements(SnapshotLayout.headerSize, at: 0).elements
    let version = UInt32(littleBytes: header[...], at: 8)
    guard version == SnapshotLayout.version else { throw .isOfVersion(version) }
    let size = UInt64(littleBytes: header[...], at: 16)
    guard size == UInt64(file.size) else {
      if size > UInt64(file.size), let size = Int(exactly: size) {
        throw .endsEarly(at: file.size, of: size)
      }
      throw .isDamaged(at: 16, "the file has \(file.size) bytes, the header says \(size)")
    }
    let count = Int(UInt32(littleBytes: header[...], at: 12))
    guard count <= (file.size - SnapshotLayout.headerSize) / BlockEntry.size else {
      throw .isDamaged(at: 12, "the file is too short for \(count) blocks")
    }
    return count
  }

  /// Takes the table: every block lies behind the one before it, and nothing but zeros between.
  private mutating func take(
    _ table: ArraySlice<UInt8>,
    of file: borrowing SnapshotFile
  ) throws(SnapshotError) {
    var end = table.endIndex
    var known: Set<BlockEntry> = []
    for start in stride(from: table.startIndex, to: table.endIndex, by: BlockEntry.size) {
      guard let entry = BlockEntry(row: table[start..<(start + BlockEntry.size)]) else {
        throw .isDamaged(at: start, "this row of the table cannot be one")
      }
      guard entries.updateValue(entry, forKey: entry.name) == nil else {
        throw .isDamaged(at: start, "two blocks are called `\(entry.name)`")
      }
      guard known.insert(entry.place).inserted else { continue }
      guard entry.offset == SnapshotLayout.aligned(end), entry.offset <= file.size,
        entry.length <= file.size - entry.offset
      else { throw .isDamaged(at: start, "the block `\(entry.name)` does not lie in its place") }
      let gap: [UInt8] = try file.elements(entry.offset - end, at: end).elements
      if let odd = gap.firstIndex(where: { $0 != 0 }) {
        throw .isDamaged(at: end + odd, "something stands between two blocks")
      }
      end = entry.offset + entry.length
    }
    guard end == file.size else { throw .isDamaged(at: end, "something stands behind all blocks") }
  }
}
