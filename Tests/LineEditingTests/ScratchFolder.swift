import Glibc

/// A folder of a test's own, removed with all that is in it.
final class ScratchFolder {
  /// Where it is.
  let path: String

  /// Makes a folder nobody else has.
  init() {
    var template = Array("/tmp/kith-lines-XXXXXX".utf8CString)
    unsafe template.withUnsafeMutableBufferPointer { letters in
      guard let start = letters.baseAddress else { return }
      _ = unsafe mkdtemp(start)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in Self.names(in: path) { Self.remove("\(path)/\(name)") }
    _ = unsafe rmdir(path)
  }

  /// The names in it, sorted.
  var names: [String] { Self.names(in: path) }

  /// What a file in it holds; empty when there is none.
  func text(_ name: String) -> String {
    guard let file = unsafe fopen("\(path)/\(name)", "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a file into it.
  func write(_ text: String, to name: String) {
    guard let file = unsafe fopen("\(path)/\(name)", "w") else { return }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }

  /// The permission bits of what is at a path in it.
  func permissions(_ name: String) -> mode_t {
    var status = stat()
    _ = unsafe stat("\(path)/\(name)", &status)
    return status.st_mode & 0o777
  }

  private static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(in: path) { remove("\(path)/\(name)") }
    _ = unsafe Glibc.remove(path)
  }
}
