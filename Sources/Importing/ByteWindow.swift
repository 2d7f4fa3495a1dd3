#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The part of an open file that is being read, in memory of our own.
///
/// A file is read, not mapped: a mapped file that somebody shortens ends the process with a signal,
/// a read one ends the load with a message. Reading in small steps stays in the processor's cache
/// and costs no more than mapping; pipes work alike.
///
/// Unsafe inside: the bytes are a block of raw memory, so that a scan needs no bounds checks. What
/// makes that sound: `count` bytes are filled, the byte behind them is always `sentinel`, and
/// `ByteWindow.padding` readable bytes follow it.
@safe struct ByteWindow: ~Copyable {
  /// How much is read at a time.
  static let step = 256 << 10
  /// The longest single row there may be.
  static let longestRow = 16 << 20
  /// The most that is read from what is no regular file.
  static let longestStream = 1 << 30
  /// How many bytes may be read, but mean nothing, behind the sentinel.
  static let padding = 16

  /// The first byte; valid until the next `slide`.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  private(set) var count = 0
  /// How many bytes of the file lie before the first one here.
  private(set) var offset = 0
  /// Whether the file holds nothing behind these bytes.
  private(set) var isAtEnd = false
  /// The bytes the file says it has; 0 where it does not say.
  let size: Int
  /// The byte that stands behind the last one, where a scan stops.
  var sentinel = UInt8(ascii: "\n") {
    didSet { unsafe bytes[count] = sentinel }
  }
  private let descriptor: Int32
  private let isRegular: Bool
  private var capacity = ByteWindow.step

  /// Opens a file; reads nothing yet.
  ///
  /// Throws what stands in the way.
  init(path: String) throws(ImportError) {
    let opened = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw .cannotOpen(errno) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw .cannotOpen(code)
    }
    let form = status.st_mode & S_IFMT
    guard form != S_IFDIR else {
      close(opened)
      throw .isFolder
    }
    descriptor = opened
    isRegular = form == S_IFREG
    size = isRegular ? Int(status.st_size) : 0
    unsafe bytes = .allocate(capacity: capacity + 1 + ByteWindow.padding)
    unsafe bytes.initialize(repeating: 0, count: capacity + 1 + ByteWindow.padding)
    unsafe bytes[0] = sentinel
  }

  deinit {
    close(descriptor)
    unsafe bytes.deallocate()
  }

  /// Lets go of the bytes before `kept` and reads on behind the others.
  ///
  /// The window grows where the kept bytes fill more than half of it. Throws when the file ends
  /// before the size it had, cannot be read, or has a row that is too long.
  mutating func slide(
    keepingFrom kept: Int,
    line: Int,
    watchedBy monitor: WorkWatch
  ) throws(ImportError) {
    let rest = count - kept
    if rest > capacity / 2 {
      guard rest < ByteWindow.longestRow else { throw .rowTooLong(line: line) }
      try replaceBlock(keepingFrom: kept, capacity: capacity * 2)
    } else if kept > 0 {
      unsafe bytes.update(from: bytes + kept, count: rest)
    }
    offset += kept
    count = rest
    while count < capacity, !isAtEnd { try readOnce(monitor) }
    unsafe bytes[count] = sentinel
  }

  private mutating func replaceBlock(
    keepingFrom kept: Int,
    capacity larger: Int
  )
    throws(ImportError)
  {
    let rest = count - kept
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + 1 + ByteWindow.padding)
    unsafe block.initialize(repeating: 0, count: larger + 1 + ByteWindow.padding)
    unsafe block.update(from: bytes + kept, count: rest)
    unsafe bytes.deallocate()
    unsafe bytes = block
    capacity = larger
  }

  private mutating func readOnce(_ monitor: WorkWatch) throws(ImportError) {
    let got = unsafe read(descriptor, bytes + count, capacity - count)
    if got > 0 {
      count += got
      if !isRegular, offset + count > ByteWindow.longestStream { throw .streamTooLong }
      return
    }
    if got == 0 {
      isAtEnd = true
      if offset + count < size { throw .becameShorter }
      return
    }
    switch errno {
    case EINTR: break
    case EAGAIN:
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = unsafe poll(&wait, 1, 50)
    case let code: throw .cannotRead(code)
    }
    try monitor.check()
  }
}
