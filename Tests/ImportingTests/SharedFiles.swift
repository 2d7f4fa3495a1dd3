#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The real data sets, which lie outside the project; tests of them are skipped where they do not.
enum SharedFiles {
  /// The folder, or nil where there is none: `shared/data` beside the repository or further up.
  static let folder: String? = {
    var parts = #filePath.split(separator: "/").map(String.init)
    while !parts.isEmpty {
      parts.removeLast()
      let candidate = "/" + (parts + ["shared", "data"]).joined(separator: "/")
      if unsafe access(candidate, R_OK) == 0 { return candidate }
    }
    return nil
  }()

  /// Whether the folder is there.
  static var isThere: Bool { folder != nil }

  /// The path of one of the files.
  static func path(_ name: String) -> String { "\(folder ?? "")/\(name)" }

  /// How many bytes one of the files has.
  static func size(_ name: String) -> Int {
    var status = stat()
    return unsafe stat(path(name), &status) == 0 ? Int(status.st_size) : 0
  }

  /// All files below a folder of it, in order.
  static func files(below name: String) -> [String] {
    var found: [String] = []
    guard let directory = unsafe opendir(path(name)) else { return [] }
    defer { unsafe closedir(directory) }
    while let entry = unsafe readdir(directory) {
      let child = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if child.hasPrefix(".") { continue }
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      found += isFolder ? files(below: "\(name)/\(child)") : ["\(name)/\(child)"]
    }
    return found.sorted()
  }
}
