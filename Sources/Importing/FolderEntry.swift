#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a folder holds under one name, and whether that is a thing to load.
struct FolderEntry: Sendable, Hashable {
  /// The endings of files of rows; a name may do without.
  static let endings = ["", "csv", "tsv", "tab", "txt", "dat"]

  /// The name in the folder.
  let name: String
  /// What its rows are; nil where it is not to be loaded.
  let thing: LoadRequest.Thing?
  /// Why it is not to be loaded.
  let reason: String

  /// What a name, of a regular file or of something else, stands for.
  init(name: String, isFile: Bool) {
    self.name = name
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let found = FolderEntry.thing(String(parts[0]))
    let isTable = FolderEntry.endings.contains(parts.count > 1 ? parts[1].lowercased() : "")
    thing = isFile && isTable ? found : nil
    reason =
      if !isFile {
        "is no file"
      } else if found == nil {
        "its name is no thing to load"
      } else {
        "its ending is none of .\(FolderEntry.endings.dropFirst().joined(separator: " ."))"
      }
  }

  /// The thing a file is named after: `people`, `mentions`, `relation-coauthor`.
  private static func thing(_ stem: String) -> LoadRequest.Thing? {
    if let thing = LoadRequest.Thing(word: stem) { return thing }
    let prefix = "relation"
    guard stem.lowercased().hasPrefix(prefix) else { return nil }
    let rest = stem.lowercased().dropFirst(prefix.count)
    guard let joint = rest.first, "-_ ".contains(joint), rest.count > 1 else { return nil }
    return .relation(String(rest.dropFirst()))
  }

  /// What a folder holds, in the order of names; hidden files are passed over.
  ///
  /// Throws what stands in the way of reading it.
  ///
  /// Unsafe: reads the folder through the C library.
  static func all(in path: String) throws(ImportError) -> [FolderEntry] {
    guard let directory = unsafe opendir(path) else { throw .cannotOpen(errno) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { name in
      var status = stat()
      let isThere = unsafe stat("\(path)/\(name)", &status) == 0
      return FolderEntry(name: name, isFile: isThere && status.st_mode & S_IFMT == S_IFREG)
    }
  }

  /// Whether there is a folder at a path, rather than something else or nothing.
  ///
  /// Throws where there is nothing.
  static func isFolder(_ path: String) throws(ImportError) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .cannotOpen(errno) }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}
