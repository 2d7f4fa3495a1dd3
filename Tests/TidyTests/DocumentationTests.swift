import Testing

/// What other targets see says what it is.
struct DocumentationTests {
  @Test func `every package or public declaration has a comment above it`() {
    let requirements = Self.requirements
    for file in Checkout.sources where file.isProgram && file.path.hasSuffix(".swift") {
      for (index, line) in file.code.enumerated() {
        guard let name = declaredName(line), !isDocumented(index, in: file) else { continue }
        if requirements.contains(name) { continue }
        Issue.record("\(file.place(index)): say in a `///` comment what `\(name)` is")
      }
    }
  }

  /// The names that protocols ask for, ours and the standard library's: what they mean is said there.
  private static var requirements: Set<String> {
    var names: Set = ["description", "==", "<", "hash", "deinit"]
    for file in Checkout.sources where file.isProgram {
      var depth = 0
      var isProtocol = false
      for line in file.code {
        if depth == 0 { isProtocol = line.contains(/\bprotocol\s+\w/) }
        if depth == 1, isProtocol,
          let match = line.firstMatch(of: /^\s*(?:static |mutating )*(?:func|var)\s+(?<name>\w+)/)
        {
          names.insert(String(match.name))
        }
        depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      }
    }
    return names
  }

  /// The name a line declares for other targets; nil where it declares none.
  private func declaredName(_ line: Substring) -> String? {
    guard line.contains("package") || line.contains("public") else { return nil }
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:nonisolated|static|final|indirect)\s+)*(?:package|public)\s+(?!import\b)(?<rest>.*)$/
    guard let match = line.firstMatch(of: pattern) else { return nil }
    let words =
      /(?:(?:private|fileprivate)\(set\)\s+|(?:static|mutating|consuming|borrowing|nonisolated|final|indirect|override|convenience)\s+)*(?<kind>struct|class|enum|actor|protocol|typealias|func|var|let|init|subscript|extension|associatedtype)\b[?]?\s*(?<name>[\w.=<>+*\/-]*)/
    guard let words = match.rest.firstMatch(of: words) else { return String(match.rest) }
    return words.name.isEmpty ? String(words.kind) : String(words.name)
  }

  private func isDocumented(_ index: Int, in file: SourceFile) -> Bool {
    var above = index - 1
    while above >= 0, file.code[above].contains(/^\s*@\w/) { above -= 1 }
    return above >= 0 && file.comments[above].contains(/^\s*\/\/\//)
  }
}
