import Diagnostics
import Testing

/// From bytes to lines and columns.
struct SourceTextTests {
  @Test(arguments: ["", "a", "\n", "a\nbc\n\n\nd", "a\r\nb", "\n\n"])
  func `the line of a byte is that of its place`(_ text: String) {
    let source = SourceText(text)
    var line = 1
    for (offset, byte) in (Array(text.utf8) + [0]).enumerated() {
      #expect(source.line(of: offset) == line)
      #expect(source.place(of: offset..<offset).line == line)
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
  }

  @Test func `a line in the middle is quoted, its mark counted in characters`() {
    let source = SourceText("top 3\ncount #bøker klot\nend", name: "a.kith")
    let place = source.place(of: 20..<24)
    #expect(place.description == "a.kith:2:14")
    #expect(place.excerpt == "count #bøker klot")
    #expect(place.marked == 13..<17)
    #expect(source.slice(20..<24) == "klot")
  }

  @Test func `carriage returns belong to no line`() {
    let source = SourceText("one\r\n\r\ntwo\rthree\r\n")
    expect(source.place(of: 0..<3), line: 1, column: 1, excerpt: "one", marked: 0..<3)
    expect(source.place(of: 3..<5), line: 1, column: 4, excerpt: "one", marked: 3..<3)
    expect(source.place(of: 5..<5), line: 2, column: 1, excerpt: "", marked: 0..<0)
    expect(source.place(of: 11..<16), line: 3, column: 5, excerpt: "two\rthree", marked: 4..<9)
    expect(source.place(of: 18..<18), line: 4, column: 1, excerpt: "", marked: 0..<0)
  }

  @Test func `a carriage return at the very end is not yet a line's end`() {
    expect(
      SourceText("one\r").place(of: 0..<1),
      line: 1,
      column: 1,
      excerpt: "one\r",
      marked: 0..<1
    )
  }

  @Test func `marks and joined emoji are one column, and a cut one is widened to`() {
    let source = SourceText("e\u{301}te\u{301} 👩‍👩‍👧 x")
    // Bytes: e 0, its mark 1...2, t 3, e 4, its mark 5...6, space 7, emoji 8...25, space 26, x 27.
    expect(source.place(of: 0..<3), column: 1, marked: 0..<1)
    expect(source.place(of: 1..<3), column: 1, marked: 0..<1)
    expect(source.place(of: 0..<1), column: 1, marked: 0..<1)
    expect(source.place(of: 5..<8), column: 3, marked: 2..<4)
    expect(source.place(of: 9..<10), column: 5, marked: 4..<5)
    expect(source.place(of: 12..<12), column: 5, marked: 4..<4)
    expect(source.place(of: 27..<28), column: 7, marked: 6..<7)
    #expect(source.slice(1..<2) == "\u{301}")
    #expect(source.slice(9..<10) == "👩")
  }

  @Test func `a mark at the start of a line stays on that line`() {
    let source = SourceText("a\n\u{301}b c")
    expect(source.place(of: 5..<6), line: 2, column: 3, excerpt: "\u{301}b c", marked: 2..<3)
  }

  @Test func `several lines mark the first to its end`() {
    let place = SourceText("count\nklot\nend").place(of: 2..<9)
    expect(place, line: 1, column: 3, excerpt: "count", marked: 2..<5)
  }

  @Test func `points: at the start, between, at the end, beyond`() {
    expect(SourceText("").place(of: 0..<0), line: 1, column: 1, excerpt: "", marked: 0..<0)
    let source = SourceText("ab\ncd")
    expect(source.place(of: 1..<1), line: 1, column: 2, excerpt: "ab", marked: 1..<1)
    expect(source.place(of: 2..<2), line: 1, column: 3, excerpt: "ab", marked: 2..<2)
    expect(source.place(of: 3..<3), line: 2, column: 1, excerpt: "cd", marked: 0..<0)
    expect(source.place(of: 5..<5), line: 2, column: 3, excerpt: "cd", marked: 2..<2)
    expect(source.place(of: 90..<99), line: 2, column: 3, excerpt: "cd", marked: 2..<2)
    expect(SourceText("ab\n").place(of: 3..<3), line: 2, column: 1, excerpt: "", marked: 0..<0)
  }

  @Test(arguments: ["a b", "e\u{301}€ 👩‍👩‍👧x", "\u{301}", "🇩🇪"])
  func `of a long line the part around the place is quoted, and its columns are counted`(
    _ piece: String
  ) {
    let line = String(repeating: piece, count: 4_000 / piece.utf8.count)
    let source = SourceText("first\n\(line)\r\nlast")
    // The bytes at which the characters of the line begin, and where it ends.
    let starts = line.indices.map { 6 + line.utf8.distance(from: line.startIndex, to: $0) }
    for (index, start) in starts.enumerated() where index % 37 == 0 || index + 2 > starts.count {
      let place = source.place(of: start..<(start + 1))
      #expect(place.description == "input:2:\(index + 1)")
      #expect(place.endColumn == index + 2)
      let excerpt = place.excerpt ?? ""
      #expect(excerpt.utf8.count < 1_100 || piece == "\u{301}")
      let marked = excerpt.dropFirst(place.marked.lowerBound).prefix(place.marked.count)
      #expect(String(marked) == String(line[line.index(line.startIndex, offsetBy: index)]))
    }
    let end = 6 + line.utf8.count
    #expect(source.place(of: end..<end).column == starts.count + 1)
    let whole = source.place(of: 6..<end)
    #expect((whole.column, whole.endColumn) == (1, starts.count + 1))
  }

  @Test func `every range of a text has a place inside it`() {
    let text = "é1\r\n\n👩‍👩‍👧e\u{301}\t漢\nx\r"
    let source = SourceText(text)
    let size = text.utf8.count
    for lower in 0...size {
      for upper in lower...size {
        let place = source.place(of: lower..<upper)
        let count = place.excerpt?.count ?? -1
        #expect(place.marked.upperBound <= count)
        #expect(place.column == place.marked.lowerBound + 1)
        #expect((1...4).contains(place.line))
        #expect(!source.slice(lower..<upper).contains("\u{FFFD}"))
      }
    }
  }

  private func expect(
    _ place: Place,
    line: Int = 1,
    column: Int,
    excerpt: String? = nil,
    marked: Range<Int>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(place.line == line, sourceLocation: sourceLocation)
    #expect(place.column == column, sourceLocation: sourceLocation)
    #expect(place.marked == marked, sourceLocation: sourceLocation)
    if let excerpt { #expect(place.excerpt == excerpt, sourceLocation: sourceLocation) }
  }
}
