/// XXH64, the 64-bit checksum of Yann Collet's xxHash (2012), with seed 0, of bytes that come in
/// pieces.
///
/// Fast enough to be free beside the disk: it reads 32 bytes a step. It finds damage, not forgery.
package struct Checksum {
  /// Every piece but the last has a multiple of so many bytes.
  static let stripe = 32

  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  private var first = primes.0 &+ primes.1
  private var second = primes.1
  private var third: UInt64 = 0
  private var fourth = 0 &- primes.0
  private var count = 0

  /// The checksum of no bytes yet.
  init() {}

  /// The checksum of some bytes.
  ///
  /// Complexity: O(bytes). Unsafe: reads words in place; every offset is checked against the count
  /// by the loops.
  package static func of(_ bytes: RawSpan) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in
      var sum = Checksum()
      return unsafe sum.finished(by: bytes)
    }
  }

  /// Takes a piece in, whose length is a multiple of the stripe.
  ///
  /// The lanes are kept apart from each other in registers, so that they run side by side.
  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var lanes = (first, second, third, fourth)
    var offset = 0
    while offset + Checksum.stripe <= bytes.count {
      lanes.0 = unsafe Checksum.round(lanes.0, Checksum.word(bytes, offset))
      lanes.1 = unsafe Checksum.round(lanes.1, Checksum.word(bytes, offset + 8))
      lanes.2 = unsafe Checksum.round(lanes.2, Checksum.word(bytes, offset + 16))
      lanes.3 = unsafe Checksum.round(lanes.3, Checksum.word(bytes, offset + 24))
      offset += Checksum.stripe
    }
    (first, second, third, fourth) = lanes
    count += offset
  }

  /// The checksum of all pieces and of a last one, of any length.
  mutating func finished(by last: UnsafeRawBufferPointer) -> UInt64 {
    unsafe take(last)
    let rest = last.count - last.count % Checksum.stripe
    let primes = Checksum.primes
    var sum = primes.4
    if count > 0 {
      sum = Checksum.rotated(first, 1) &+ Checksum.rotated(second, 7)
      sum = sum &+ Checksum.rotated(third, 12) &+ Checksum.rotated(fourth, 18)
      for lane in [first, second, third, fourth] {
        sum = (sum ^ Checksum.round(0, lane)) &* primes.0 &+ primes.3
      }
    }
    sum = sum &+ UInt64(count + last.count - rest)
    sum = unsafe Checksum.joined(sum, last, from: rest)
    sum = (sum ^ (sum >> 33)) &* primes.1
    sum = (sum ^ (sum >> 29)) &* primes.2
    return sum ^ (sum >> 32)
  }

  /// A sum with the bytes behind the last stripe.
  private static func joined(
    _ sum: UInt64,
    _ bytes: UnsafeRawBufferPointer,
    from start: Int
  ) -> UInt64 {
    var sum = sum
    var offset = start
    while offset + 8 <= bytes.count {
      sum = unsafe rotated(sum ^ round(0, word(bytes, offset)), 27) &* primes.0 &+ primes.3
      offset += 8
    }
    if offset + 4 <= bytes.count {
      let half = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      sum ^= UInt64(UInt32(littleEndian: half)) &* primes.0
      sum = rotated(sum, 23) &* primes.1 &+ primes.2
      offset += 4
    }
    while offset < bytes.count {
      let byte = unsafe bytes[offset]
      sum = rotated(sum ^ UInt64(byte) &* primes.4, 11) &* primes.0
      offset += 1
    }
    return sum
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* primes.1, 31) &* primes.0
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}
