import Diagnostics
import Values

/// Gathers the blocks of a snapshot, and writes them.
///
/// Nothing is copied until it is written, and nothing is summed twice.
struct BlockWriter {
  /// The most bytes that are handed on at once.
  static let step = 4 << 20

  /// Arrays of more bytes than this are written once for all who share them.
  private static let leastShared = 16

  private var entries: [BlockEntry] = []
  private var arrays: [any BlockArray] = []
  /// The names of the blocks that only say what others cover.
  private var outlines: Set<String> = []
  private var known: [BlockStorage: BlockEntry] = [:]
  private var end = 0

  /// No blocks yet.
  init() {}

  /// Adds an array under a name that is its own.
  mutating func add(_ array: [some BlockElement], as name: String) {
    entries.append(
      BlockEntry(
        name: name,
        kind: array.kind,
        length: array.count * array.kind.width
      )
    )
    arrays.append(array)
  }

  /// Adds moments, nothing where there is none.
  mutating func add(_ moments: [Instant?], as name: String) {
    add(moments.map { $0?.microseconds ?? missingMoment }, as: name)
  }

  /// Adds the first and the last moment of some, where there are any.
  mutating func add(outline: ClosedRange<Instant>?, as name: String) {
    guard let outline else { return }
    outlines.insert(name)
    add([outline.lowerBound.microseconds, outline.upperBound.microseconds], as: name)
  }

  /// Hands on the bytes of the file, in their order; stops where the sink throws.
  mutating func write(
    reporting report: (_ part: Double) -> Void,
    to sink: (RawSpan) throws(Diagnostics) -> Void
  ) throws(Diagnostics) {
    sum()
    let isNew = layOut()
    let head = self.head
    try head.visit(sink)
    var written = head.count
    for (index, entry) in entries.enumerated() where isNew[index] {
      try [UInt8](repeating: 0, count: entry.offset - written).visit(sink)
      try arrays[index].visit { bytes throws(Diagnostics) in
        var start = 0
        while start < bytes.byteCount {
          let stop = min(start + BlockWriter.step, bytes.byteCount)
          try sink(bytes.extracting(start..<stop))
          report(Double(entry.offset + stop) / Double(max(end, 1)))
          start = stop
        }
      }
      written = entry.offset + entry.length
    }
  }

  /// The checksum of the names, kinds, lengths and checksums of all blocks: of what is in them, and not
  /// of where they lie; without those that only say what others cover.
  mutating func fingerprint() -> UInt64 {
    sum()
    return entries.filter { !outlines.contains($0.name) }.flatMap(\.bytes).checksum
  }

  /// Sums every block, by several threads, the longest first; shared storage is summed once.
  private mutating func sum() {
    var first: [BlockStorage: Int] = [:]
    let storage = arrays.map(\.storage)
    for (index, storage) in storage.enumerated() where first[storage] == nil {
      first[storage] = index
    }
    let order = first.values.sorted { (entries[$0].length, $0) > (entries[$1].length, $1) }
    let sums = inParallel(order.count) { [arrays] in arrays[order[$0]].checksum }
    var sumOfStorage: [BlockStorage: UInt64] = [:]
    for (index, sum) in zip(order, sums) { sumOfStorage[storage[index]] = sum }
    for index in entries.indices { entries[index].checksum = sumOfStorage[storage[index]] ?? 0 }
  }

  /// Gives every block its place; returns which are the first of their storage.
  ///
  /// Where an array of a few bytes lies says nothing, as constants share their storage: each of these
  /// has a place of its own.
  private mutating func layOut() -> [Bool] {
    var isNew: [Bool] = []
    end = SnapshotLayout.headerSize + entries.count * BlockEntry.size
    for index in entries.indices {
      let storage = arrays[index].storage
      if storage.length > BlockWriter.leastShared, let same = known[storage] {
        entries[index].offset = same.offset
        isNew.append(false)
      } else {
        entries[index].offset = SnapshotLayout.aligned(end)
        end = entries[index].offset + entries[index].length
        known[storage] = entries[index]
        isNew.append(true)
      }
    }
    return isNew
  }

  /// The header and the table.
  private var head: [UInt8] {
    var header = SnapshotLayout.magic + SnapshotLayout.version.littleBytes
    header += UInt32(entries.count).littleBytes + UInt64(end).littleBytes
    header += Array(repeating: 0, count: SnapshotLayout.headerSize - 8 - header.count)
    let table = entries.flatMap(\.bytes)
    return header + (header + table).checksum.littleBytes + table
  }
}

/// What stands for a missing moment.
///
/// No moment that can be written as a date is anywhere near it.
let missingMoment = Int64.min

/// Where an array lies in memory, and as what: equal for arrays that share their storage.
struct BlockStorage: Hashable {
  let address: UInt
  let length: Int
  let kind: BlockKind
}

/// An array of any kind.
protocol BlockArray: Sendable {
  /// What it is an array of.
  var kind: BlockKind { get }
  /// The checksum of its bytes.
  var checksum: UInt64 { get }
  /// Where it lies.
  var storage: BlockStorage { get }
  /// Calls with its bytes.
  func visit(_ body: (RawSpan) throws(Diagnostics) -> Void) throws(Diagnostics)
}

extension Array: BlockArray where Element: BlockElement {
  var kind: BlockKind { Element.kind }

  var checksum: UInt64 { unsafe Checksum.of(span.bytes) }

  var storage: BlockStorage {
    unsafe withUnsafeBytes { bytes in
      let address = UInt(bitPattern: bytes.baseAddress)
      return BlockStorage(address: address, length: bytes.count, kind: kind)
    }
  }

  func visit(_ body: (RawSpan) throws(Diagnostics) -> Void) throws(Diagnostics) {
    try unsafe body(span.bytes)
  }
}
