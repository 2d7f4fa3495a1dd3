/// What was measured of every planted truth, for a reader at a terminal or of the README.
struct Report {
  private static let begin = "<!-- village:begin -->"
  private static let end = "<!-- village:end -->"

  private let findings: [(truth: any PlantedTruth, claims: [Claim])]

  /// Measures every truth in a village.
  init(on village: Village) throws {
    var findings: [(truth: any PlantedTruth, claims: [Claim])] = []
    for truth in Village.truths {
      findings.append((truth, try truth.measure(village)))
    }
    self.findings = findings
  }

  /// Whether everything is as planted.
  var holds: Bool {
    findings.allSatisfy { $0.claims.allSatisfy(\.holds) }
  }

  /// The findings line by line, each marked `ok` or `NOT SO`.
  var text: String {
    findings.map { truth, claims in
      let lines = claims.map { "  \($0.holds ? "ok    " : "NOT SO") \($0.text)" }
      return ([truth.title] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The findings as a Markdown list, each truth with its reason.
  var markdown: String {
    findings.map { truth, claims in
      let lines = claims.map { "  - \($0.text)" }
      return (["- **\(truth.title)** \(truth.reason)"] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// A README with the findings between its markers; nil where it has no markers.
  func written(into page: String) -> String? {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(of: Self.begin[...]),
      let last = lines.firstIndex(of: Self.end[...]), first < last
    else { return nil }
    let parts = [lines[...first].joined(separator: "\n"), "", markdown, ""]
    return (parts + [lines[last...].joined(separator: "\n")]).joined(separator: "\n")
  }
}
