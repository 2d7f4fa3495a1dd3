import Diagnostics
import Syntax
import Testing

/// What a text should come to.
enum Expected {
  /// These tokens, as `spelled` writes them: ` · ` between tokens, ` ;; ` between statements.
  case tokens(String)
  /// One statement that reads like this in outline.
  case outline(String)
  /// Refused first with this code, in words that contain these parts.
  case refused(DiagnosticCode, _ parts: [String] = [])
  /// Refused with fixes that make it this text.
  case mended(String)
}

/// Reads a text and checks what comes of it.
func check(
  _ text: String,
  expect: Expected,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let source = SourceText(text)
  switch expect {
  case .tokens(let wanted):
    let found = Lexer.statements(of: source).statements.map { statement in
      statement.tokens.dropLast().map(spelled).joined(separator: " · ")
    }
    #expect(found.joined(separator: " ;; ") == wanted, sourceLocation: sourceLocation)
  case .outline(let wanted):
    let outcomes = exampleParser.parse(source)
    #expect(outcomes.flatMap(\.diagnostics).map(\.message) == [], sourceLocation: sourceLocation)
    let found = outcomes.compactMap { $0.statement.map(outline) }
    #expect(found == [wanted], sourceLocation: sourceLocation)
  case .refused(let code, let parts):
    let found = exampleParser.parse(source).flatMap(\.diagnostics)
    #expect(found.first?.code == code, "\(found)", sourceLocation: sourceLocation)
    let words = found.map(allWords).joined(separator: "\n")
    for part in parts {
      #expect(words.contains(part), "\(part) in \(words)", sourceLocation: sourceLocation)
    }
  case .mended(let wanted):
    let found = exampleParser.parse(source).flatMap(\.diagnostics)
    #expect(mended(text, by: found) == wanted, "\(found)", sourceLocation: sourceLocation)
  }
}

/// A parser that knows the names the grammar's examples use.
let exampleParser = Parser(lexicon: exampleLexicon)

/// A token on one line: its kind where that is not plain, and what it says.
func spelled(_ token: Token) -> String {
  switch token.kind {
  case .word, .sign: token.text
  case .number(let number, let isPercentage): "number \(number)" + (isPercentage ? " %" : "")
  case .date: "date \(token.text)"
  case .text(let isClosed): "\(isClosed ? "text" : "open text") \(token.text)"
  case .handle: "handle \(token.text)"
  case .hashtag: "hashtag \(token.text)"
  case .parameter: "parameter \(token.text)"
  case .end: "end"
  }
}

/// All the words of a diagnostic.
func allWords(_ diagnostic: Diagnostic) -> String {
  let fix = diagnostic.fix.map { ["fix: \($0.replacement)"] } ?? []
  return ([diagnostic.message] + fix + diagnostic.choices + diagnostic.notes)
    .joined(separator: "\n")
}

/// A text with the fixes of diagnostics put in, from the last to the first.
func mended(_ text: String, by diagnostics: [Diagnostic]) -> String {
  var bytes = Array(text.utf8)
  let fixes = diagnostics.compactMap(\.fix).sorted { $0.range.lowerBound > $1.range.lowerBound }
  for fix in fixes { bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8)) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Reads a text that may be anything: it is taken, or refused with a place inside it.
///
/// Returns whether it was taken.
@discardableResult
func checkHolds(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Bool {
  let source = SourceText(text)
  let lines = source.line(of: text.utf8.count)
  var isTaken = true
  for outcome in exampleParser.parse(source) {
    let isWhole = outcome.statement != nil || !outcome.diagnostics.isEmpty
    #expect(isWhole, "neither taken nor refused: \(text)", sourceLocation: sourceLocation)
    if !outcome.diagnostics.isEmpty { isTaken = false }
    for diagnostic in outcome.diagnostics {
      let isInside =
        diagnostic.place.map { place in
          let width = (place.excerpt ?? "").count
          return (1...max(1, lines)).contains(place.line)
            && (1...text.count + 1).contains(place.column) && place.marked.upperBound <= width
        } ?? false
      #expect(isInside, "\(diagnostic) for \(text)", sourceLocation: sourceLocation)
      #expect(!diagnostic.message.isEmpty, sourceLocation: sourceLocation)
      if let fix = diagnostic.fix {
        let isIn = fix.range.upperBound <= text.utf8.count
        #expect(isIn, "\(fix) for \(text)", sourceLocation: sourceLocation)
      }
    }
  }
  return isTaken
}
