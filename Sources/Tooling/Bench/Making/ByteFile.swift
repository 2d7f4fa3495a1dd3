import Foundation

/// A file that is written piece by piece.
struct ByteFile: ~Copyable {
  private static let step = 4 << 20

  private let handle: FileHandle
  private var bytes: [UInt8] = []

  /// A new file in place of what may be there.
  init(_ file: URL) throws {
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw BenchError.unreadable(file.path)
    }
    handle = try FileHandle(forWritingTo: file)
    bytes.reserveCapacity(ByteFile.step + 256)
  }

  /// Adds a text.
  mutating func add(_ text: StaticString) throws {
    bytes += "\(text)".utf8
    try writeIfFull()
  }

  /// Adds a byte.
  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// Adds a number in decimal digits, zeros before it to a width.
  mutating func add(_ number: UInt32, width: Int = 1) {
    var digits: UInt64 = 0
    var count = 0
    var rest = number
    while rest > 0 || count < width {
      digits = digits << 4 | UInt64(rest % 10)
      rest /= 10
      count += 1
    }
    for _ in 0..<count {
      bytes.append(48 + UInt8(digits & 15))
      digits >>= 4
    }
  }

  /// Adds a person's name, `u` and a number.
  mutating func add(person: UInt32) {
    bytes.append(UInt8(ascii: "u"))
    add(person)
  }

  /// Adds thousandths as a decimal fraction of three digits.
  mutating func add(thousandths: UInt32) {
    add(thousandths / 1_000)
    bytes.append(UInt8(ascii: "."))
    add(thousandths % 1_000, width: 3)
  }

  /// Adds the bytes of a number, least first.
  mutating func add<Number: FixedWidthInteger>(bytesOf number: Number) {
    var rest = number
    for _ in 0..<(Number.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Ends a line.
  mutating func endLine() throws {
    bytes.append(UInt8(ascii: "\n"))
    try writeIfFull()
  }

  /// Writes what is left.
  consuming func close() throws {
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  /// Writes what has gathered, where it is much.
  mutating func writeIfFull() throws {
    guard bytes.count >= ByteFile.step else { return }
    try handle.write(contentsOf: Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }
}
