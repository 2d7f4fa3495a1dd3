#if canImport(Glibc)
import Glibc
#endif

/// A file descriptor that closes itself.
struct OpenFile: ~Copyable {
  /// The number the system knows it by.
  let descriptor: Int32

  /// Opens a file; `mode` counts where the flags create it.
  ///
  /// Throws the errno.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemCode) {
    descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
    if descriptor < 0 { throw .last }
  }

  deinit {
    close(descriptor)
  }

  /// What the system knows about it.
  ///
  /// Throws the errno.
  func status() throws(SystemCode) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    return status
  }

  /// Waits until no one else writes.
  ///
  /// Held until the file closes; where the file system has no locks, everyone goes ahead.
  func lock() {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Reads up to `limit` bytes from where it stands.
  ///
  /// Throws the errno.
  func read(upTo limit: Int = .max) throws(SystemCode) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let wanted = min(65536, limit - bytes.count)
      var failure: SystemCode?
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { room, filled in
        let got = unsafe Glibc.read(descriptor, room.baseAddress, wanted)
        if got < 0 { failure = .last }
        filled = max(0, got)
      }
      if let failure, failure.value != EINTR { throw failure }
      if chunk.isEmpty, failure == nil { break }
      bytes += chunk
    }
    return bytes
  }

  /// The last byte of a file of that size, wherever it stands; nil when it cannot be read.
  func lastByte(size: off_t) throws(SystemCode) -> UInt8? {
    var byte: UInt8 = 0
    let got = unsafe pread(descriptor, &byte, 1, size - 1)
    if got < 0 { throw .last }
    return got == 1 ? byte : nil
  }

  /// Writes all of the bytes.
  ///
  /// Throws the errno.
  func write(_ bytes: [UInt8]) throws(SystemCode) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno != EINTR { throw .last }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
