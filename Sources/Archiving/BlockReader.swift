import Values

/// Takes the blocks of a snapshot one by one, each checked before it is handed out.
struct BlockReader: ~Copyable {
  private let file: SnapshotFile
  private var entries: [String: BlockEntry] = [:]
  private var namesLeft: Set<String> = []
  /// How many names each block has, and the arrays of those that have several.
  private var names: [BlockEntry: Int] = [:]
  private var shared: [BlockEntry: any Sendable] = [:]

  /// Reads and checks the header and the table.
  init(_ file: consuming SnapshotFile) throws(SnapshotError) {
    self.file = file
    let count = try blockCount()
    let head: [UInt8] = try self.file.elements(
      SnapshotLayout.headerSize + count * BlockEntry.size,
      at: 0
    )
    let sum = SnapshotLayout.headerSize - 8
    let summed = Array(head[..<sum] + head[SnapshotLayout.headerSize...])
    guard summed.checksum == UInt64(littleBytes: head[...], at: sum) else {
      throw .isDamaged(at: sum, "the checksum of the table does not fit")
    }
    try take(table: head[SnapshotLayout.headerSize...])
  }

  /// How many blocks the header speaks of, in a file that has room for their table.
  private func blockCount() throws(SnapshotError) -> Int {
    let magic: [UInt8] = try file.elements(min(file.size, SnapshotLayout.magic.count), at: 0)
    guard magic == SnapshotLayout.magic else { throw .isNoSnapshot }
    guard file.size >= SnapshotLayout.headerSize else {
      throw .isDamaged(at: file.size, "it ends inside its header")
    }
    let header: [UInt8] = try file.elements(SnapshotLayout.headerSize, at: 0)
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
  private mutating func take(table: ArraySlice<UInt8>) throws(SnapshotError) {
    var end = table.endIndex
    for start in stride(from: table.startIndex, to: table.endIndex, by: BlockEntry.size) {
      guard let entry = BlockEntry(row: table[start..<(start + BlockEntry.size)]) else {
        throw .isDamaged(at: start, "this row of the table cannot be one")
      }
      guard entries.updateValue(entry, forKey: entry.name) == nil else {
        throw .isDamaged(at: start, "two blocks are called `\(entry.name)`")
      }
      names[entry.place, default: 0] += 1
      if names[entry.place] != 1 { continue }
      guard entry.offset == SnapshotLayout.aligned(end), entry.offset <= file.size,
        entry.length <= file.size - entry.offset
      else { throw .isDamaged(at: start, "the block `\(entry.name)` does not lie in its place") }
      let gap: [UInt8] = try file.elements(entry.offset - end, at: end)
      if let odd = gap.firstIndex(where: { $0 != 0 }) {
        throw .isDamaged(at: end + odd, "something stands between two blocks")
      }
      end = entry.offset + entry.length
    }
    guard end == file.size else { throw .isDamaged(at: end, "something stands behind all blocks") }
    namesLeft = Set(entries.keys)
  }

  /// Whether there is a block of that name.
  func has(_ name: String) -> Bool { entries[name] != nil }

  /// The array a block holds, of the length it must have where that is known.
  mutating func array<Element: BlockElement & Sendable>(
    _ name: String,
    count: Int? = nil
  ) throws(SnapshotError) -> [Element] {
    guard let entry = entries[name], entry.kind == Element.kind else {
      throw .isDamaged(at: SnapshotLayout.headerSize, "the table lacks the block `\(name)`")
    }
    let length = entry.length / entry.kind.width
    guard count == nil || count == length else {
      let wanted = count.map { "\($0)" } ?? ""
      throw flaw(in: name, "the block `\(name)` has \(length) elements instead of \(wanted)")
    }
    namesLeft.remove(name)
    if let known = shared[entry.place] as? [Element] { return known }
    let array: [Element] = try file.elements(length, at: entry.offset)
    guard array.checksum == entry.checksum else {
      throw flaw(in: name, "the checksum of the block `\(name)` does not fit")
    }
    if let count = names[entry.place], count > 1 { shared[entry.place] = array }
    return array
  }

  /// Throws where a block was not asked for: a part of the graph that is not known here.
  func finish() throws(SnapshotError) {
    guard let name = namesLeft.min() else { return }
    throw flaw(in: name, "the block `\(name)` has no meaning here")
  }

  /// Throws when asked to stop.
  func checkNotStopped() throws(SnapshotError) { try file.checkNotStopped() }

  /// What is wrong with an element of a block, as an error that says where it lies.
  func flaw(in name: String, at index: Int = 0, _ what: String) -> SnapshotError {
    let entry = entries[name]
    return .isDamaged(at: (entry?.offset ?? 0) + index * (entry?.kind.width ?? 0), what)
  }
}
