/// Memory for the few cells of a row that cannot stay as the file has them.
///
/// Unsafe inside: what was handed out stays in place until `clear`, however much more is asked for.
@safe struct Scratch: ~Copyable {
  private var block: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var used = 0
  private var retired: [UnsafeMutablePointer<UInt8>] = unsafe []

  /// A small, empty one.
  init() { unsafe block = Scratch.newBlock(capacity) }

  deinit {
    for index in unsafe retired.indices { unsafe retired[index].deallocate() }
    unsafe block.deallocate()
  }

  /// Forgets everything that was handed out.
  mutating func clear() {
    used = 0
    guard unsafe !retired.isEmpty else { return }
    while let old = unsafe retired.popLast() { unsafe old.deallocate() }
  }

  /// So many bytes to write into, with `ByteWindow.padding` readable ones behind them.
  mutating func room(for count: Int) -> UnsafeMutablePointer<UInt8> {
    if used + count > capacity {
      unsafe retired.append(block)
      capacity = max(capacity, count) * 2
      unsafe block = Scratch.newBlock(capacity)
      used = 0
    }
    let start = unsafe block + used
    used += count
    return unsafe start
  }

  private static func newBlock(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + ByteWindow.padding)
    unsafe block.initialize(repeating: 0, count: capacity + ByteWindow.padding)
    return unsafe block
  }
}
