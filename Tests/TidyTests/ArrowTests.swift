import Testing

/// Arrows point down: a target imports only what the map in `README.md` lets it.
struct ArrowTests {
  private let map: StratumMap

  init() throws { map = try StratumMap(readme: Checkout.text("README.md")) }

  @Test func `every import is one the map allows`() {
    for file in Checkout.sources where file.isProgram {
      for (index, line) in file.code.enumerated() {
        guard let module = importedModule(line), !map.allows(file.target, module) else { continue }
        Issue.record(
          """
          \(file.place(index)): \(file.target) may not import \(module); take the arrow out, or \
          change the map in README.md and say why
          """
        )
      }
    }
  }

  @Test func `the map has a row for every target and for no other`() throws {
    let present = Set(Checkout.sources.filter(\.isProgram).map(\.target))
    #expect(map.targets == present)
  }

  @Test func `the package declares for a library what the map allows it`() throws {
    let manifest = try Checkout.text("Package.swift")
    let stratum = /stratum\(\s*"(?<name>\w+)"(?:,\s*on: \[(?<below>[^\]]*)\])?/
    for match in manifest.matches(of: stratum) {
      let below = (match.below ?? "").matches(of: /\w+/).map { String($0.output) }
      let name = String(match.name)
      let modules = (map.allowed[name] ?? []).filter { Checkout.has("Sources/\($0)") }
      #expect(modules == Set(below), "\(name): Package.swift beside the map in README.md")
    }
  }

  /// The module a line imports: `package import Graph`, `import struct Foundation.URL`.
  private func importedModule(_ line: Substring) -> String? {
    guard line.contains("import") else { return nil }
    let pattern =
      /^\s*(?:@\w+\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(?<module>\w+)/
    return line.firstMatch(of: pattern).map { String($0.module) }
  }
}
