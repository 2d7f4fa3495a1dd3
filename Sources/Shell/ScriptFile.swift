import Diagnostics
import Examples

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Scripts as files.
enum ScriptFile {
  /// The longest script that is read, in bytes.
  static let sizeLimit = 16 << 20
  /// What stands for standard input where a file is named.
  static let standardInput = "-"

  /// The script of a file, or of standard input.
  ///
  /// Bytes that are no UTF-8 are repaired, or refused.
  static func source(at path: String, repairing: Bool = true) throws(Diagnostics) -> SourceText {
    guard path == standardInput else {
      return SourceText(try text(at: path, repairing: repairing), name: path)
    }
    let input = unsafe fdopen(dup(0), "r")
    return SourceText(
      try unsafe text(of: input, named: "standard input", repairing: repairing)
    )
  }

  /// The text of a script, which may be one that the program carries.
  ///
  /// Bytes that are no UTF-8 are repaired, or refused.
  static func text(at path: String, repairing: Bool = true) throws(Diagnostics) -> String {
    if let carried = Examples.text(at: path) { return carried.description }
    return try unsafe text(of: fopen(path, "r"), named: path, repairing: repairing)
  }

  private static func text(
    of file: UnsafeMutablePointer<FILE>?,
    named path: String,
    repairing: Bool
  ) throws(Diagnostics) -> String {
    guard let file = unsafe file else { throw refusal(path, lastError) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes += chunk[..<count]
      guard bytes.count <= sizeLimit else {
        throw refusal(path, "it is longer than \(sizeLimit >> 20) MiB")
      }
    }
    guard unsafe ferror(file) == 0 else { throw refusal(path, "it is not a readable file") }
    guard repairing || String(validating: bytes, as: UTF8.self) != nil else {
      throw refusal(path, "it is not UTF-8 text")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Whether something stands at a path.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The first bytes of a file, by which its kind can be told; none where it is not readable.
  static func beginning(of path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }

  /// The folder a file is in; "" for the current one.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The names in a folder, in order, folders with a `/` behind them; none where it is not readable.
  static func entries(of folder: String) -> [String] {
    guard let directory = unsafe opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory), names.count < 10_000 {
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(isFolder ? name + "/" : name) }
    }
    return names.sorted()
  }

  /// Why the last call of the C library failed.
  private static var lastError: String { unsafe String(cString: strerror(errno)).lowercased() }

  private static func refusal(_ path: String, _ reason: String) -> Diagnostics {
    Diagnostics([Diagnostic(.unreadableFile, "`\(path)` cannot be read: \(reason)")])
  }
}
