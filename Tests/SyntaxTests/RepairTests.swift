import Diagnostics
import Syntax
import Testing

@Suite struct RepairTests {
  @Test(arguments: [
    (
      "audience overlap with topic yoga weigthed by trust",
      "audience overlap with topic yoga weighted by trust"
    ),
    ("tpo 10 people by reach", "top 10 people by reach"),
    ("people intrested in #yoga", "people interested in #yoga"),
    ("reach wihtin 2 hops", "reach within 2 hops"),
    ("top 10 followers", "top 10 by followers"),
    ("load follows \"f.csv\"", "load follows from \"f.csv\""),
    ("load followers from \"f.csv\"", "load follows from \"f.csv\""),
    ("load retweet from \"f.csv\"", "load shares from \"f.csv\""),
    ("load ratings from \"f.csv\" (trust = 3)", "load trust from \"f.csv\" (trust = 3)"),
    ("load purchses from \"f.csv\"", "load purchases from \"f.csv\""),
    ("load mentions \"f.csv\"", "load mentions from \"f.csv\""),
    ("followers whre reach > 3 limt 4", "followers where reach > 3 limit 4"),
    ("followers of @ann adn followers of @bob", "followers of @ann and followers of @bob"),
    ("people but nto #yoga", "people but not #yoga"),
    ("descirbe \"f.csv\"", "describe \"f.csv\""),
    ("set missing trust 0.2 by", nil),
  ])
  func `a near miss has its fix`(_ text: String, _ mended: String?) {
    if let mended {
      check(text, expect: .mended(mended))
    } else {
      checkHolds(text)
    }
  }

  /// Every word of the grammar in every accepted line, spelled wrong in four ways.
  @Test(arguments: acceptedLines)
  func `a misspelt word of the grammar is put right`(_ line: String) {
    let source = SourceText(line)
    let tokens = Lexer.statements(of: source).statements.flatMap(\.tokens)
    for token in tokens where token.kind == .word && isOfTheGrammar(token, in: line) {
      for wrong in misspellings(of: token.text) where !Grammar.usedWords.contains(wrong) {
        var bytes = Array(line.utf8)
        bytes.replaceSubrange(token.range, with: Array(wrong.utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        let outcomes = exampleParser.parse(SourceText(text))
        let found = outcomes.flatMap(\.diagnostics)
        // A wrong word may make another right sentence; then there is nothing to mend.
        guard !found.isEmpty, found.contains(where: { $0.fix != nil }) else { continue }
        let again = mended(text, by: found)
        guard found.allSatisfy({ $0.fix != nil }) else { continue }
        let second = exampleParser.parse(SourceText(again)).flatMap(\.diagnostics)
        #expect(second.map(\.message) == [], "\(text) was made \(again)")
      }
    }
  }

  @Test func `most misspelt words are put right`() {
    var (tried, right) = (0, 0)
    for line in acceptedLines {
      let tokens = Lexer.statements(of: SourceText(line)).statements.flatMap(\.tokens)
      for token in tokens where token.kind == .word && isOfTheGrammar(token, in: line) {
        guard token.text.count > 3, let wrong = misspellings(of: token.text).first else { continue }
        var bytes = Array(line.utf8)
        bytes.replaceSubrange(token.range, with: Array(wrong.utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        let found = exampleParser.parse(SourceText(text)).flatMap(\.diagnostics)
        guard !found.isEmpty else { continue }
        tried += 1
        if mended(text, by: found) == line { right += 1 }
      }
    }
    #expect(right * 100 >= tried * 90, "\(right) of \(tried)")
  }

  /// Whether a word is used as one of the grammar's own: without it the line is another.
  private func isOfTheGrammar(_ token: Token, in line: String) -> Bool {
    guard Grammar.usedWords.contains(token.text.lowercased()), token.text.count > 2 else {
      return false
    }
    var bytes = Array(line.utf8)
    bytes.replaceSubrange(token.range, with: Array("xyzzy".utf8))
    let text = String(decoding: bytes, as: UTF8.self)
    return exampleParser.parse(SourceText(text)).contains { !$0.diagnostics.isEmpty }
  }

  /// A word with two letters swapped, one left out, one doubled, one changed.
  private func misspellings(of word: String) -> [String] {
    let letters = Array(word.lowercased())
    guard letters.count > 2 else { return [] }
    let middle = letters.count / 2
    var swapped = letters
    swapped.swapAt(middle - 1, middle)
    var short = letters
    short.remove(at: middle)
    var long = letters
    long.insert(letters[middle], at: middle)
    var other = letters
    other[middle] = letters[middle] == "x" ? "y" : "x"
    return [swapped, short, long, other].map { String($0) }.filter { $0 != word.lowercased() }
  }
}
