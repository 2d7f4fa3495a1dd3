import Testing

/// The complaints that Kith began with, each beside the question that answers it.
@Suite struct ComplaintTests {
  /// How many complaints each of the five sources has.
  private static let counts = [11, 12, 9, 7, 9]

  @Test func `every complaint has a question, and the question an answer`() {
    let files = TranscriptFile.all(below: ["examples"]).filter { $0.name.contains("/complaints-") }
    #expect(files.count == Self.counts.count)
    var answered: [String] = []
    for file in files {
      var id: String?
      for piece in file.pieces {
        switch piece {
        case .comment(let lines):
          let ids = lines.compactMap { $0.firstMatch(of: /^# (S\d\.\d+) "/).map { String($0.1) } }
          #expect(ids.count <= 1, "\(file.name): \(ids) share a question")
          id = ids.first
        case .exchange(let said, _, let answer):
          #expect(answer.first?.hasPrefix("error") == false, "\(file.name): \(said[0])")
          if let known = id { answered.append(known) }
          id = nil
        }
      }
    }
    let wanted = Self.counts.enumerated().flatMap { source, count in
      (1...count).map { "S\(source).\($0)" }
    }
    #expect(wanted.count == 48)
    #expect(answered == wanted)
  }
}
