/// A source file: its text, and the same text with everything but code, or but comments, blanked.
struct SourceFile: Sendable {
  /// The path from the root of the repository.
  let path: String
  /// The lines as they are.
  let lines: [Substring]
  /// The lines with comments and the insides of texts blanked.
  let code: [Substring]
  /// The lines with everything blanked but comments.
  let comments: [Substring]

  /// Reads a file of the repository.
  init(_ path: String) throws { self.init(path, text: try Checkout.text(path)) }

  /// A file of that text.
  init(_ path: String, text: String) {
    self.path = path
    let scan = SourceScan(text)
    func split(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    lines = split(text)
    code = split(scan.code)
    comments = split(scan.comments)
  }

  /// The target the file belongs to: `Graph`, `Loom`, `GraphTests`.
  var target: String {
    let parts = path.split(separator: "/").map(String.init)
    return parts[1] == "Tooling" ? parts[2] : parts[1]
  }

  /// Whether it is a part of the program or of its tools rather than of the tests.
  var isProgram: Bool { path.hasPrefix("Sources/") }

  /// The file's name without folders and ending.
  var name: String {
    String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
  }

  /// Where a line is, as a compiler would say it.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }
}
