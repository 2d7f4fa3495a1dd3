import Diagnostics
import Foundation
import Syntax
import TestSupport
import Testing

/// The collection of questions that lies beside the repository; skipped where it does not.
@Suite(
  .enabled(if: QuestionCollection.file != nil, "the collection is not beside the repository")
)
struct SentenceCollectionTests {
  @Test(arguments: QuestionCollection.lines)
  func `a word left out, doubled or moved is taken or refused in its place`(_ line: String) {
    let pieces = pieces(of: line)
    for index in pieces.indices {
      var dropped = pieces
      dropped.remove(at: index)
      checkHolds(dropped.joined(separator: " "))
      var moved = pieces
      moved.swapAt(index, max(0, index - 1))
      checkHolds(moved.joined(separator: " "))
    }
  }

  @Test(arguments: QuestionCollection.lines)
  func `what an accepted line goes on with is among the slots`(_ line: String) {
    let parser = Parser(lexicon: QuestionCollection.lexicon)
    guard parser.parse(SourceText(line)).allSatisfy(\.diagnostics.isEmpty) else { return }
    checkContinuations(of: line, lexicon: QuestionCollection.lexicon)
  }
}

/// Questions of all kinds, `QUESTION :: KIND` a line.
private enum QuestionCollection {
  /// The file, or nil where there is none: `shared/language` beside the repository or further up.
  static let file: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "shared/language/queries.kith")
      if FileManager.default.fileExists(atPath: file.path()) { return file }
    }
    return nil
  }()

  /// The questions.
  static let lines: [String] = {
    guard let file, let data = try? Data(contentsOf: file) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("--") }
      .compactMap { $0.components(separatedBy: " :: ").first }
  }()

  /// The names that the questions use besides those of the examples.
  static let lexicon = Lexicon(
    measures: exampleLexicon.names(of: .measureName) + [
      "klout score", "kred influence", "response rate", "share of voice", "lifetime value",
      "inferred trust", "gaming cost", "change", "uplift", "revenue", "conversions", "expertise",
      "purchases", "sentiment", "mentions made", "posts made", "recency", "interest",
      "reactions received",
    ],
    functions: exampleLexicon.names(of: .functionName),
    settings: exampleLexicon.names(of: .settingName)
  )
}
