/// The files of `examples/` that the program carries with it: lessons, and the people they are about.
///
/// Each goes by `kith:` and its path below `examples/`, as in `kith:village/load.kith`, wherever a
/// script or a file of rows is read.
package enum Examples {
  /// What the name of a carried file begins with.
  package static let prefix = "kith:"

  /// The text of a carried file; nil for any other name.
  ///
  /// `.` and `..` in the path are followed, so that a carried script may name those beside it.
  package static func text(at path: String) -> StaticString? {
    guard path.hasPrefix(prefix) else { return nil }
    return texts[plain(path)]
  }

  /// The names of the carried files of a folder, such as `kith:lessons`, in order.
  package static func names(in folder: String) -> [String] {
    texts.keys.filter { name in
      name.hasPrefix(folder + "/") && !name.dropFirst(folder.count + 1).contains("/")
    }.sorted()
  }

  /// A name with `.` and `..` followed.
  package static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.dropFirst(prefix.count).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return prefix + parts.joined(separator: "/")
  }

  private static let texts = Dictionary(
    woven.map { (prefix + $0.path, $0.text) },
    uniquingKeysWith: { first, _ in first }
  )
}
