import Diagnostics
import Syntax
import TestSupport
import Testing

/// Texts that are nearly right, or not at all: each is taken, or refused with a place inside it.
@Suite struct MutationTests {
  private static let junk = [
    "xyzzy", "42", "\"text\"", "@nobody", "#nothing", ")", "(", ",", "and",
    "by", "-", "=", "topic", "2026-01-31", "50%", "|",
  ]

  @Test(arguments: acceptedLines)
  func `a line with one token dropped, doubled or moved`(_ line: String) {
    let pieces = pieces(of: line)
    for index in pieces.indices {
      var dropped = pieces
      dropped.remove(at: index)
      checkHolds(dropped.joined(separator: " "))
      var doubled = pieces
      doubled.insert(pieces[index], at: index)
      checkHolds(doubled.joined(separator: " "))
      guard index > 0 else { continue }
      var moved = pieces
      moved.swapAt(index - 1, index)
      checkHolds(moved.joined(separator: " "))
    }
  }

  @Test(arguments: acceptedLines)
  func `a line with one token that is another`(_ line: String) {
    var random = SeededRandom(seed: UInt64(line.utf8.count))
    let pieces = pieces(of: line)
    for index in pieces.indices {
      for _ in 0..<3 {
        var changed = pieces
        changed[index] = Self.junk.randomElement(using: &random) ?? ""
        checkHolds(changed.joined(separator: " "))
      }
    }
  }

  @Test(arguments: acceptedLines)
  func `a line cut after any character`(_ line: String) {
    for count in 0..<line.count {
      let beginning = String(line.prefix(count))
      checkHolds(beginning)
      _ = exampleParser.isSubmittable(beginning)
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `soup of tokens`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let vocabulary = Array(Set(acceptedLines.flatMap { pieces(of: $0) })).sorted() + Self.junk
    for _ in 0..<250 {
      let length = Int.random(in: 1...10, using: &random)
      let soup = (0..<length).map { _ in vocabulary.randomElement(using: &random) ?? "" }
      checkHolds(soup.joined(separator: Bool.random(using: &random) ? " " : ""))
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `random bytes`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<1_000 {
      let length = Int.random(in: 0...40, using: &random)
      // Half of them are printable, so that words, quotes and numbers come up.
      let bytes = (0..<length).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 32...126, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      checkHolds(text)
      _ = Completion.slots(in: text, at: text.utf8.count / 2, lexicon: exampleLexicon)
    }
  }
}

/// The lines that the grammar must accept.
let acceptedLines = GrammarPage.all.flatMap(\.accepted)

/// The tokens of a line, as typed.
func pieces(of line: String) -> [String] {
  let source = SourceText(line)
  return Lexer.statements(of: source).statements.flatMap(\.tokens)
    .filter { $0.kind != .end }
    .map { source.slice($0.range) }
}
