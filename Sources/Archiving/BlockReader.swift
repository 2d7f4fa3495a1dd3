import Graph
import Values

/// Hands out the blocks of a snapshot one by one, each checked before.
///
/// They are read and summed at the beginning, by several threads.
struct BlockReader: ~Copyable {
  private let file: SnapshotFile
  private var table = BlockTable()
  private var namesLeft: Set<String> = []
  /// How many names that were not asked for each block has.
  private var names: [BlockEntry: Int] = [:]
  /// The blocks that have such names.
  private var blocks: [BlockEntry: Result<LoadedBlock, SnapshotError>] = [:]
  /// The ties that are still to be checked.
  private var checks: [DirectionCheck] = []

  /// Reads and checks the header and the table.
  init(_ file: consuming SnapshotFile) throws(SnapshotError) {
    self.file = file
    let count = try blockCount()
    let size = SnapshotLayout.headerSize + count * BlockEntry.size
    let head: [UInt8] = try self.file.elements(size, at: 0).elements
    let sum = SnapshotLayout.headerSize - 8
    let summed = Array(head[..<sum] + head[SnapshotLayout.headerSize...])
    guard summed.checksum == UInt64(littleBytes: head[...], at: sum) else {
      throw .isDamaged(at: sum, "the checksum of the table does not fit")
    }
    try take(table: head[SnapshotLayout.headerSize...])
    try load()
  }

  /// Reads all blocks, the longest first.
  private mutating func load() throws(SnapshotError) {
    let places = names.keys.sorted { ($0.length, $0.offset) > ($1.length, $1.offset) }
    let loaded = LoadedBlock.load(places, from: file)
    try self.file.checkNotStopped()
    blocks = Dictionary(uniqueKeysWithValues: zip(places, loaded))
  }

  /// How many blocks the header speaks of, in a file that has room for their table.
  private func blockCount() throws(SnapshotError) -> Int {
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
  private mutating func take(table: ArraySlice<UInt8>) throws(SnapshotError) {
    var end = table.endIndex
    for start in stride(from: table.startIndex, to: table.endIndex, by: BlockEntry.size) {
      guard let entry = BlockEntry(row: table[start..<(start + BlockEntry.size)]) else {
        throw .isDamaged(at: start, "this row of the table cannot be one")
      }
      guard self.table.entries.updateValue(entry, forKey: entry.name) == nil else {
        throw .isDamaged(at: start, "two blocks are called `\(entry.name)`")
      }
      names[entry.place, default: 0] += 1
      if names[entry.place] != 1 { continue }
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
    namesLeft = Set(self.table.entries.keys)
  }

  /// Whether there is a block of that name.
  func has(_ name: String) -> Bool { table.entries[name] != nil }

  /// The array a block holds, of the length it must have where that is known.
  mutating func array<Element: BlockElement & Sendable>(
    _ name: String,
    count: Int? = nil
  ) throws(SnapshotError) -> [Element] {
    guard let entry = table.entries[name], entry.kind == Element.kind else {
      throw .isDamaged(at: SnapshotLayout.headerSize, "the table lacks the block `\(name)`")
    }
    let length = entry.length / entry.kind.width
    guard count == nil || count == length else {
      let wanted = count.map { "\($0)" } ?? ""
      throw flaw(in: name, "the block `\(name)` has \(length) elements instead of \(wanted)")
    }
    guard let block = try blocks[entry.place]?.get(), let array = block.elements as? [Element],
      block.checksum == entry.checksum
    else { throw flaw(in: name, "the checksum of the block `\(name)` does not fit") }
    if namesLeft.remove(name) != nil {
      names[entry.place, default: 1] -= 1
      if names[entry.place] == 0 { blocks[entry.place] = nil }
    }
    return array
  }

  /// Throws where a block was not asked for: a part of the graph that is not known here.
  func finish() throws(SnapshotError) {
    guard let name = namesLeft.min() else { return }
    throw flaw(in: name, "the block `\(name)` has no meaning here")
  }

  /// Has the ties of a relation checked, with others, before the graph is made.
  ///
  /// Rows that several relations share are checked once.
  mutating func check(_ ties: DirectionCheck) {
    guard let same = checks.firstIndex(where: { $0.isOfSameRows(as: ties) }) else {
      return checks.append(ties)
    }
    if !checks[same].isWeighted {
      checks[same] = ties
    } else if ties.isWeighted {
      checks.append(ties)
    }
  }

  /// The people of these names, found while the ties of all relations are checked.
  ///
  /// Throws what is wrong with either.
  func people(of names: PersonNames.Text) throws(SnapshotError) -> PersonNames {
    let made = DirectionCheck.run(checks, beside: { names.people }, in: table, of: file)
    guard let people = made.beside else {
      throw flaw(in: "\(names.name).bytes", "`\(names.name)` holds a name twice")
    }
    for (index, check) in checks.enumerated()
    where try made.sums[index * 2].get() != made.sums[index * 2 + 1].get() {
      throw check.difference(in: table)
    }
    return people
  }

  /// What is wrong with an element of a block, as an error that says where it lies.
  func flaw(in name: String, at index: Int = 0, _ what: String) -> SnapshotError {
    table.flaw(in: name, at: index, what)
  }
}

/// The table of a snapshot: which blocks there are.
struct BlockTable: Sendable {
  /// The entries, by the names of their blocks.
  var entries: [String: BlockEntry] = [:]

  /// What is wrong with an element of a block, as an error that says where it lies.
  func flaw(in name: String, at index: Int = 0, _ what: String) -> SnapshotError {
    let entry = entries[name]
    return .isDamaged(at: (entry?.offset ?? 0) + index * (entry?.kind.width ?? 0), what)
  }
}
