import Rendering
import TestSupport
import Testing

/// Wrapped text, pages and footers.
struct ParagraphTests {
  @Test func `words are wrapped, and hang`() {
    let lines = Paragraph.wrap("a query is a head and clauses", width: 12, indent: 2, hanging: 4)
    #expect(lines == ["  a query is", "    a head", "    and", "    clauses"])
  }

  @Test func `line feeds begin paragraphs, and empty ones are kept`() {
    #expect(
      Paragraph.wrap("one\n\ntwo  three", width: 20, indent: 1) == [" one", "", " two three"]
    )
    #expect(Paragraph.wrap("", width: 20) == [""])
  }

  @Test func `a word that is too long is cut, and a no-break space parts nothing`() {
    #expect(Paragraph.wrap("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
    #expect(Paragraph.wrap("at 92.9\u{A0}% now", width: 8) == ["at", "92.9\u{A0}%", "now"])
    #expect(Paragraph.wrap("日本語の文章", width: 5) == ["日本", "語の", "文章"])
  }

  @Test func `a long text loses its middle, between words`() {
    let text = (1...100).map { "@p\($0)," }.joined(separator: " ") + " per month"
    let short = Paragraph.shortened(text, to: 60)
    #expect(short == "@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, ... @p100, per month")
    #expect(Paragraph.shortened(text, to: text.count) == text)
    for most in 10...80 { #expect(Paragraph.shortened(text, to: most).count <= most + 4) }
  }

  @Test func `no line is wider than asked, and no word is lost`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<500 {
      let text = RandomTable.text(pieces: 40, using: &random)
      let width = Int.random(in: 6...40, using: &random)
      let lines = Paragraph.wrap(Escaping.visible(text), width: width, indent: 2, hanging: 4)
      for line in lines { #expect(DisplayWidth.of(line) <= width) }
      let letters = lines.joined().unicodeScalars.filter { $0 != " " }
      #expect(letters.elementsEqual(Escaping.visible(text).unicodeScalars.filter { $0 != " " }))
    }
  }

  @Test func `a page has headings, paragraphs and lists`() {
    var page = ReportText(width: 40)
    page.add(heading: "pagerank")
    page.add(paragraph: "The share of an endless random walk spent at each person.", hanging: 2)
    page.add(heading: "takes")
    page.add(list: [
      ("damping", "the chance to follow another tie, 0.85 unless said"),
      ("d", "the same"),
      ("a very long parameter name", "beside no room"),
      ("nothing", ""),
    ])
    #expect(
      page.text == """
        pagerank
          The share of an endless random walk
            spent at each person.

        takes
          damping  the chance to follow another
                   tie, 0.85 unless said
          d        the same
          a very long parameter name
                   beside no room
          nothing

        """
    )
  }
}
