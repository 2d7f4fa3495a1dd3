import Notation

/// Writes example files as the texts that `Examples` carries.
struct ExampleWeaving {
  /// What ends a text.
  static let end = "\"\"\"###"

  private let files: [(path: String, text: String)]

  /// The weaving of files that lie below a folder.
  init(_ paths: [String], below root: String) throws(LoomError) {
    var files: [(path: String, text: String)] = []
    for path in paths {
      let text: String
      do throws(FileError) { text = try TextFile(path).read() } catch { throw .file(error) }
      guard !text.contains(ExampleWeaving.end) else { throw .unwovenText(path: path) }
      files.append((String(path.dropFirst(root.count + 1)), text))
    }
    self.files = files
  }

  /// The Swift source.
  var woven: String {
    let entries = files.map { file in
      "    (path: \"\(file.path)\", text: ###\"\"\"\n\(file.text)\n\(ExampleWeaving.end)),\n"
    }
    return """
      // Woven by Loom from examples/; do not edit.

      extension Examples {
        /// The files, by their paths below `examples/`.
        static let woven: [(path: String, text: StaticString)] = [
      \(entries.joined())
        ]
      }

      """
  }
}
