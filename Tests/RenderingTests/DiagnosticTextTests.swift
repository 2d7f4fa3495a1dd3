import Diagnostics
import Rendering
import Testing

/// Errors as they look, in the house style.
struct DiagnosticTextTests {
  @Test func `place, what was found, a fix, what could stand there`() {
    let line = "audience overlap with topic climte weigthed by trust"
    let diagnostic = Diagnostic(
      .unexpectedWord,
      "no word `weigthed` fits here",
      at: SourceText(line).place(of: 35..<43),
      fix: Diagnostic.Fix(range: 35..<43, replacement: "weighted"),
      choices: ["weighted by", "where", "sort by", "end"],
      choicesLabel: "here could stand"
    )
    expect(
      diagnostic,
      """
      error unexpected-word at input:1:36
        no word `weigthed` fits here
          |
        1 | audience overlap with topic climte weigthed by trust
          |                                    ~~~~~~~~
        fix: weighted
        here could stand: weighted by · where · sort by · end
      """
    )
    let withCommand = DiagnosticText.render(diagnostic, fixCommand: true)
    #expect(withCommand.contains("\n  fix: weighted (`fix` runs it)\n"))
  }

  @Test func `without a place there are two lines, and the notes`() {
    expect(
      Diagnostic(.nothingLoaded, "nothing is loaded yet"),
      """
      error nothing-loaded
        nothing is loaded yet
      """
    )
    expect(
      Diagnostic(
        .weightOutOfScale,
        "trust runs from 0 to 10",
        at: Place(file: "trust.csv", line: 4, column: 9),
        severity: .warning,
        choices: ["scale = 10", "scale = 1 to 5"],
        notes: ["1,204 of 1,300 rows are above 1", "nothing was loaded"]
      ),
      """
      warning weight-out-of-scale at trust.csv:4:9
        trust runs from 0 to 10
        choices: scale = 10 · scale = 1 to 5
        1,204 of 1,300 rows are above 1
        nothing was loaded
      """
    )
  }

  @Test func `a tab is as wide as it looks`() {
    expect(
      "top 5\tpople\tby x",
      marking: "pople",
      """
      error unexpected-word at input:1:7
        not known
          |
        1 | top 5   pople   by x
          |         ~~~~~
      """
    )
  }

  @Test func `wide characters, emoji and marks are underlined by their width`() {
    expect(
      "count #ヨガ and #bøker e\u{301}té 👩‍👩‍👧 klot",
      marking: "klot",
      """
      error unexpected-word at input:1:28
        not known
          |
        1 | count #ヨガ and #bøker e\u{301}té 👩‍👩‍👧 klot
          |                               ~~~~
      """
    )
    expect(
      "count #ヨガ now",
      marking: "ヨガ",
      """
      error unexpected-word at input:1:8
        not known
          |
        1 | count #ヨガ now
          |        ~~~~
      """
    )
  }

  @Test func `control characters in the line and in a name are written out`() {
    let text = "count \u{1B}[2J\u{202E} klot"
    let place = SourceText(text, name: "a\u{7}.kith").place(of: 14..<18)
    expect(
      Diagnostic(.unknownName, "no name `\u{1B}` is known", at: place, choices: ["x\ny"]),
      #"""
      error unknown-name at a\u{07}.kith:1:13
        no name `\u{1B}` is known
          |
        1 | count \u{1B}[2J\u{202E} klot
          |                         ~~~~
        choices: x\ny
      """#
    )
  }

  @Test func `lines of a file, with their ends of any kind`() {
    let source = SourceText("top 3\r\n\r\ncount klot\r\n", name: "a.kith")
    expect(
      Diagnostic(.unknownName, "no set is called `klot`", at: source.place(of: 15..<19)),
      """
      error unknown-name at a.kith:3:7
        no set is called `klot`
          |
        3 | count klot
          |       ~~~~
      """
    )
    let tenth = SourceText(String(repeating: "\n", count: 99) + "klot", name: "a.kith")
    expect(
      Diagnostic(.unknownName, "no set is called `klot`", at: tenth.place(of: 99..<103)),
      """
      error unknown-name at a.kith:100:1
        no set is called `klot`
            |
        100 | klot
            | ~~~~
      """
    )
  }

  @Test func `a point is a caret: on an empty line, at the end`() {
    expect(
      Diagnostic(.unfinished, "a measure is missing", at: SourceText("").place(of: 0..<0)),
      """
      error unfinished at input:1:1
        a measure is missing
          |
        1 |
          | ^
      """
    )
    expect(
      Diagnostic(.unfinished, "a measure is missing", at: SourceText("top 3 by").place(of: 8..<8)),
      """
      error unfinished at input:1:9
        a measure is missing
          |
        1 | top 3 by
          |         ^
      """
    )
  }

  @Test func `what is to be left out is named`() {
    let place = SourceText("top 3 of by x").place(of: 6..<8)
    let fix = Diagnostic.Fix(range: 6..<9, replacement: "")
    expect(
      Diagnostic(.unexpectedWord, "no word `of` fits here", at: place, fix: fix),
      """
      error unexpected-word at input:1:7
        no word `of` fits here
          |
        1 | top 3 of by x
          |       ~~
        fix: leave out `of`
      """
    )
  }

  @Test func `several stand below each other`() {
    let one = Diagnostic(.unknownName, "no set is called `a`")
    let two = Diagnostic(.unknownName, "no set is called `b`")
    #expect(
      DiagnosticText.render(Diagnostics([one, two]), fixCommand: false) == """
        error unknown-name
          no set is called `a`
        error unknown-name
          no set is called `b`
        """
    )
  }

  private func expect(
    _ diagnostic: Diagnostic,
    _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let rendered = DiagnosticText.render(diagnostic, fixCommand: false)
    #expect(rendered == text, sourceLocation: sourceLocation)
  }

  /// A diagnostic about the first place where a word stands in a line.
  private func expect(
    _ line: String,
    marking word: String,
    _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let start = offset(of: word, in: line) else { return }
    let place = SourceText(line).place(of: start..<(start + word.utf8.count))
    expect(
      Diagnostic(.unexpectedWord, "not known", at: place),
      text,
      sourceLocation: sourceLocation
    )
  }

  private func offset(of word: String, in line: String) -> Int? {
    let (bytes, wanted) = (Array(line.utf8), Array(word.utf8))
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }
  }
}
