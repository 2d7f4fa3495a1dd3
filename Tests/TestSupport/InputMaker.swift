package import Syntax

/// Makes inputs of every kind: sentences, nearly sentences, and what is none at all.
///
/// The same for the same seed.
package struct InputMaker {
  /// What an input is made of.
  package enum Kind: String, CaseIterable {
    case sentence, mutation, edit, soup, bytes, nest, long
  }

  private static let junk = [
    "xyzzy", "42", "\"text\"", "@nobody", "#nothing", ")", "(", ",", "and", "by", "-", "=",
    "topic", "2026-01-31", "50%", "|", "$x", "@", "#", "\"", "--", ";", "\n", "é", "7\u{301}",
    "“", "99999999999999999999", "1e9", "\u{0}", "\r\n", "👩‍👩‍👧", "not", "or", "but",
  ]
  private static let openings = [
    "(", "((", "log(", "not ", "- ", "followers of (", "people where (", "(people and ", "plan ",
    "log(log(", "people but not (", "reach in (", "followers weighted by (", "decile(",
  ]
  private static let links = [
    "@ann or ", "#yoga, ", "followers + ", "followers and ", "reach, ", "not bot and ", "- ",
    "| limit 3 ", "age > 3 and ", "who follow @ann and ", "\"a\" ", "people ", "sort by reach ",
    "count people; ", "top 3 by\n", "€", "x", "9", "\n ", "-- \n", "\u{301}", "\"", "@", "(",
  ]

  private var sentences: SentenceMaker
  private var random: SeededRandom
  private let lines: [String]
  private let vocabulary: [String]

  /// A maker of inputs from the grammar, from some lines, and from nothing.
  package init(seed: UInt64, names: [Terminal: [String]], lines: [String]) {
    sentences = SentenceMaker(seed: seed, names: names)
    random = SeededRandom(seed: seed &+ 0x5EED)
    self.lines = lines
    vocabulary = Set(lines.flatMap { $0.split(separator: " ").map(String.init) }).sorted()
  }

  /// The next input of a kind.
  package mutating func input(_ kind: Kind) -> String {
    switch kind {
    case .sentence: return sentences.sentence()
    case .mutation: return mutation(of: base())
    case .edit: return edit(of: base())
    case .soup:
      let gap = Bool.random(using: &random) ? " " : ""
      return (0..<Int.random(in: 1...14, using: &random)).map { _ in word() }
        .joined(separator: gap)
    case .bytes:
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 32...126, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      return String(decoding: bytes, as: UTF8.self)
    case .nest: return nest()
    case .long:
      let count = Int.random(in: 10...300, using: &random)
      let link = pick(Self.links)
      let filler = Bool.random(using: &random) ? link : pick(Self.links)
      return pick(["", "people where ", "top 3 by ", "followers of "])
        + (0..<count).map { $0.isMultiple(of: 2) ? link : filler }.joined() + base()
    }
  }

  /// A number below a bound.
  package mutating func number(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &random)
  }

  private mutating func pick(_ list: [String]) -> String {
    list.randomElement(using: &random) ?? ""
  }

  private mutating func word() -> String {
    Int.random(in: 0..<4, using: &random) == 0 ? pick(Self.junk) : pick(vocabulary)
  }

  private mutating func base() -> String {
    Bool.random(using: &random) ? pick(lines) : sentences.sentence()
  }

  /// One to three words left out, doubled, moved, exchanged or put in.
  private mutating func mutation(of line: String) -> String {
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) where !words.isEmpty {
      let index = words.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: words.remove(at: index)
      case 1: words.insert(words[index], at: index)
      case 2: words.swapAt(index, max(0, index - 1))
      case 3: words[index] = word()
      default: words.insert(word(), at: index)
      }
    }
    return words.joined(separator: " ")
  }

  /// One to three bytes left out, exchanged or put in; or the end cut off.
  private mutating func edit(of line: String) -> String {
    var bytes = Array(line.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let index = bytes.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(UInt8.random(in: 32...126, using: &random), at: index)
      default: bytes.removeSubrange(index...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func nest() -> String {
    let count = Int.random(in: 1...200, using: &random)
    let opening = pick(Self.openings)
    let other = pick(Self.openings)
    let head = (0..<count).map { $0.isMultiple(of: 2) ? opening : other }.joined()
    let closings = Bool.random(using: &random) ? head.filter { $0 == "(" }.count : 3
    return head + base() + String(repeating: ")", count: closings)
  }
}
