/// A name found in a file: not empty, valid UTF-8, without control characters, not too long.
///
/// Unsafe inside: it points into the row it was read from and is gone with it.
@safe struct NameBytes {
  /// Up to eight bytes as one number, which no other name has; 0 for longer names.
  let key: UInt64
  private let start: UnsafePointer<UInt8>
  private let count: Int

  /// A name of so many checked bytes; eight bytes may be read whatever its length.
  @unsafe init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = unsafe start
    self.count = count
    key = unsafe count > 8 ? 0 : NameBytes.word(start, count: count)
  }

  /// Its bytes.
  @unsafe var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  /// How many bytes it has.
  var length: Int { count }

  /// The name as text.
  var text: String { unsafe String(decoding: bytes, as: UTF8.self) }

  /// Up to eight bytes as one number, the first one lowest, zeros above the last.
  @unsafe static func word(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let word = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
    return count >= 8 ? word : word & ((1 << UInt64(count * 8)) - 1)
  }
}
