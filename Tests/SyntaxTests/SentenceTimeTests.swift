import Diagnostics
import Syntax
import Testing

/// Time grows with the input and no faster; the bounds are generous, since machines are shared.
@Suite(.serialized) struct SentenceTimeTests {
  /// A statement or script from a head and a piece that comes again.
  struct Growth: Sendable, CustomTestStringConvertible {
    let head: String
    let piece: String
    let tail: String

    var testDescription: String { (head + piece).debugDescription }

    /// The text of about so many bytes.
    func text(of bytes: Int) -> String {
      head + String(repeating: piece, count: bytes / piece.utf8.count) + tail
    }
  }

  @Test(arguments: [
    Growth(head: "", piece: "@a or ", tail: "@b"),
    Growth(head: "people where ", piece: "age > 3 and ", tail: "bot"),
    Growth(head: "show ", piece: "reach, ", tail: "followers"),
    Growth(head: "people where name = \"", piece: "text ", tail: "\""),
    Growth(head: "people where ", piece: "name ", tail: "> 3"),
    Growth(head: "", piece: "top 3 people by reach\n", tail: ""),
    Growth(head: "", piece: "-- a comment\n", tail: "quit"),
    Growth(head: "", piece: "(", tail: "people"),
    Growth(head: "people where ", piece: "not ", tail: "bot"),
    Growth(head: "quit ", piece: "€", tail: ""),
    Growth(head: "", piece: "followers € 1\n", tail: ""),
    Growth(head: "", piece: "#yoga or bots and fans\n", tail: ""),
    Growth(head: "", piece: "followers € 1;", tail: ""),
    Growth(head: "", piece: "#yoga or bots and fans; ", tail: ""),
  ])
  func `ten times the text takes no more than thirty times the time`(_ growth: Growth) {
    let parser = exampleParser
    let clock = ContinuousClock()
    func time(_ bytes: Int) -> Duration {
      let source = SourceText(growth.text(of: bytes))
      return clock.measure { _ = parser.parse(source) }
    }
    let small = (0..<3).map { _ in time(4_000) }.min() ?? .zero
    let large = time(40_000)
    #expect(large < small * 30 + .milliseconds(100), "\(small) and \(large)")
  }
}
