import Diagnostics
import Foundation
import Syntax
import TestSupport
import Testing

/// The laws of the normal form: it stays, it means the same, and it does not depend on spacing or
/// on the case of the grammar's words.
@Suite struct NormalFormTests {
  private static let gaps = [" ", "  ", "\t", "\u{A0} "]
  private static let breaks = ["\n ", "\n\n\t", " -- why\n  ", "\n-- because\n\n  "]

  private let formatter = ScriptFormatter(lexicon: exampleLexicon)

  @Test(arguments: acceptedLines)
  func `a line means the same in its normal form`(_ line: String) throws {
    try checkNormalForm(of: line)
  }

  @Test(arguments: acceptedLines)
  func `spacing and case do not change the normal form`(_ line: String) throws {
    var random = SeededRandom(seed: UInt64(line.utf8.count))
    let normal = try formatter.normalForm(of: SourceText(line))
    for _ in 0..<5 {
      let mutant = mutated(line, between: Self.gaps, by: &random)
      let found = try formatter.normalForm(of: SourceText(mutant))
      #expect(found.lowercased() == normal.lowercased(), "\(mutant)")
    }
  }

  @Test(arguments: acceptedLines)
  func `broken lines and comments stay`(_ line: String) throws {
    var random = SeededRandom(seed: UInt64(line.utf8.count))
    for _ in 0..<5 {
      let mutant = mutated(line, between: Self.gaps + Self.breaks, by: &random)
      let normal = try checkNormalForm(of: mutant)
      #expect(count("--", in: normal) == count("--", in: mutant), "\(mutant)")
      let broken = normal.split(separator: "\n").dropFirst()
      #expect(broken.allSatisfy { $0.hasPrefix("    ") && !$0.hasPrefix("     ") }, "\(normal)")
    }
  }

  @Test func `whatever is taken means the same in its normal form`() throws {
    var random = SeededRandom(seed: 3)
    let signs = ["-", "- -", "(", ")", ",", "not", "@“a b”", "“a”"]
    var taken = 0
    for line in acceptedLines {
      let pieces = pieces(of: line)
      for index in pieces.indices {
        let sign = signs.randomElement(using: &random) ?? "-"
        let text = (pieces[..<index] + [sign] + pieces[index...]).joined(separator: " ")
        guard exampleParser.parse(SourceText(text)).allSatisfy(\.diagnostics.isEmpty) else {
          continue
        }
        taken += 1
        try checkNormalForm(of: text)
      }
    }
    #expect(taken > 20)
  }

  @Test func `all lines as one script, joined in any way`() throws {
    var random = SeededRandom(seed: 7)
    let joints = ["\n", ";", " ;\t", "\n\n\n", " -- so\n", ";\n  ", "\n--\n", "\n  -- so\n"]
    for _ in 0..<5 {
      let script = acceptedLines.map { $0 + (joints.randomElement(using: &random) ?? "\n") }
      let normal = try checkNormalForm(of: script.joined())
      let statements = normal.split(separator: "\n").filter { line in
        !line.hasPrefix("--") && !line.hasPrefix(" ")
      }
      #expect(statements.count == acceptedLines.count)
    }
  }

  @Test(arguments: ["eight-people", "village"])
  func `the scripts of the examples are in normal form`(_ example: String) throws {
    let file = Tool.checkout.appending(path: "examples/\(example)/load.kith")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(try checkNormalForm(of: text) == text)
  }

  /// Formats a text and checks that it then means the same, and stays.
  @discardableResult
  private func checkNormalForm(of text: String) throws -> String {
    let normal = try formatter.normalForm(of: SourceText(text))
    #expect(meaning(of: normal) == meaning(of: text), "\(text)")
    #expect(try formatter.normalForm(of: SourceText(normal)) == normal, "\(text)")
    return normal
  }

  /// The statements of a text in outline.
  private func meaning(of text: String) -> [String] {
    exampleParser.parse(SourceText(text)).map { outcome in
      outcome.statement.map(outline) ?? "nothing"
    }
  }

  /// A line with other space between its tokens, and other case in its words.
  private func mutated(
    _ line: String,
    between gaps: [String],
    by random: inout SeededRandom
  ) -> String {
    let tight: Set = ["(", ")", ",", "=", "<", ">", "+", "*", "/"]
    let pieces = pieces(of: line)
    var text = ""
    for (index, piece) in pieces.enumerated() {
      let isWord = piece.first?.isLetter == true
      text += isWord && Bool.random(using: &random) ? piece.uppercased() : piece
      guard index + 1 < pieces.count else { break }
      let isLoose = !tight.contains(piece) && !tight.contains(pieces[index + 1])
      if isLoose || Bool.random(using: &random) {
        text += gaps.randomElement(using: &random) ?? " "
      }
    }
    return text
  }

  private func count(_ part: String, in text: String) -> Int {
    text.ranges(of: part).count
  }
}
