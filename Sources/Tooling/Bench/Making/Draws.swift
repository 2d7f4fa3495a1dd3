import Graph

/// Draws numbers from a seed: SplitMix64, so that a seed gives the same graph everywhere.
struct Draws {
  private var state: UInt64

  /// Draws for one concern; the stream keeps concerns, and parts of one, from disturbing each other.
  init(seed: UInt64, stream: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ stream &* 0xD6E8_FEB8_6659_FD93
    _ = next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0, below a bound, each as likely.
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Somebody and whom they follow, by R-MAT with the shares .57, .19, .19 and .05.
  ///
  /// Four levels are drawn from 64 bits, each from 16 of them.
  mutating func pair(scale: Int) -> (source: UInt32, target: UInt32) {
    var source: UInt32 = 0
    var target: UInt32 = 0
    var bits: UInt64 = 0
    for level in 0..<scale {
      if level & 3 == 0 { bits = next() }
      let draw = bits & 0xFFFF
      bits >>= 16
      let isLower: UInt32 = draw >= 49_807 ? 1 : 0
      let isUpperRight = draw >= 37_356 && draw < 49_807
      let isRight: UInt32 = isUpperRight || draw >= 62_259 ? 1 : 0
      source = source << 1 | isLower
      target = target << 1 | isRight
    }
    return (source, target)
  }

  /// The numbers below a bound in a drawn order.
  mutating func permutation(of count: Int) -> [UInt32] {
    var order = Array(0..<UInt32(count))
    for place in 0..<count { order.swapAt(place, place + number(below: count - place)) }
    return order
  }
}

/// A set of keys that are not 0: open addressing in one block, never more than half full.
struct KeySet {
  private var slots: [UInt64]
  private let shift: UInt64

  /// A set with room for so many.
  init(room count: Int) {
    var bits: UInt64 = 10
    while 1 << bits < count * 2 { bits += 1 }
    slots = Array(repeating: 0, inLargePages: 1 << bits)
    shift = 64 - bits
  }

  /// Puts a key in; says whether it is new.
  mutating func insert(_ key: UInt64) -> Bool {
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[slot] != 0 {
      if slots[slot] == key { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = key
    return true
  }
}
