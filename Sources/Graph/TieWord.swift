/// A tie on its way through buckets, as one word that sorts as the tie does.
///
/// From the top: the place of one end in its bucket (16 bits), the other end (32), and the code of
/// what the tie carries (16).
struct TieWord {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(place: UInt32, other: UInt32, code: UInt16) {
    bits = UInt64(place) << 48 | UInt64(other) << 16 | UInt64(code)
  }

  /// The place of one end in its bucket.
  var place: Int { Int(bits >> 48) }
  /// The other end.
  var other: UInt32 { UInt32(truncatingIfNeeded: bits >> 16) }
  /// The code of what the tie carries.
  var code: UInt16 { UInt16(truncatingIfNeeded: bits) }
  /// Both ends, as one number.
  var ends: UInt64 { bits >> 16 }
}
