import Syntax
import Testing

@Suite struct GlanceTests {
  private static let parser = Parser(
    lexicon: Lexicon(
      measures: ["followers", "audience overlap", "reach"],
      functions: ["log"],
      settings: ["rows"]
    )
  )

  private func glance(_ text: String) -> Glance { Glance(at: text, parser: Self.parser) }

  /// The pieces as `kind text`.
  private func pieces(_ text: String) -> [String] {
    glance(text).pieces.map { piece in
      let bytes = Array(text.utf8)[piece.range]
      let kind =
        if case .name(let terminal) = piece.kind { "\(terminal)" } else { "\(piece.kind)" }
      return "\(kind) \(String(decoding: bytes, as: UTF8.self))"
    }
  }

  @Test func `a whole question`() {
    #expect(
      pieces("top 10 people by audience overlap with #yoga -- so") == [
        "word top", "number 10", "word people", "word by", "measureName audience overlap",
        "word with", "hashtag #yoga", "comment -- so",
      ]
    )
    #expect(
      pieces("load follows from \"a.csv\"") == [
        "word load", "word follows", "word from", "text \"a.csv\"",
      ]
    )
  }

  @Test(arguments: [
    ("top 10 people by followers where reach >", ["measureName followers", "measureName reach"]),
    ("people who follow @ann and", ["handle @ann"]),
    ("audience overlap with", ["measureName audience overlap"]),
    ("show reach, (followers", ["measureName reach", "measureName followers"]),
    ("define fans as", ["name fans"]),
    ("top 10", ["word top"]),
  ])
  func `a question that is not finished has its names all the same`(
    _ text: String,
    _ names: [String]
  ) {
    let found = pieces(text)
    for name in names { #expect(found.contains(name), "\(name) in \(found)") }
    #expect(!glance(text).missing.isEmpty)
  }

  @Test func `what is missing is told, what is meant most often first`() {
    #expect(glance("top 10 people by").missing.first == "a measure")
    #expect(glance("top 10 people by followers").missing == [])
    #expect(glance("").missing == [])
    #expect(glance("top 10 people by;").missing == [])
  }

  @Test func `what does not fit is told from what comes before and behind it`() {
    let found = pieces("top 10 people by followers descending where reach")
    #expect(found.contains("measureName followers"))
    #expect(found.contains { $0.hasPrefix("misfit") })
    #expect(glance("top 10 people by followers )").missing == [])
    #expect(pieces("followers ?") == ["measureName followers", "misfit ?"])
  }

  @Test func `lines go on, statements end`() {
    #expect(pieces("top 10 people\nby reach").last == "measureName reach")
    #expect(
      pieces("followers; count @ann").suffix(2) == ["word count", "handle @ann"]
    )
  }

  @Test func `a text being typed is a text`() {
    #expect(pieces("load \"a b").last == "text \"a b")
  }

  @Test func `the pieces lie one behind the other within the text`() {
    for text in ["top 1 -- x\n by -- y", "é @\"Ann Lee\" ü; \"", "-- only", "a\n\n--b\n c $x"] {
      var end = 0
      for piece in glance(text).pieces {
        #expect(piece.range.lowerBound >= end && !piece.range.isEmpty, "\(text): \(piece)")
        end = piece.range.upperBound
      }
      #expect(end <= text.utf8.count)
    }
  }
}
