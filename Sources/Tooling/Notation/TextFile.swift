#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file of text, read and written whole.
package struct TextFile {
  /// Where it is.
  package let path: String

  /// The file at a path.
  package init(_ path: String) { self.path = path }

  /// All its text.
  package func read() throws(FileError) -> String {
    guard let file = unsafe fopen(path, "r") else { throw .unreadable(path: path) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[0..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces its text.
  package func write(_ text: String) throws(FileError) {
    guard let file = unsafe fopen(path, "w") else { throw .unwritable(path: path) }
    defer { unsafe fclose(file) }
    let bytes = Array(text.utf8)
    guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw .unwritable(path: path)
    }
  }
}

/// Where complaints go.
package enum StandardError {
  /// Writes a text to standard error.
  package static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = unsafe systemWrite(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
