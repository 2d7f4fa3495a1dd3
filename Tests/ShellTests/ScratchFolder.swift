#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder for files of a test, gone with all in it when the test ends.
final class ScratchFolder {
  let path: String

  /// A folder with these files in it.
  init(_ files: [(name: String, text: String)] = []) {
    path = "/tmp/kith-shell-\(UInt64.random(in: 0 ... .max))"
    unsafe mkdir(path, 0o700)
    for file in files { write(file.text, to: file.name) }
  }

  deinit {
    for name in names { _ = unsafe unlink("\(path)/\(name)") }
    _ = unsafe rmdir(path)
  }

  /// The names of the files in it, in order.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file.
  func write(_ text: String, to name: String) {
    guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }

  /// Writes a file of any bytes.
  func write(bytes: [UInt8], to name: String) {
    guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
    unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
  }

  /// Removes a file.
  func remove(_ name: String) { _ = unsafe unlink("\(path)/\(name)") }

  /// The bytes of a file; none where there is none.
  func bytes(of name: String) -> [UInt8] {
    guard let file = unsafe fopen("\(path)/\(name)", "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The text of a file; empty where there is none.
  func text(of name: String) -> String { String(decoding: bytes(of: name), as: UTF8.self) }

  /// Who may do what with a file.
  func mode(of name: String) -> UInt32 {
    var status = stat()
    guard unsafe stat("\(path)/\(name)", &status) == 0 else { return 0 }
    return UInt32(status.st_mode) & 0o777
  }
}
