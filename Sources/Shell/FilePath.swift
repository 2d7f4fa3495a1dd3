import Examples

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paths of files as texts; nothing is asked of the disk but where it stands.
enum FilePath {
  /// What stands behind the last dot of a file's name, in lower case; nil where there is none.
  static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Whether a path begins at the root, or names a file that the program carries.
  static func isAbsolute(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix(Examples.prefix)
  }

  /// The path from the root, with `.` taken out; `..` stays, as links may stand before it.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix(Examples.prefix) { return Examples.plain(path) }
    let whole = path.hasPrefix("/") ? path : currentFolder + "/" + path
    return "/" + whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// A path from the root as seen from a folder from the root: shortened where it lies inside.
  static func relative(_ path: String, to folder: String) -> String {
    let start = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
  }

  /// The same, going up from the folder where both share one below the root: for what moves together
  /// with its files.
  static func climbing(_ path: String, from folder: String) -> String {
    let (parts, start) = (path.split(separator: "/"), folder.split(separator: "/"))
    let shared = zip(parts, start).prefix { $0 == $1 }.count
    let steps = start.count - shared
    guard steps > 0, shared > 0, !parts.contains("..") else {
      return relative(path, to: folder)
    }
    return (Array(repeating: "..", count: steps) + parts.dropFirst(shared)).joined(separator: "/")
  }

  /// The folder that paths start from.
  ///
  /// Unsafe: the C library makes the text, and it is copied and given back.
  private static var currentFolder: String {
    guard let folder = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(folder) }
    return unsafe String(cString: folder)
  }
}
