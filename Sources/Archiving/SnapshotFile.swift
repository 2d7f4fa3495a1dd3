import Graph
import Synchronization
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A snapshot open for reading, as long as blocks of it are still to come.
///
/// It is read, not mapped: a mapped file that somebody shortens ends the process with a signal, and
/// arrays of our own have large pages, which gathers are quicker in. Whoever replaces the file by
/// another one leaves what is open here as it was.
struct SnapshotFile: ~Copyable, Sendable {
  /// How many bytes are read at a time: so few that they are summed while the cache has them.
  private static let step = 1 << 18

  /// How many bytes it had when it was opened.
  let size: Int
  private let descriptor: Int32
  private let monitor: WorkMonitor
  private let activity: String
  /// How many bytes were read since somebody waits for some, and how many they wait for.
  private let progress = Mutex((done: 0, goal: 1))

  /// Opens a regular file; throws what stands in the way.
  init(
    path: String,
    shownPath: String,
    watchedBy monitor: WorkMonitor
  ) throws(SnapshotError) {
    let opened = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw .unreadable(errno) }
    var status = stat()
    let isKnown = unsafe fstat(opened, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
      let code = errno
      close(opened)
      throw isKnown ? .isNoFile : .unreadable(code)
    }
    let size = Int(status.st_size)
    // A file with holes takes no room on the disk, and all of it in memory.
    guard size / sysconf(Int32(_SC_PAGESIZE)) <= sysconf(Int32(_SC_PHYS_PAGES)) else {
      close(opened)
      throw .isTooLarge(size)
    }
    descriptor = opened
    self.size = size
    self.monitor = monitor
    activity = "reading \(shownPath)"
  }

  deinit { close(descriptor) }

  /// Begins to tell how far it is with so many bytes.
  func begin(bytes: Int) { progress.withLock { $0 = (0, max(bytes, 1)) } }

  /// How many bytes were read since the last beginning.
  var bytesRead: Int { progress.withLock { $0.done } }

  /// Throws when asked to stop.
  func checkNotStopped() throws(SnapshotError) {
    if monitor.isCancelled() { throw .stopped }
  }

  /// So many elements from a byte of the file on, and the checksum of their bytes.
  ///
  /// The caller has checked them against the size; several threads may read at once. Throws where
  /// the file became shorter since, and when asked to stop. Unsafe: fills the storage of an array
  /// that nobody has seen yet.
  func elements<Element: BlockElement>(
    _ count: Int,
    at offset: Int
  ) throws(SnapshotError) -> (elements: [Element], checksum: UInt64) {
    var failure: SnapshotError?
    var checksum: UInt64 = 0
    let elements = unsafe [Element](unsafeUninitializedCapacity: count) { block, filled in
      do throws(SnapshotError) {
        let bytes = UnsafeMutableRawBufferPointer(block)
        unsafe bytes.adviseLargePages()
        let length = count * MemoryLayout<Element>.stride
        checksum = try unsafe fill(
          UnsafeMutableRawBufferPointer(rebasing: bytes[..<length]),
          offset
        )
        filled = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (elements, checksum)
  }

  /// Reads and sums, piece by piece.
  private func fill(
    _ block: UnsafeMutableRawBufferPointer,
    _ offset: Int
  ) throws(SnapshotError) -> UInt64 {
    var sum = Checksum()
    var start = 0
    while true {
      let end = min(start + SnapshotFile.step, block.count)
      let piece = unsafe UnsafeMutableRawBufferPointer(rebasing: block[start..<end])
      try unsafe read(piece, offset + start)
      let bytes = UnsafeRawBufferPointer(piece)
      if end == block.count { return unsafe sum.finished(by: bytes) }
      unsafe sum.take(bytes)
      start = end
    }
  }

  /// How many bytes it has, which may be fewer than when it was opened.
  private var sizeNow: Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  private func read(
    _ piece: UnsafeMutableRawBufferPointer,
    _ offset: Int
  ) throws(SnapshotError) {
    try checkNotStopped()
    var got = 0
    while got < piece.count {
      let rest = unsafe piece.baseAddress?.advanced(by: got)
      let count = unsafe pread(descriptor, rest, piece.count - got, off_t(offset + got))
      if count == 0 { throw .endsEarly(at: min(sizeNow, offset + got), of: size) }
      if count > 0 { got += count } else if errno != EINTR { throw .unreadable(errno) }
    }
    let told = progress.withLock { progress -> Double? in
      let before = progress.done * 100 / progress.goal
      progress.done += got
      let percent = progress.done * 100 / progress.goal
      return percent > before ? min(1, Double(percent) / 100) : nil
    }
    if let told { monitor.report(activity, told) }
  }
}
