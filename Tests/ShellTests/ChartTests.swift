import Shell
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Charts in a session: on a screen, in a pipe, in files.
struct ChartTests {
  private static let loaded = [
    Places.load("follows", "eight-people/follows.csv"),
    Places.load("trust", "eight-people/trust.csv"),
    Places.load("interests", "eight-people/interests.csv"),
  ]

  @Test func `on a screen a chart stands in place of its table`() {
    let talk = Talk(Self.loaded, isScreen: true, width: 60)
    talk.submit("top 2 by followers as bars")
    let bars = [String(repeating: "█", count: 48), String(repeating: "█", count: 38) + "▍"]
    let heading = "  person  followers (people)\n"
    #expect(talk.results == "\(heading)    @bea ┤\(bars[0]) 5\n    @ada ┤\(bars[1]) 4\n")
    #expect(talk.messages == "  top 2 people by followers -- over follows\n  2 people\n")
    // The table is at hand, and is a table again.
    talk.submit("| limit 1")
    #expect(talk.results.contains("│    1 │ @bea   │"))
  }

  @Test func `who reads by machine gets the table, and the chart where captions go`() {
    let talk = Talk(Self.loaded)
    let table = "rank\tperson\tfollowers\n1\tbea\t5\n2\tada\t4\n"
    for line in ["top 2 by followers as bars", "| as bars", "top 2 by followers | as bars"] {
      check([line], in: talk, expect: .writes(table))
      #expect(talk.messages.contains("@bea ┤██"), "\(line)")
    }
    check(["set format table", "top 2 by followers as bars"], in: talk, expect: .says([]))
    #expect(talk.results.contains("@bea ┤██"))
  }

  @Test(arguments: [
    ("top 3 by followers as line", "followers per person"),
    ("followers, trust received as scatter", "trust received over followers"),
    ("followers as histogram", "people by followers"),
    ("compare followers, trust received as slope", "places by followers and by trust received"),
    ("compare followers, trust received as heatmap", "spearman of each pair"),
    ("audience overlap with #yoga, followers as scatter", "followers over audience overlap"),
    ("count people per decile(followers) as bars", "count"),
    ("top 3 by followers | keep person, followers * 2 | as bars", "followers * 2"),
    ("overlap between #yoga, followers of @ada as heatmap", "jaccard of each pair"),
  ])
  func `each kind is drawn of what was asked for`(_ line: String, _ title: String) throws {
    let folder = ScratchFolder()
    let file = "\(folder.path)/chart.svg"
    let talk = Talk(Self.loaded, width: 300)
    check(
      [line, "| into \"\(file)\""],
      in: talk,
      expect: .says(["chart.svg: a chart of"])
    )
    let text = try #require(page(at: file))
    #expect(text.contains(">\(title)</text>"), "\(text)")
    // It is called by the question it answers.
    let question = talk.conversation.session.last?.answer.reading ?? "?"
    #expect(text.contains("<title id=\"title\">\(question)</title>"), "\(text)")
    #expect(text.hasSuffix("</svg>\n"))
    // What this session wrote it replaces.
    check([line, "| into \"\(file)\""], in: talk, expect: .says(["chart.svg"]))
    check(["\(line) | into \"\(file)\""], in: Talk(Self.loaded), expect: .fails(1, ["file-exists"]))
  }

  @Test func `a page of html holds the chart and the table`() throws {
    let folder = ScratchFolder()
    let file = "\(folder.path)/chart.html"
    let line = "top 3 people by followers as bars into \"\(file)\""
    check([line], in: Talk(Self.loaded), expect: .says(["chart.html: a chart of followers"]))
    let text = try #require(page(at: file))
    #expect(text.hasPrefix("<!doctype html>") && text.contains("<svg") && text.contains("<table>"))
    #expect(text.contains("top 3 people by followers"))
  }

  @Test func `a heat map is shown in place of the table it is drawn from`() {
    let talk = Talk(Self.loaded, isScreen: true)
    talk.submit("compare followers, pagerank as heatmap")
    #expect(!talk.messages.contains("kendall") && talk.results.contains("a followers"))
    talk.submit("compare followers, pagerank as slope")
    #expect(talk.messages.contains("how far they agree"))
  }

  @Test func `a file for a chart needs one, and a table its numbers`() {
    let talk = Talk(Self.loaded)
    let refused = ["wrong-ending", "none was asked for", "as bars", "as slope"]
    check(["top 2 by followers into \"/tmp/x.svg\""], in: talk, expect: .fails(1, refused))
    check(["top 2 by followers | into \"/tmp/x.odt\""], in: talk, expect: .fails(1, [".svg"]))
    let alone = ["wrong-kind", "`as slope` sets the places by two measures", "compare followers"]
    check(["followers as slope"], in: talk, expect: .fails(1, alone))
    check(["#yoga as bars"], in: talk, expect: .fails(1, ["the table has none"]))
  }

  @Test func `what is left out is said once`() {
    let talk = Talk(Self.loaded)
    talk.submit("audience overlap with #yoga as bars")
    let parts = talk.messages.components(of: "without audience overlap")
    #expect(parts == 2, "\(talk.messages)")
    talk.submit("audience overlap with #yoga | where audience < 2 | as histogram")
    #expect(talk.messages.contains("1 without audience overlap"))
  }
}

extension String {
  /// The parts a text falls into where another one is taken out.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count + 1 }
}

/// The text of a file; nil where it cannot be read.
private func page(at path: String) -> String? {
  guard let file = unsafe fopen(path, "r") else { return nil }
  defer { unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = unsafe fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}
