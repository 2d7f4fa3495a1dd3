import Foundation

/// The files of the repository, as they lie on the disk.
enum Checkout {
  /// Where the repository is.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder by its path from the root.
  static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The whole path of a file or folder.
  static func path(_ path: String) -> String { url(path).path }

  /// Whether something is there.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }

  /// A file's text.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The names in a folder, in order.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(folder).path).sorted()
  }

  /// The paths of all files below a folder with one of the endings, in order.
  static func files(below folder: String, ending: String...) -> [String] {
    let all = FileManager.default.enumerator(atPath: url(folder).path)
    let names = (all?.compactMap { $0 as? String } ?? []).filter { name in
      ending.contains { name.hasSuffix("." + $0) }
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }

  /// The source files of the program, of its tools and of its tests.
  static let sources =
    (files(below: "Sources", ending: "swift", "c", "h")
    + files(below: "Tests", ending: "swift")).compactMap { try? SourceFile($0) }

  /// The Markdown files that people read first.
  static let pages =
    ["README.md", "grammar/README.md"] + files(below: "examples", ending: "md")
}
