/// XXH64, the 64-bit checksum of Yann Collet's xxHash (2012), with seed 0.
///
/// Fast enough to be free beside the disk: it reads 32 bytes a step. It finds damage, not forgery.
package enum Checksum {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// The checksum of some bytes.
  ///
  /// Complexity: O(bytes). Unsafe: reads words in place; every offset is checked against the count
  /// by the loops.
  package static func of(_ bytes: RawSpan) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe of($0) }
  }

  private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    func word(_ offset: Int) -> UInt64 {
      unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var offset = 0
    var sum = primes.4
    if bytes.count >= 32 {
      var lanes = SIMD4(primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
      while offset + 32 <= bytes.count {
        for lane in 0..<4 { lanes[lane] = round(lanes[lane], word(offset + lane * 8)) }
        offset += 32
      }
      sum = rotated(lanes[0], 1) &+ rotated(lanes[1], 7)
      sum = sum &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
      for lane in 0..<4 { sum = (sum ^ round(0, lanes[lane])) &* primes.0 &+ primes.3 }
    }
    sum = sum &+ UInt64(bytes.count)
    while offset + 8 <= bytes.count {
      sum = rotated(sum ^ round(0, word(offset)), 27) &* primes.0 &+ primes.3
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
    sum = (sum ^ (sum >> 33)) &* primes.1
    sum = (sum ^ (sum >> 29)) &* primes.2
    return sum ^ (sum >> 32)
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* primes.1, 31) &* primes.0
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }
}
