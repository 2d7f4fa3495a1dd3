import Shell
import Testing

/// The line that says how far long work is.
@Suite struct ProgressTests {
  @Test(arguments: [
    (nil, 1, "  pagerank · 1.0 s · 12 MB"),
    (0.0, 1, "  pagerank 0 % · 1.0 s · 12 MB"),
    (0.5, 4, "  pagerank 50 % · 4.0 s · about 5 s left · 12 MB"),
    (0.1, 3, "  pagerank 10 % · 3.0 s · about 30 s left · 12 MB"),
    (0.05, 20, "  pagerank 5 % · 20 s · about 7 min left · 12 MB"),
    (7.0, 2, "  pagerank 100 % · 2.0 s · about 1 s left · 12 MB"),
  ])
  func `it says what, how much, since when and until when`(
    _ part: Double?,
    _ seconds: Int,
    _ expected: String
  ) {
    let line = ProgressLine.text(
      "pagerank",
      part: part,
      after: .seconds(seconds),
      memory: 12_000_000,
      width: 80
    )
    #expect(line == expected)
  }

  @Test func `it stays on one line of any screen, and shows what a terminal would obey`() {
    for width in 4...60 {
      let line = ProgressLine.text(
        "writing \u{1B}[2J.csv",
        part: 0.3,
        after: .seconds(2),
        memory: 3_000_000_000,
        width: width
      )
      #expect(line.count < width, "\(line)")
      #expect(!line.contains("\u{1B}"))
    }
  }

  @Test func `the memory that is taken is known`() throws {
    let bytes = try #require(MemoryUse.bytes)
    #expect((1_000_000...100_000_000_000).contains(bytes))
  }
}
