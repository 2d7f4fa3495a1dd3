import Testing

/// What lies where people are told it does.
struct PathTests {
  /// What the top level holds, besides dot-files.
  static let topLevel = ["Package.swift", "README.md", "Sources", "Tests", "examples", "grammar"]

  @Test func `the top level holds six things and dot-files`() throws {
    let ours = try Checkout.names(in: "").filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(ours == Self.topLevel)
  }

  @Test(arguments: Checkout.pages)
  func `every path in a page exists`(_ page: String) throws {
    let text = try Checkout.text(page)
    for path in Self.paths(in: text) where !path.contains("*") {
      #expect(Checkout.has(path), "\(page) speaks of \(path)")
    }
  }

  @Test func `every page named in a comment exists`() {
    for file in Checkout.sources where file.isProgram {
      for (index, line) in file.comments.enumerated() where line.contains(".md") {
        for page in line.matches(of: /`([\w\/.-]+\.md)`/).map({ String($0.1) }) {
          #expect(Checkout.has(page), "\(file.place(index)) speaks of \(page)")
        }
      }
    }
  }

  @Test func `paths are found in backquotes, links and blocks of commands`() {
    let text = """
      See `Sources/Graph` and [the grammar](grammar/README.md), not Sources/Nothing.

          swift run kith examples/village/load.kith -c "count people"
      """
    let expected = ["Sources/Graph", "grammar/README.md", "examples/village/load.kith"]
    #expect(Self.paths(in: text) == expected)
  }

  /// The words of a page's code and links that begin like a path of the repository.
  static func paths(in text: String) -> [String] {
    var pieces: [Substring] = []
    var isFenced = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isFenced.toggle()
      } else if isFenced || line.hasPrefix("    ") {
        pieces.append(line)
      } else {
        pieces += line.matches(of: /`([^`]+)`|\]\(([^)\s]+)\)/).compactMap { $0.1 ?? $0.2 }
      }
    }
    let starts = topLevel.map { $0.contains(".") ? $0 : $0 + "/" } + [".ci/", ".swift-format"]
    return pieces.flatMap { piece in
      piece.split { " \"'()<>,;:".contains($0) }.map(String.init).filter { word in
        starts.contains { word.hasPrefix($0) } || topLevel.contains(word)
      }
    }
  }
}
