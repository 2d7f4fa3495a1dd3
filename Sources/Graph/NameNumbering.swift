import CSystem
import Synchronization

/// Names that several threads number together, and the place in the file each first stands at.
///
/// An open-addressing table of two words a slot. The first is the name itself where that has at
/// most eight bytes, else a hash of it; the second the first place, above the number. Numbers are
/// given as names come, so they depend on how fast the threads are; the places do not, and
/// `ranked()` numbers by them.
///
/// Unsafe inside: a block of memory that threads share. A slot is taken by writing its first word
/// where that was zero, which one thread succeeds in; its second word is written once the name is
/// kept, and then only falls. Nothing is freed while the numbering lives.
@safe package final class NameNumbering: Sendable {
  /// The most names there may be.
  package static let mostNames = (1 << numberBits) - 2
  /// The places a name may stand at: below this.
  package static let mostPlaces = UInt64(1) << (64 - UInt64(numberBits))

  private static let numberBits = 30
  static let numberMask = UInt64(1 << numberBits) - 1
  /// How many numbers a thread takes at a time.
  static let blockBits = 12

  nonisolated(unsafe) private let slots: UnsafeMutablePointer<Atomic<UInt64>>
  private let mask: Int
  /// The memory of names longer than eight bytes, and the counts.
  let pool: NamePool

  /// A table with room for about so many names.
  package convenience init(expecting names: Int) {
    var slots = 1 << 15
    while slots * 5 < min(names, NameNumbering.mostNames) * 8 { slots *= 2 }
    self.init(slots: slots, pool: NamePool())
  }

  private init(slots count: Int, pool: NamePool) {
    let bytes = count * 16
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe block.adviseLargePages()
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe slots = block.bindMemory(to: Atomic<UInt64>.self).baseAddress.unsafelyUnwrapped
    mask = count - 1
    self.pool = pool
  }

  deinit { unsafe slots.deallocate() }

  /// How many names there are; none is being added meanwhile.
  package var count: Int { pool.names.load(ordering: .relaxed) }

  /// How many bytes the names take together.
  package var bytes: Int { pool.bytes.load(ordering: .relaxed) }

  /// Whether it should grow before more names come.
  package var isFull: Bool { pool.names.load(ordering: .relaxed) * 8 > (mask + 1) * 5 }

  /// The same names, numbers and places with twice the room; no thread may be adding any.
  package func grown() -> NameNumbering {
    let larger = NameNumbering(slots: (mask + 1) * 2, pool: pool)
    for slot in 0...mask {
      let key = unsafe slots[slot * 2].load(ordering: .relaxed)
      guard key != 0 else { continue }
      var place = NameNumbering.hash(key) & larger.mask
      while unsafe larger.slots[place * 2].load(ordering: .relaxed) != 0 {
        place = (place + 1) & larger.mask
      }
      unsafe larger.slots[place * 2].store(key, ordering: .relaxed)
      let value = unsafe slots[slot * 2 + 1].load(ordering: .relaxed)
      unsafe larger.slots[place * 2 + 1].store(value, ordering: .relaxed)
    }
    return larger
  }

  /// Has the slot of a short name brought near.
  ///
  /// A look for it would do so too, but what follows hangs on what it sees: where that is guessed
  /// wrong, the looks after it wait.
  @inline(__always) func fetch(_ key: UInt64) {
    unsafe csystem_fetch(slots + 2 * (NameNumbering.hash(key) & mask))
  }

  /// The number of a short name where the first slot holds it, at most at this place; else 0.
  ///
  /// Numbers here count from 1.
  @inline(__always) func glance(_ key: UInt64, _ place: UInt64) -> UInt64 {
    let slot = NameNumbering.hash(key) & mask
    let held = unsafe slots[slot * 2].load(ordering: .relaxed)
    guard held == key, key != 0 else { return 0 }
    let value = unsafe slots[slot * 2 + 1].load(ordering: .acquiring)
    return value >> UInt64(NameNumbering.numberBits) <= place ? value & NameNumbering.numberMask : 0
  }

  /// The number of a name, counted from 1, which is kept where it is new.
  func number(of name: PlacedName, by clerk: inout NameClerk) -> UInt64 {
    let key = name.key != 0 ? name.key : unsafe NameNumbering.key(ofLong: name.bytes)
    var slot = NameNumbering.hash(key) & mask
    while true {
      var held = unsafe slots[slot * 2].load(ordering: .relaxed)
      if held == 0 {
        let taken = unsafe slots[slot * 2].compareExchange(
          expected: 0,
          desired: key,
          ordering: .relaxed
        )
        if taken.exchanged {
          let number = clerk.keep(name)
          let value = name.place << UInt64(NameNumbering.numberBits) | number
          unsafe slots[slot * 2 + 1].store(value, ordering: .releasing)
          return number
        }
        held = taken.original
      }
      if held == key, let number = number(at: slot, of: name) { return number }
      slot = (slot + 1) & mask
    }
  }

  /// The number of the name a slot with its key holds, whose place is brought forward; nil where
  /// that is another long name.
  private func number(at slot: Int, of name: PlacedName) -> UInt64? {
    var value = unsafe slots[slot * 2 + 1].load(ordering: .acquiring)
    while value == 0 {
      // Another thread is keeping the name just now.
      value = unsafe slots[slot * 2 + 1].load(ordering: .acquiring)
    }
    let number = value & NameNumbering.numberMask
    if name.key == 0, unsafe !pool.holds(name.bytes, at: Int(number)) { return nil }
    let wanted = name.place << UInt64(NameNumbering.numberBits) | number
    while wanted < value {
      let put = unsafe slots[slot * 2 + 1].weakCompareExchange(
        expected: value,
        desired: wanted,
        ordering: .relaxed
      )
      if put.exchanged { break }
      value = put.original
    }
    return number
  }

  /// Calls `body` with each name in the order of the places they first stand at, and its number
  /// here.
  ///
  /// Complexity: O(slots).
  package func forEachRanked(_ body: (_ name: UnsafeRawBufferPointer, _ number: Int) -> Void) {
    var words: [UInt64] = []
    words.reserveCapacity(count)
    var keys = [UInt64](unfilledInLargePages: numbersGiven)
    var last: UInt64 = 0
    for slot in 0...mask {
      let key = unsafe slots[slot * 2].load(ordering: .relaxed)
      guard key != 0 else { continue }
      let value = unsafe slots[slot * 2 + 1].load(ordering: .relaxed)
      keys[Int(value & NameNumbering.numberMask)] = key
      words.append(value)
      last = max(last, value)
    }
    // No two names have one place, but where places are not told: there the numbers do.
    let isPlaced = last >> UInt64(NameNumbering.numberBits) > 0
    let digits = WordSorter.digits(
      from: isPlaced ? NameNumbering.numberBits : 0,
      to: UInt64.bitWidth - last.leadingZeroBitCount
    )
    var sorter = WordSorter()
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe sorter.sort(words, by: digits)
    }
    for word in words {
      let number = Int(word & NameNumbering.numberMask)
      let key = keys[number]
      if key >> 56 == NameNumbering.longMark {
        unsafe body(pool.name(at: number), number)
      } else {
        let length = 8 - key.leadingZeroBitCount / 8
        unsafe withUnsafeBytes(of: key.littleEndian) { bytes in
          unsafe body(UnsafeRawBufferPointer(rebasing: bytes[..<length]), number)
        }
      }
    }
  }

  /// All numbers are below this.
  package var numbersGiven: Int {
    max(1, pool.blocks.load(ordering: .relaxed)) << NameNumbering.blockBits
  }

  /// The top byte of the key of a long name, which no UTF-8 has and so no short one.
  private static let longMark: UInt64 = 0xFF

  private static func key(ofLong name: UnsafeRawBufferPointer) -> UInt64 {
    unsafe NameTable.hash(name) | longMark << 56
  }

  @inline(__always) private static func hash(_ key: UInt64) -> Int {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) >> 8)
  }
}

/// A name in a file, and where it stands there.
///
/// Unsafe inside: points to the bytes of a name that may be longer than eight.
@safe package struct PlacedName {
  /// Up to eight bytes as one number; 0 for longer names.
  let key: UInt64
  /// Where it stands, in steps of two bytes: no two names begin closer together.
  let place: UInt64
  private let start: UnsafePointer<UInt8>
  private let length: Int

  /// A name of so many bytes of valid UTF-8, with its key where it has one.
  @unsafe package init(
    key: UInt64,
    place: UInt64,
    start: UnsafePointer<UInt8>,
    length: Int
  ) {
    self.key = key
    self.place = place
    unsafe self.start = start
    self.length = length
  }

  /// Its bytes.
  @unsafe var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: start, count: length)
  }

  /// How many bytes it has.
  var count: Int { length }
}
