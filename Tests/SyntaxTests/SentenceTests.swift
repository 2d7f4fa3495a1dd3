import Diagnostics
import Graph
import Syntax
import TestSupport
import Testing

/// Sentences made from the grammar: what follows its rules is taken, and stays what it is.
@Suite struct SentenceTests {
  private static let names = Graph.spokenNames(
    measures: exampleLexicon.names(of: .measureName),
    functions: exampleLexicon.names(of: .functionName),
    settings: exampleLexicon.names(of: .settingName)
  )

  /// What the rules allow and the language reads in another way, or refuses.
  private enum Exception: CaseIterable {
    /// Names behind a word belong to it: `interested in #yoga or #pop and #hiking` is one list, also
    /// where the rules could end it before `and`.
    case names
    /// A comparison behind `where` belongs to the condition, and leaves none to `expect`.
    case comparison
    /// `load` takes any name, to tell which things there are.
    case things
    /// `from` and `to` of ties stand once, and so does `budget`.
    case twice

    func holds(_ sentence: String, _ code: DiagnosticCode) -> Bool {
      switch self {
      case .names:
        let hasList = sentence.contains("overlap between") || sentence.contains("assuming")
        return code == .mixedJunction || code == .unexpectedWord && hasList
      case .comparison:
        let asks = sentence.contains("expect") && sentence.contains("where")
        return asks && (code == .unfinished || code == .unexpectedWord)
      case .things: return code == .unknownName && sentence.contains("load")
      case .twice:
        let hasPair = sentence.contains("ties over") || sentence.contains("budget")
        return code == .repeatedClause && hasPair
      }
    }
  }

  @Test(arguments: StatementRule.allCases)
  func `a sentence of a statement is taken`(_ statement: StatementRule) throws {
    let rule = try #require(Rule(rawValue: statement.rawValue))
    var maker = SentenceMaker(seed: 5, names: Self.names)
    var refused = 0
    for _ in 0..<150 {
      let sentence = maker.sentence(of: rule)
      let faults = exampleParser.parse(SourceText(sentence)).flatMap(\.diagnostics)
      guard let fault = faults.first else { continue }
      refused += 1
      let isKnown = Exception.allCases.contains { $0.holds(sentence, fault.code) }
      #expect(isKnown, "\(fault.message): \(sentence)")
    }
    #expect(refused <= (statement == .load ? 30 : 6), "\(refused) of 150")
  }

  @Test(arguments: UInt64(1)...4)
  func `a sentence has a normal form of the same tree`(_ seed: UInt64) throws {
    var maker = SentenceMaker(seed: seed, names: Self.names, depthLimit: 12)
    let formatter = ScriptFormatter(lexicon: exampleLexicon)
    var taken = 0
    for _ in 0..<250 {
      let sentence = maker.sentence()
      guard checkHolds(sentence) else { continue }
      taken += 1
      let normal = try formatter.normalForm(of: SourceText(sentence))
      #expect(shapes(of: normal) == shapes(of: sentence), "\(sentence) is \(normal)")
      #expect(try formatter.normalForm(of: SourceText(normal)) == normal, "\(sentence)")
    }
    #expect(taken > 240)
  }

  /// What is made of a sentence with its fixes put in has no more faults than before.
  @Test(arguments: UInt64(1)...4)
  func `fixes do not make it worse`(_ seed: UInt64) {
    var maker = InputMaker(seed: seed, names: Self.names, lines: acceptedLines)
    for _ in 0..<150 {
      let input = maker.input(.mutation)
      let faults = exampleParser.parse(SourceText(input)).flatMap(\.diagnostics)
      guard !faults.isEmpty, faults.allSatisfy({ $0.fix != nil }) else { continue }
      let again = exampleParser.parse(SourceText(mended(input, by: faults))).flatMap(\.diagnostics)
      #expect(again.count <= faults.count, "\(input)")
    }
  }

  @Test(arguments: InputMaker.Kind.allCases)
  func `whatever is typed is taken, or refused with a place inside it`(_ kind: InputMaker.Kind) {
    var maker = InputMaker(seed: 11, names: Self.names, lines: acceptedLines)
    for _ in 0..<(kind == .nest || kind == .long ? 8 : 100) {
      let input = maker.input(kind)
      checkHolds(input)
      let cursor = maker.number(below: input.utf8.count + 1)
      let slots = Completion.slots(in: input, at: cursor, lexicon: exampleLexicon)
      #expect(slots.allSatisfy { (0...cursor).contains($0.start) }, "\(cursor) of \(input)")
    }
  }

  @Test func `what cannot be read is told once, and at most twenty times`() {
    let many = exampleParser.parse(SourceText(String(repeating: "€", count: 500)))
    #expect(many.flatMap(\.diagnostics).count == 20)
    let file = exampleParser.parse(SourceText("run a?b?c.kith")).flatMap(\.diagnostics)
    #expect(file.map(\.fix?.replacement) == ["\"a?b?c.kith\""])
  }

  private func shapes(of text: String) -> [String?] {
    exampleParser.parse(SourceText(text)).map { $0.tree?.shape }
  }
}
