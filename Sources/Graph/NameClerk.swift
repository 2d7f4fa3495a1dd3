import Synchronization

/// One thread's way to number names.
///
/// Unsafe inside: memory that belongs to the pool, of which this thread alone writes.
@safe package struct NameClerk: ~Copyable {
  /// The numbering of names; grown, it is put here in place of the smaller one.
  package var numbering: NameNumbering
  private var next = 0
  private var end = 0
  private var arena: UnsafeMutablePointer<UInt8>?
  private var arenaLeft = 0

  /// A clerk of one thread; where names come one by one in their order, places may all be 0.
  package init(_ numbering: NameNumbering) { self.numbering = numbering }

  /// Writes the number of each name; new ones are kept.
  ///
  /// Looks for many names one after the other wait for memory together, not each on its own.
  @unsafe package mutating func number(
    _ names: UnsafeBufferPointer<PlacedName>,
    into numbers: UnsafeMutablePointer<UInt32>
  ) {
    let numbering = numbering
    for index in 0..<names.count { unsafe numbering.fetch(names[index].key) }
    for index in 0..<names.count {
      let name = unsafe names[index]
      unsafe numbers[index] = UInt32(truncatingIfNeeded: numbering.glance(name.key, name.place))
    }
    for index in 0..<names.count where unsafe numbers[index] == 0 {
      let number = unsafe numbering.number(of: names[index], by: &self)
      unsafe numbers[index] = UInt32(truncatingIfNeeded: number)
    }
  }

  /// Keeps a new name; its number, from 1.
  mutating func keep(_ name: PlacedName) -> UInt64 {
    let pool = numbering.pool
    if next == end {
      let block = pool.blocks.add(1, ordering: .relaxed).oldValue
      next = max(1, block << NameNumbering.blockBits)
      end = (block + 1) << NameNumbering.blockBits
    }
    let number = next
    next += 1
    pool.names.add(1, ordering: .relaxed)
    pool.bytes.add(name.count, ordering: .relaxed)
    if name.key == 0 { unsafe pool.put(copy(of: name.bytes), at: number) }
    return UInt64(number)
  }

  /// The bytes of a name in memory that stays, behind their number in two bytes.
  private mutating func copy(of name: UnsafeRawBufferPointer) -> UnsafeMutablePointer<UInt8> {
    let size = name.count + 2
    if arenaLeft < size {
      arenaLeft = max(size, 1 << 18)
      unsafe arena = numbering.pool.newArena(arenaLeft)
    }
    let start = unsafe arena.unsafelyUnwrapped
    unsafe start[0] = UInt8(truncatingIfNeeded: name.count)
    unsafe start[1] = UInt8(truncatingIfNeeded: name.count >> 8)
    for index in 0..<name.count { unsafe start[index + 2] = name[index] }
    unsafe arena = start + size
    arenaLeft -= size
    return unsafe start
  }
}

/// What the names of a numbering are kept in.
///
/// Unsafe inside: blocks of memory that each have one thread writing to them, and that others read
/// once a slot of the numbering says so.
@safe final class NamePool: Sendable {
  /// How many names there are.
  let names = Atomic(0)
  /// How many bytes they have together.
  let bytes = Atomic(0)
  /// How many blocks of numbers were given out.
  let blocks = Atomic(0)

  private typealias Block = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>
  /// Per block of numbers, where its long names are; nil where it has none.
  nonisolated(unsafe) private let directory: UnsafeMutablePointer<Block?>
  private static let mostBlocks = (NameNumbering.mostNames >> NameNumbering.blockBits) + 66
  private static let blockSize = 1 << NameNumbering.blockBits
  /// What is to be freed, by address.
  private let arenas = Mutex<[UInt]>([])

  init() {
    unsafe directory = .allocate(capacity: NamePool.mostBlocks)
    unsafe directory.initialize(repeating: nil, count: NamePool.mostBlocks)
  }

  deinit {
    for block in 0..<NamePool.mostBlocks { unsafe directory[block]?.deallocate() }
    unsafe directory.deallocate()
    for address in arenas.withLock({ $0 }) {
      unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  /// Memory of so many bytes that stays as long as the pool.
  func newArena(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    let arena = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    let address = UInt(bitPattern: arena)
    arenas.withLock { $0.append(address) }
    return unsafe arena
  }

  /// Notes where a long name is; for the thread that was given its number.
  func put(_ name: UnsafeMutablePointer<UInt8>, at number: Int) {
    let block = number >> NameNumbering.blockBits
    if unsafe directory[block] == nil {
      let names = Block.allocate(capacity: NamePool.blockSize)
      unsafe names.initialize(repeating: nil, count: NamePool.blockSize)
      unsafe directory[block] = names
    }
    unsafe directory[block].unsafelyUnwrapped[number & (NamePool.blockSize - 1)] = name
  }

  /// The bytes of a long name.
  func name(at number: Int) -> UnsafeRawBufferPointer {
    let block = unsafe directory[number >> NameNumbering.blockBits].unsafelyUnwrapped
    let start = unsafe block[number & (NamePool.blockSize - 1)].unsafelyUnwrapped
    let length = unsafe Int(start[0]) | Int(start[1]) << 8
    return unsafe UnsafeRawBufferPointer(start: start + 2, count: length)
  }

  /// Whether a long name is this one.
  func holds(_ name: UnsafeRawBufferPointer, at number: Int) -> Bool {
    let held = unsafe self.name(at: number)
    guard held.count == name.count else { return false }
    var offset = 0
    while offset + 8 <= name.count {
      let left = unsafe held.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let right = unsafe name.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard left == right else { return false }
      offset += 8
    }
    while offset < name.count {
      guard unsafe held[offset] == name[offset] else { return false }
      offset += 1
    }
    return true
  }
}
