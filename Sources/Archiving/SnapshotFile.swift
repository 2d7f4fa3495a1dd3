import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A snapshot open for reading.
///
/// It is read, not mapped: a mapped file that somebody shortens ends the process with a signal.
struct SnapshotFile: ~Copyable {
  /// How many bytes are read at a time.
  private static let step = 4 << 20

  /// How many bytes it had when it was opened.
  let size: Int
  private let descriptor: Int32
  private let monitor: WorkMonitor
  private let activity: String

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

  /// Throws when asked to stop.
  func checkNotStopped() throws(SnapshotError) {
    if monitor.isCancelled() { throw .stopped }
  }

  /// So many elements from a byte of the file on.
  ///
  /// The caller has checked them against the size. Throws where the file became shorter since, and
  /// when asked to stop. Unsafe: fills the storage of an array that nobody has seen yet.
  func elements<Element: BlockElement>(
    _ count: Int,
    at offset: Int
  ) throws(SnapshotError) -> [Element] {
    var failure: SnapshotError?
    let elements = unsafe [Element](unsafeUninitializedCapacity: count) { block, filled in
      do throws(SnapshotError) {
        let bytes = UnsafeMutableRawBufferPointer(block)
        try unsafe fill(bytes.baseAddress, count * MemoryLayout<Element>.stride, from: offset)
        filled = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return elements
  }

  private func fill(
    _ block: UnsafeMutableRawPointer?,
    _ count: Int,
    from offset: Int
  ) throws(SnapshotError) {
    var done = 0
    while done < count {
      try checkNotStopped()
      let wanted = min(count - done, SnapshotFile.step)
      let got = unsafe pread(descriptor, block?.advanced(by: done), wanted, off_t(offset + done))
      if got == 0 { throw .endsEarly(at: offset + done, of: size) }
      if got > 0 { done += got } else if errno != EINTR { throw .unreadable(errno) }
      monitor.report(activity, Double(offset + done) / Double(max(size, 1)))
    }
  }
}
