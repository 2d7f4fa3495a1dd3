#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file descriptor that text is written to, gathered into large pieces.
final class Descriptor {
  private let descriptor: Int32
  /// Whether what is there is to go when the first text comes.
  private var replaces: Bool
  private var pending: [UInt8] = []
  private(set) var isBroken = false

  /// A descriptor; it is not closed.
  ///
  /// With `replacing`, what a file holds stays until there is something to write.
  init(_ descriptor: Int32, replacing: Bool = false) {
    self.descriptor = descriptor
    replaces = replacing
  }

  deinit { flush() }

  /// Writes a text, at the latest when flushed.
  func write(_ text: String) {
    pending += text.utf8
    if pending.count > 1 << 16 { flush() }
  }

  /// Hands everything on.
  ///
  /// After a failure (the reader is gone, the disk is full) nothing more is.
  func flush() {
    if replaces, !pending.isEmpty {
      isBroken = ftruncate(descriptor, 0) != 0
      replaces = false
    }
    var start = 0
    while start < pending.count, !isBroken {
      let written = unsafe pending.withUnsafeBytes { bytes in
        unsafe writeBytes(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written > 0 { start += written } else if errno != EINTR { isBroken = true }
    }
    pending.removeAll(keepingCapacity: true)
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
