#if _endian(big)
#error("arrays are written as they lie in memory, and the file is little endian")
#endif

/// How the bytes of a snapshot lie; all numbers are little endian.
///
/// | bytes | what |
/// | --- | --- |
/// | 0 to 7 | the magic, with bytes that a transfer as text would change |
/// | 8 to 11 | the version |
/// | 12 to 15 | how many blocks there are |
/// | 16 to 23 | how many bytes the file has |
/// | 24 to 55 | zero |
/// | 56 to 63 | the checksum of the bytes before it and of the table |
/// | 64 ... | the table, an entry a block, then the blocks |
///
/// A block begins at the next multiple of 64 behind the one before it; zeros lie between them.
/// It is an array as it lies in memory. Two blocks of equal entries but for their names are one:
/// storage that is shared in memory is shared in the file. How much there is of everything follows
/// from the lengths in the table, and blocks of two moments say what time events and ties cover: with
/// these and the names of columns and relations a file is open, and the rest comes when it is asked
/// for.
enum SnapshotLayout {
  /// What every snapshot begins with.
  static let magic: [UInt8] = [0x89] + Array("KITH".utf8) + [0x0D, 0x0A, 0x1A]
  /// The version that is written, and the only one that is read.
  static let version: UInt32 = 3
  /// The bytes before the table.
  static let headerSize = 64
  /// Where blocks begin: at multiples of this.
  static let alignment = 64

  /// The first place for a block at or behind a byte.
  static func aligned(_ offset: Int) -> Int {
    (offset + alignment - 1) / alignment * alignment
  }
}

/// A row of the table: which block, of what, where.
struct BlockEntry: Hashable, Sendable {
  /// The bytes a row of the table takes.
  static let size = 80
  /// The longest name, in bytes; shorter ones are filled up with zeros.
  static let nameLength = 48

  /// The name, in ASCII.
  var name: String
  /// What it is an array of.
  var kind: BlockKind
  /// Where it begins in the file.
  var offset: Int
  /// How many bytes it has.
  var length: Int
  /// The checksum of its bytes.
  var checksum: UInt64

  /// The same entry without its name: equal for blocks that are one.
  var place: BlockEntry {
    var place = self
    place.name = ""
    return place
  }

  /// The row of the table.
  var bytes: [UInt8] {
    let name = Array(name.utf8)
    precondition(name.count <= BlockEntry.nameLength, "the name of a block is too long")
    return name + Array(repeating: 0, count: BlockEntry.nameLength - name.count)
      + kind.rawValue.littleBytes + Array(repeating: 0, count: 4) + UInt64(offset).littleBytes
      + UInt64(length).littleBytes + checksum.littleBytes
  }

  /// An entry for a block that lies nowhere yet and is not summed.
  init(name: String, kind: BlockKind, length: Int) {
    self.name = name
    self.kind = kind
    self.length = length
    checksum = 0
    offset = 0
  }

  /// The entry of a row of the table; nil where it cannot be one.
  init?(row: ArraySlice<UInt8>) {
    let name = row.prefix(BlockEntry.nameLength)
    let letters = name.prefix { $0 != 0 }
    let fields = row.startIndex + BlockEntry.nameLength
    guard !letters.isEmpty, letters.allSatisfy({ (0x21...0x7E).contains($0) }),
      name[letters.endIndex...].allSatisfy({ $0 == 0 }),
      let kind = BlockKind(rawValue: UInt32(littleBytes: row, at: fields)),
      UInt32(littleBytes: row, at: fields + 4) == 0,
      let offset = Int(exactly: UInt64(littleBytes: row, at: fields + 8)),
      let length = Int(exactly: UInt64(littleBytes: row, at: fields + 16)),
      length.isMultiple(of: kind.width)
    else { return nil }
    self.name = String(decoding: letters, as: UTF8.self)
    self.kind = kind
    self.offset = offset
    self.length = length
    checksum = UInt64(littleBytes: row, at: fields + 24)
  }
}

extension FixedWidthInteger {
  /// The bytes of the number, least first.
  var littleBytes: [UInt8] {
    (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }

  /// The number whose bytes, least first, stand at a place.
  init(littleBytes bytes: ArraySlice<UInt8>, at start: Int) {
    self = 0
    for index in (0..<(Self.bitWidth / 8)).reversed() {
      self = self << 8 | Self(truncatingIfNeeded: bytes[start + index])
    }
  }
}
