import Values

/// Names numbered in order of first appearance: one arena of bytes and an open-addressing index.
///
/// A value: copies share storage until one of them interns a new name. Lookup and interning are
/// O(length), expected.
package struct NameTable: Sendable {
  /// The names in UTF-8, one behind the other.
  package private(set) var bytes: [UInt8] = []
  /// Where each name starts in `bytes`, and one end.
  package private(set) var starts: [UInt32] = [0]
  /// Per slot: the hash's upper half, then the name's number plus one; 0 is an empty slot.
  private var slots: [UInt64] = Array(repeating: 0, count: 16)
  /// Where the slots come from when a name is first looked up; nil where they are there.
  private var index: Deferred<NameIndex>?

  /// A table without names.
  package init() {}

  /// A table of these names, numbered in their order; repeats keep their first number.
  package init(_ names: some Sequence<String>) {
    for name in names { _ = intern(name) }
  }

  /// A table from its storage, whose starts ascend from 0 to the end of valid UTF-8; nil where a
  /// name stands twice.
  ///
  /// Complexity: O(bytes), expected.
  package init?(bytes: [UInt8], starts: [UInt32]) {
    self.bytes = bytes
    self.starts = starts
    guard let index = indexed() else { return nil }
    slots = index.slots
  }

  /// A table from its storage, which is indexed when a name is first looked up.
  ///
  /// The starts ascend from 0 to the end of valid UTF-8. Where a name stands twice, `repeated` is
  /// reported to a box then, and no name is found.
  package init(
    bytes: [UInt8],
    starts: [UInt32],
    reportingTo damage: Damage,
    repeated: @escaping @Sendable () -> any Error
  ) {
    self.bytes = bytes
    self.starts = starts
    let names = self
    index = Deferred(count, reportingTo: damage) {
      names.indexed().map(Result.success) ?? .failure(repeated())
    }
  }

  /// So many names that say nothing, none of which is found.
  init(standIns count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    slots = NameIndex(standingInFor: count).slots
  }

  /// The slots of all names; nil where a name stands twice.
  private func indexed() -> NameIndex? {
    var slots = NameIndex(standingInFor: count).slots
    for number in 0..<UInt32(count) {
      let name = bytes.span.extracting(range(of: number))
      let isNew = unsafe name.withUnsafeBytes { name in
        let hash = unsafe NameTable.hash(name)
        let slot = unsafe slot(of: name, hash: hash, in: slots)
        guard slots[slot].number == nil else { return false }
        slots[slot] = UInt64(occupying: number, hash: hash)
        return true
      }
      guard isNew else { return nil }
    }
    return NameIndex(slots, of: count)
  }

  /// Has the slots at hand, for names to come.
  private mutating func bringSlots() {
    guard let index else { return }
    slots = index.value.slots
    self.index = nil
  }

  /// Makes room for so many more names of so many bytes.
  package mutating func reserve(_ more: Int, bytes moreBytes: Int) {
    bringSlots()
    bytes.reserveCapacity(bytes.count + moreBytes)
    starts.reserveCapacity(starts.count + more)
    while (count + more) * 4 > slots.count * 3 { grow() }
  }

  /// How many names there are.
  package var count: Int { starts.count - 1 }

  /// How many bytes the table takes.
  package var memory: Int { bytes.capacity + starts.capacity * 4 + slots.capacity * 8 }

  /// The name of a number.
  package subscript(number: UInt32) -> String {
    let span = bytes.span.extracting(range(of: number))
    return unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The first eight bytes of a name as a number that orders as they do; nil where the name is not
  /// all ASCII.
  ///
  /// Names of equal beginnings may differ further on.
  package func beginning(of number: UInt32) -> UInt64? {
    let name = bytes.span.extracting(range(of: number))
    var beginning: UInt64 = 0
    for offset in name.indices {
      guard name[offset] < 0x80 else { return nil }
      if offset < 8 { beginning |= UInt64(name[offset]) << UInt64(56 - 8 * offset) }
    }
    return beginning
  }

  /// The number of a name; nil where there is none.
  package func number(of name: String) -> UInt32? {
    var copy = name
    return copy.withUTF8 { unsafe number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a name given as UTF-8; nil where there is none.
  package func number(of name: UnsafeRawBufferPointer) -> UInt32? {
    let hash = unsafe NameTable.hash(name)
    if let index {
      let slots = index.value.slots
      return unsafe slots[slot(of: name, hash: hash, in: slots)].number
    }
    return unsafe slots[slot(of: name, hash: hash, in: slots)].number
  }

  /// The number of a name, taking it in where it is new.
  package mutating func intern(_ name: String) -> UInt32 {
    var copy = name
    return copy.withUTF8 { unsafe intern(UnsafeRawBufferPointer($0)) }
  }

  /// The number of a name given as valid UTF-8, taking it in where it is new.
  ///
  /// The caller keeps the table within `GraphLimits`.
  package mutating func intern(_ name: UnsafeRawBufferPointer) -> UInt32 {
    bringSlots()
    let hash = unsafe NameTable.hash(name)
    let slot = unsafe slot(of: name, hash: hash, in: slots)
    if let number = slots[slot].number { return number }
    let number = UInt32(count)
    unsafe bytes.append(contentsOf: name)
    starts.append(UInt32(bytes.count))
    slots[slot] = UInt64(occupying: number, hash: hash)
    if count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// The bytes of a name.
  func range(of number: UInt32) -> Range<Int> {
    Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
  }

  /// The slot that holds the name, or the empty one where it would go.
  private func slot(
    of name: UnsafeRawBufferPointer,
    hash: UInt64,
    in slots: borrowing [UInt64]
  ) -> Int {
    let mask = slots.count - 1
    let tag = hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & mask
    while let number = slots[slot].number {
      if slots[slot] >> 32 == tag, unsafe equals(number, name) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ number: UInt32, _ name: UnsafeRawBufferPointer) -> Bool {
    let range = range(of: number)
    guard range.count == name.count else { return false }
    for offset in 0..<range.count
    where unsafe bytes[range.lowerBound + offset] != name[offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for number in 0..<UInt32(count) {
      let name = bytes.span.extracting(range(of: number))
      let hash = unsafe name.withUnsafeBytes { unsafe NameTable.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt64(occupying: number, hash: hash)
    }
    slots = larger
  }

  /// A 64-bit multiply-and-fold hash, eight bytes at a time; the same on every run.
  ///
  /// The last bytes are read together with some that were read before.
  static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    let count = name.count
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
    var tail: UInt64 = 0
    if count >= 8 {
      var offset = 0
      while offset + 8 < count {
        let word = unsafe name.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = fold(hash ^ word, 0xD6E8_FEB8_6659_FD93)
        offset += 8
      }
      tail = unsafe name.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      let low = unsafe name.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let high = unsafe name.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      tail = UInt64(high) << 32 | UInt64(low)
    } else if count > 0 {
      tail = unsafe UInt64(name[0]) << 16 | UInt64(name[count / 2]) << 8 | UInt64(name[count - 1])
    }
    return fold(hash ^ tail, 0xA076_1D64_78BD_642F)
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// The slots of a table of names.
struct NameIndex: Deferrable {
  /// Per slot: the hash's upper half, then the name's number plus one; 0 is an empty slot.
  let slots: [UInt64]

  /// How many names there are.
  let summary: Int

  /// Slots of so many names.
  init(_ slots: [UInt64], of count: Int) {
    self.slots = slots
    summary = count
  }

  /// Empty slots for so many names.
  init(standingInFor count: Int) {
    summary = count
    var room = 16
    while count * 4 > room * 3 { room *= 2 }
    slots = Array(repeating: 0, count: room)
  }
}

extension NameTable: PersonLabels {
  package func handle(of person: UInt32) -> String { self[person] }
}

extension UInt64 {
  /// A filled slot.
  fileprivate init(occupying number: UInt32, hash: UInt64) {
    self = (hash >> 32) << 32 | UInt64(number &+ 1)
  }

  /// The number in a slot; nil for an empty one.
  fileprivate var number: UInt32? {
    self == 0 ? nil : UInt32(truncatingIfNeeded: self) &- 1
  }
}
