import CInflate

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The part of an open file that is being read, in memory of our own.
///
/// A file is read, not mapped: a mapped file that somebody shortens ends the process with a signal,
/// a read one ends the load with a message. Reading in small steps stays in the processor's cache
/// and costs no more than mapping; pipes work alike, and files packed by gzip, which are unpacked
/// on the way.
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
  /// The most times its size that a packed file may unpack to, beyond `longestStream`.
  static let mostUnpacked = 100
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
  /// The open file; -1 where there is none.
  let descriptor: Int32
  /// Whether it is a file that has a size, and not a pipe.
  let isRegular: Bool
  /// Where the piece of the file ends that is read; nil where the whole file is.
  private let end: Int?
  /// What unpacks a packed file; nil for any other.
  private let inflater: OpaquePointer?
  /// The text that is read in place of a file; nil for a file.
  private let carried: StaticString?
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
    let isFile = form == S_IFREG
    let isPacked = isFile && ByteWindow.isPacked(opened)
    unsafe inflater = isPacked ? cinflate_open(opened) : nil
    isRegular = isFile && !isPacked
    size = isFile ? Int(status.st_size) : 0
    end = nil
    carried = nil
    unsafe bytes = .allocate(capacity: capacity + 1 + ByteWindow.padding)
    unsafe bytes.initialize(repeating: 0, count: capacity + 1 + ByteWindow.padding)
    unsafe bytes[0] = sentinel
  }

  /// A piece of a regular file that another window has open; reads nothing yet.
  ///
  /// Throws what stands in the way.
  init(_ piece: Range<Int>, of other: Int32) throws(ImportError) {
    let copy = fcntl(other, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .cannotOpen(errno) }
    descriptor = copy
    isRegular = true
    unsafe inflater = nil
    size = 0
    offset = piece.lowerBound
    end = piece.upperBound
    carried = nil
    unsafe bytes = .allocate(capacity: capacity + 1 + ByteWindow.padding)
    unsafe bytes.initialize(repeating: 0, count: capacity + 1 + ByteWindow.padding)
    unsafe bytes[0] = sentinel
  }

  /// A text that lies in memory for good; reads nothing yet.
  init(carried text: StaticString) {
    descriptor = -1
    isRegular = false
    unsafe inflater = nil
    size = text.utf8CodeUnitCount
    end = nil
    carried = text
    unsafe bytes = .allocate(capacity: capacity + 1 + ByteWindow.padding)
    unsafe bytes.initialize(repeating: 0, count: capacity + 1 + ByteWindow.padding)
    unsafe bytes[0] = sentinel
  }

  deinit {
    if let inflater = unsafe inflater { unsafe cinflate_close(inflater) }
    if descriptor >= 0 { close(descriptor) }
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
    let got = readMore()
    if got > 0 {
      count += got
      if let end, offset + count == end { isAtEnd = true }
      if !isRegular, offset + count > ByteWindow.longestStream { try checkLength() }
      return
    }
    if got == 0 {
      isAtEnd = true
      if let inflater = unsafe inflater { return try unsafe checkEnd(of: inflater) }
      if offset + count < end ?? size { throw .becameShorter }
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

  /// Reads behind the last byte; how many there were, 0 at the end, less where that failed.
  private func readMore() -> Int {
    let room = capacity - count
    if let carried {
      let got = min(room, size - offset - count)
      unsafe (bytes + count).update(from: carried.utf8Start + offset + count, count: got)
      return got
    }
    if let inflater = unsafe inflater {
      return unsafe cinflate_read(inflater, bytes + count, min(room, ByteWindow.step))
    }
    guard let end else { return unsafe read(descriptor, bytes + count, room) }
    let place = offset + count
    return unsafe pread(descriptor, bytes + count, min(room, end - place), off_t(place))
  }

  /// How many bytes of the file were read: of a packed one, packed bytes.
  var progress: Int {
    if let inflater = unsafe inflater { return unsafe Int(cinflate_place(inflater)) }
    return offset + count
  }

  /// Whether a file begins as one that gzip packed.
  private static func isPacked(_ descriptor: Int32) -> Bool {
    var head: [UInt8] = [0, 0]
    let got = unsafe pread(descriptor, &head, 2, 0)
    return got == 2 && head == [0x1F, 0x8B]
  }

  /// Throws where a pipe goes on for too long, or a packed file unpacks to too much.
  private func checkLength() throws(ImportError) {
    guard unsafe inflater != nil else { throw .streamTooLong }
    if (offset + count) / ByteWindow.mostUnpacked > size { throw .unpacksTooFar }
  }

  /// Throws where a packed file does not end as it should.
  @unsafe private func checkEnd(of inflater: OpaquePointer) throws(ImportError) {
    let place = unsafe Int(cinflate_place(inflater))
    switch unsafe cinflate_ended(inflater) {
    case CINFLATE_END: break
    case CINFLATE_CUT: throw .packedCut(at: place)
    case CINFLATE_UNREADABLE: throw .cannotRead(errno)
    default: throw .packedDamaged(at: place)
    }
  }
}

/// How a file is read by several threads, in pieces.
package struct FileSharing: Sendable {
  /// How many threads read at most; nil means as many as there are processors.
  let threads: Int?
  /// About how many bytes a piece has.
  let pieceSize: Int

  /// Reading by so many threads, in pieces of about that size.
  package init(threads: Int? = nil, pieceSize: Int = 8 << 20) {
    self.threads = threads
    self.pieceSize = max(1, pieceSize)
  }
}

/// An open file whose rows can be read from the start of any line.
struct FileInPieces: Sendable {
  /// The open file.
  let descriptor: Int32
  /// How it is written.
  let dialect: Dialect
  /// How many columns rows have.
  let expectedColumns: Int
  /// The pieces: ascending, without gaps, each from the start of a line to the end of one.
  private(set) var pieces: [Range<Int>] = []

  /// The rest of the file a scanner reads, in pieces of about that size; nil where lines are too
  /// long to find them, or it is no file to read out of order.
  init?(_ scanner: borrowing RowScanner, pieceSize: Int) {
    descriptor = scanner.window.descriptor
    dialect = scanner.dialect
    expectedColumns = scanner.expectedColumns
    let size = scanner.window.size
    var start = scanner.fileOffset
    guard scanner.window.isRegular, size < FileInPieces.largest, !scanner.numbersLines else {
      return nil
    }
    while start < size {
      guard start + pieceSize < size else {
        pieces.append(start..<size)
        break
      }
      guard let end = lineStart(from: start + pieceSize, of: size) else { return nil }
      pieces.append(start..<end)
      start = end
    }
  }

  /// The largest file whose rows and places of names can be numbered out of order.
  private static let largest = 1 << 34

  /// Where the first line begins that does so at `place` or behind it; nil where that is too far
  /// away, or cannot be read.
  ///
  /// Unsafe: reads into a block of its own.
  private func lineStart(from place: Int, of size: Int) -> Int? {
    var block = [UInt8](repeating: 0, count: 4 << 10)
    var start = place - 1
    while start < min(size, place + ByteWindow.longestRow) {
      let got = unsafe pread(descriptor, &block, block.count, off_t(start))
      guard got > 0 else { return nil }
      if let found = block[..<got].firstIndex(of: dialect.newline) { return start + found + 1 }
      start += got
    }
    return start < size ? nil : size
  }
}
