/// Bytes on their way to an output: one buffer, reused, so that a million rows cost no million
/// strings.
struct RowBuffer {
  /// How many bytes are gathered before they are handed on.
  private static let capacity = 1 << 16
  private var bytes: [UInt8] = []

  /// An empty buffer.
  init() {
    bytes.reserveCapacity(Self.capacity + 1024)
  }

  /// Adds one byte: ASCII, or a part of a character whose other parts follow.
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Adds a text as it is.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds so many spaces.
  mutating func append(spaces count: Int) {
    for _ in 0..<max(0, count) { bytes.append(UInt8(ascii: " ")) }
  }

  /// Adds one character's code point as it is.
  mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Adds a whole number in decimal digits.
  mutating func append(_ integer: Int) {
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = integer.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  /// Adds the shortest decimal number that reads back as the same number; whole numbers without a
  /// point, and 0 without a sign.
  mutating func append(_ number: Double) {
    if abs(number) < 1e15, number == number.rounded(.towardZero) {
      append(Int(number))
      return
    }
    append(number.description)
    if bytes.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
  }

  /// Hands everything on when there is enough of it.
  ///
  /// To be called between two rows only, so that no character is cut.
  mutating func flushIfFull(to output: inout some TextOutputStream) {
    if bytes.count >= Self.capacity { flush(to: &output) }
  }

  /// Hands everything on.
  mutating func flush(to output: inout some TextOutputStream) {
    guard !bytes.isEmpty else { return }
    output.write(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }
}
