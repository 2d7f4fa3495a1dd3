import Diagnostics
import Rendering
import TestSupport
import Testing

/// Diagnostics where there is little room, and for editors.
struct DiagnosticFitTests {
  private static let long =
    "compare klout score, pagerank, followers and audience overlap with #yoga for customers whoo "
    + "follow @acme and @zenith since 2026-01-01 until 2026-03-31 sort by name"

  @Test func `a long line is shown around its mark`() {
    func quoted(_ range: Range<Int>) -> [String] {
      let diagnostic = Diagnostic(.unexpectedWord, "?", at: SourceText(Self.long).place(of: range))
      return DiagnosticText.render(diagnostic, fixCommand: false, width: 40)
        .split(separator: "\n").dropFirst(3).map(String.init)
    }
    #expect(
      quoted(8..<19) == [
        "  1 | compare klout score, pagerank, fo…",
        "    |         ~~~~~~~~~~~",
      ]
    )
    #expect(
      quoted(87..<91) == [
        "  1 | …stomers whoo follow @acme and @z…",
        "    |          ~~~~",
      ]
    )
    #expect(
      quoted(158..<162) == [
        "  1 | …-01 until 2026-03-31 sort by name",
        "    |                              ~~~~",
      ]
    )
  }

  @Test func `the mark is in sight and below its characters, wherever it is`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<2000 {
      let line = RandomTable.text(pieces: 60, using: &random)
        .unicodeScalars.filter { $0 != "\n" && $0 != "\r" }
        .reduce(into: "") { $0.unicodeScalars.append($1) }
      let lower = Int.random(in: 0...line.count, using: &random)
      let upper = min(line.count, lower + Int.random(in: 0...4, using: &random))
      let place = Place(
        file: "f",
        line: 12,
        column: lower + 1,
        excerpt: line,
        marked: lower..<upper
      )
      let width = Int.random(in: 40...80, using: &random)
      let lines = DiagnosticText.render(
        Diagnostic(.unexpectedWord, "?", at: place),
        fixCommand: false,
        width: width
      ).split(separator: "\n")
      #expect(lines.count == 5)
      for line in lines { #expect(DisplayWidth.of(String(line)) <= width) }
      let marks = lines[4].drop { $0 != "~" && $0 != "^" }
      #expect(!marks.isEmpty && Set(marks).count == 1)
      let from = DisplayWidth.of(String(lines[4].dropLast(marks.count)))
      if let first = line.dropFirst(lower).first, lower < upper, first.isASCII, first.isLetter {
        #expect(columns(of: String(lines[3]))[from] == first)
      }
    }
  }

  @Test func `many choices fill two lines, and the others are counted`() {
    let diagnostic = Diagnostic(
      .unexpectedWord,
      "?",
      choices: (1...30).map { "measure \($0)" },
      choicesLabel: "here could stand"
    )
    #expect(
      DiagnosticText.render(diagnostic, fixCommand: false, width: 60) == """
        error unexpected-word
          ?
          here could stand: measure 1 · measure 2 · measure 3
            measure 4 · measure 5 · measure 6 · and 24 more
        """
    )
  }

  @Test func `messages and notes are wrapped`() {
    let diagnostic = Diagnostic(
      .missingQualifier,
      "audience overlap needs a topic or a set to overlap with",
      notes: ["for example: audience overlap with #yoga"]
    )
    #expect(
      DiagnosticText.render(diagnostic, fixCommand: false, width: 34) == """
        error missing-qualifier
          audience overlap needs a topic
            or a set to overlap with
          for example: audience overlap
            with #yoga
        """
    )
  }

  @Test func `an editor gets a line of JSON`() {
    let diagnostic = Diagnostic(
      .unexpectedWord,
      "no word `\"klot\"` fits",
      at: SourceText("é klot", name: "a.kith").place(of: 3..<7),
      fix: Diagnostic.Fix(range: 3..<7, replacement: "klout"),
      choices: ["klout score", "end"],
      notes: ["line\nbreak"]
    )
    #expect(
      DiagnosticJSON.line(diagnostic) == #"""
        {"severity":"error","code":"unexpected-word","message":"no word `\"klot\"` fits",\#
        "file":"a.kith","line":1,"column":3,"endColumn":7,\#
        "fix":{"start":3,"end":7,"text":"klout"},"choices":["klout score","end"],\#
        "notes":["line\nbreak"]}
        """#
    )
    #expect(
      DiagnosticJSON.line(Diagnostic(.nothingLoaded, "nothing", severity: .note)) == #"""
        {"severity":"note","code":"nothing-loaded","message":"nothing","file":null,"line":null,\#
        "column":null,"endColumn":null,"fix":null,"choices":[],"notes":[]}
        """#
    )
  }

  /// The character that begins at each column of a line.
  private func columns(of line: String) -> [Int: Character] {
    var (columns, column): ([Int: Character], Int) = ([:], 0)
    for character in line {
      columns[column] = character
      column += DisplayWidth.of(character)
    }
    return columns
  }
}
