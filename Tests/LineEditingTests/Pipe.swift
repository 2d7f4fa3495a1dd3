import Glibc

/// A pipe to feed a reader through.
final class Pipe {
  /// Where the reader reads.
  let reading: Int32
  /// Where its bytes come from; -1 once closed.
  private(set) var writing: Int32

  /// Opens a pipe.
  init() {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    reading = ends[0]
    writing = ends[1]
  }

  /// A pipe that holds some bytes and then ends.
  convenience init(holding bytes: [UInt8]) {
    self.init()
    send(bytes)
    end()
  }

  /// A pipe that holds a text and then ends.
  convenience init(holding text: String) {
    self.init(holding: Array(text.utf8))
  }

  deinit {
    end()
    close(reading)
  }

  /// Writes bytes, not more than a pipe holds.
  func send(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe write(writing, $0.baseAddress, $0.count) }
  }

  /// Writes bytes to a descriptor a little later.
  static func sendLate(_ bytes: [UInt8], to descriptor: Int32) {
    usleep(50_000)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Closes the writing end.
  func end() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
