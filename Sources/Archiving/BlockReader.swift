import Graph
import Values

/// Hands out the blocks of one part of a graph, each checked before.
///
/// They are read and summed at the beginning, by several threads.
struct BlockReader: ~Copyable {
  private let store: SnapshotStore
  private var namesLeft: Set<String>
  /// How many names that were not asked for each block has.
  private var names: [BlockEntry: Int] = [:]
  /// The blocks that have such names.
  private var blocks: [BlockEntry: Result<LoadedBlock, SnapshotError>] = [:]

  /// Reads the blocks of a part, the longest first.
  init(_ part: String, of store: SnapshotStore) throws(SnapshotError) {
    try self.init(reading: store.table.names(in: part), of: store)
  }

  /// Reads some blocks, the longest first.
  init(reading wanted: Set<String>, of store: SnapshotStore) throws(SnapshotError) {
    self.store = store
    namesLeft = wanted.filter { store.table.entries[$0] != nil }
    let entries = namesLeft.compactMap { store.table.entries[$0] }
    for entry in entries { names[entry.place, default: 0] += 1 }
    blocks = try store.load(Array(names.keys), for: namesLeft)
  }

  /// Whether there is a block of that name.
  func has(_ name: String) -> Bool { store.table.entries[name] != nil }

  /// The array a block holds, of the length it must have where that is known.
  mutating func array<Element: BlockElement & Sendable>(
    _ name: String,
    count: Int? = nil
  ) throws(SnapshotError) -> [Element] {
    guard let entry = store.table.entries[name], entry.kind == Element.kind else {
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

  /// Throws where the two directions of a relation do not hold the same ties, with the same weights.
  ///
  /// Rows that several relations share are checked once, and again with weights.
  func check(_ ties: DirectionCheck) throws(SnapshotError) {
    let rows = ["forward.starts", "forward.neighbours", "backward.starts", "backward.neighbours"]
      .compactMap { store.table.entries["\(ties.name).\($0)"]?.place }
    if !ties.isWeighted, store.isChecked(rows) { return }
    try ties.run(in: store.table, of: store.file)
    store.markChecked(rows)
  }

  /// What is wrong with an element of a block, as an error that says where it lies.
  func flaw(in name: String, at index: Int = 0, _ what: String) -> SnapshotError {
    store.table.flaw(in: name, at: index, what)
  }
}

/// The table of a snapshot: which blocks there are.
struct BlockTable: Sendable {
  /// The entries, by the names of their blocks.
  var entries: [String: BlockEntry] = [:]
  /// The blocks that only mean something together, by the name of the part of the graph.
  private var parts: [String: Set<String>] = [:]
  /// How many names each block has.
  private(set) var shares: [BlockEntry: Int] = [:]

  /// The names of the blocks of a part.
  func names(in part: String) -> Set<String> { parts[part] ?? [] }

  /// How many elements a block has; 0 where there is none.
  func count(of name: String) -> Int {
    entries[name].map { $0.length / $0.kind.width } ?? 0
  }

  /// How many pieces the starts in a block cut something into.
  func pieces(of name: String) throws(SnapshotError) -> Int {
    guard count(of: name) > 0 else {
      throw .isDamaged(at: SnapshotLayout.headerSize, "the table lacks the block `\(name)`")
    }
    guard count(of: name) - 1 <= GraphLimits.people else {
      throw flaw(in: name, "`\(name)` is of more than there can be")
    }
    return count(of: name) - 1
  }

  /// Gives every block to the part whose name its own begins with, the longest of these; throws where
  /// there is none for it.
  mutating func divide(among names: [String]) throws(SnapshotError) {
    parts = [:]
    let known = Set(names)
    for entry in entries.values {
      var part = entry.name
      while !known.contains(part) {
        guard let dot = part.lastIndex(of: ".") else {
          throw flaw(in: entry.name, "the block `\(entry.name)` has no meaning here")
        }
        part = String(part[..<dot])
      }
      parts[part, default: []].insert(entry.name)
    }
    shares = entries.values.reduce(into: [:]) { $0[$1.place, default: 0] += 1 }
  }

  /// What is wrong with an element of a block, as an error that says where it lies.
  func flaw(in name: String, at index: Int = 0, _ what: String) -> SnapshotError {
    let entry = entries[name]
    return .isDamaged(at: (entry?.offset ?? 0) + index * (entry?.kind.width ?? 0), what)
  }
}
