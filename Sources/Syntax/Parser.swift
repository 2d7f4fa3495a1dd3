package import Diagnostics

/// Turns text into typed statements, or into diagnostics that say what could stand where.
///
/// Parsing needs no data: whether a bare name is a measure, a set or a column is settled when the
/// statement is bound.
package struct Parser: Sendable {
  /// One statement of a text.
  package struct Outcome: Sendable {
    /// The statement; where the text did not fit, as it would be with the diagnostics' fixes.
    package let statement: Statement?
    /// What is wrong with it; empty when nothing is.
    package let diagnostics: [Diagnostic]
    /// Whether all that is wrong is that it stops too early.
    package let isUnfinished: Bool
    /// Its bytes in the source.
    package let range: Range<Int>
    /// The parameters in it that stand for nothing.
    package let unknownParameters: [Name]
    /// What the language would say for it, where people put it in other words.
    package let advice: Advice?
    /// Its tree; where the text did not fit, as it would be with the diagnostics' fixes.
    package let tree: SyntaxNode?
  }

  /// The names it knows.
  package let lexicon: Lexicon

  /// A parser that knows these names.
  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The statements of a text, in order.
  ///
  /// With `joiningLines`, a statement that is not finished goes on with the next line, as at the
  /// prompt; in a script only a line that begins with white space goes on. Parameters take the
  /// place of `$name` in the statements behind their declarations. `today` is *now*, for advice on words
  /// such as `last month`.
  package func parse(
    _ source: SourceText,
    joiningLines: Bool = false,
    with parameters: Parameters = Parameters(),
    today: (year: Int, month: Int, day: Int)? = nil
  ) -> [Outcome] {
    let (lexed, faults) = Lexer.statements(of: source)
    var parameters = parameters
    var outcomes: [Outcome] = []
    var waiting: [Token] = []
    var start: Int?
    for (index, statement) in lexed.enumerated() {
      if !waiting.isEmpty, statement.tokens.count == 2,
        ["quit", "exit"].contains(statement.tokens[0].literal)
      {
        // Whoever does not know how to go on should be able to leave.
        (waiting, start) = ([], nil)
      }
      let tokens = waiting.isEmpty ? statement.tokens : waiting + statement.tokens
      let range = (start ?? statement.range.lowerBound)..<statement.range.upperBound
      let (applied, unknown) = parameters.applied(to: tokens)
      let advice = Advice(applied, in: source, lexicon: lexicon, today: today)
      let own = faults.overlapping(range)
      let outcome = parse(applied, over: range, unknown, own, advice, in: source)
      let next = index + 1 < lexed.count ? lexed[index + 1] : nil
      if joiningLines, let next, outcome.isUnfinished || goesOn(tokens, in: next, of: source) {
        waiting = Array(tokens.dropLast())
        start = range.lowerBound
      } else {
        waiting = []
        start = nil
        outcomes.append(outcome)
        if case .param(let declaration)? = outcome.statement {
          // What is wrong with a value is said when the declaration runs.
          try? parameters.declare(declaration, value: declaration.value.map(source.slice))
        }
      }
    }
    return outcomes
  }

  /// Whether a whole statement goes on in the next line: nothing ends it, and what follows is no
  /// statement of its own.
  private func goesOn(
    _ tokens: [Token],
    in next: Lexer.Statement,
    of source: SourceText
  ) -> Bool {
    guard let last = tokens.dropLast().last?.range.upperBound,
      !source.slice(last..<next.range.lowerBound).contains(";")
    else { return false }
    func isWhole(_ tokens: [Token]) -> Bool {
      let repair = Repair(tokens, lexicon: lexicon)
      return repair.tree != nil && repair.diagnostics(in: source).isEmpty
    }
    return !isWhole(next.tokens) && isWhole(tokens.dropLast() + next.tokens)
  }

  /// Whether Enter should submit a text: it is complete, or wrong in a way more text cannot mend.
  package func isSubmittable(_ text: String) -> Bool {
    let outcomes = parse(SourceText(text), joiningLines: true)
    return outcomes.last?.isUnfinished != true || text.hasSuffix("\n") || text.hasSuffix(";")
  }

  private func parse(
    _ tokens: [Token],
    over range: Range<Int>,
    _ unknown: [Name],
    _ faults: ArraySlice<LexicalFault>,
    _ advice: Advice,
    in source: SourceText
  ) -> Outcome {
    if !faults.isEmpty {
      return Outcome(
        statement: nil,
        diagnostics: diagnostics(of: faults, in: source),
        isUnfinished: false,
        range: range,
        unknownParameters: unknown,
        advice: nil,
        tree: nil
      )
    }
    let repair = Repair(tokens, lexicon: lexicon)
    var diagnostics = repair.diagnostics(in: source)
    if repair.tree == nil, !repair.isUnfinished, let advised = advice.diagnostic {
      diagnostics = [advised]
    }
    var statement: Statement?
    if let tree = repair.tree {
      do throws(SyntaxFault) {
        statement = try Statement(tree: tree)
        if case .define(var definition)? = statement {
          definition.unknownParameters = unknown
          statement = .define(definition)
        }
      } catch {
        diagnostics.append(error.diagnostic(in: source))
      }
    }
    return Outcome(
      statement: statement,
      diagnostics: diagnostics,
      isUnfinished: repair.isUnfinished,
      range: range,
      unknownParameters: unknown,
      advice: advice,
      tree: repair.tree
    )
  }
}

extension Parser.Outcome {
  /// The names it says, as they are typed: `followers`, `#yoga`, `@ann`.
  package var names: [String] { tree?.names ?? [] }
}

extension SyntaxNode {
  fileprivate var names: [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .node(let node): return node.names
      case .leaf(let leaf):
        switch leaf.terminal {
        case .handle: return ["@" + leaf.text]
        case .hashtag: return ["#" + leaf.text]
        case .measureName, .setName, .relationName, .topicName, .groupName, .functionName:
          return [leaf.text]
        default: return []
        }
      }
    }
  }
}

extension Parser {
  /// The most characters, numbers and quotes of one statement that are told to be unreadable.
  private static let mostFaults = 20

  /// The words for the first of some faults, each once.
  private func diagnostics(
    of faults: ArraySlice<LexicalFault>,
    in source: SourceText
  ) -> [Diagnostic] {
    var told: [Diagnostic] = []
    for fault in faults.prefix(Parser.mostFaults) {
      let next = fault.diagnostic(in: source)
      // Two in one file name have the same fix.
      if next != told.last { told.append(next) }
    }
    return told
  }
}

extension [LexicalFault] {
  /// Those that overlap a range, of faults in the order of their places.
  ///
  /// Complexity: O(log faults).
  fileprivate func overlapping(_ range: Range<Int>) -> ArraySlice<LexicalFault> {
    func position(_ isBefore: (LexicalFault) -> Bool) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = position { $0.range.upperBound <= range.lowerBound }
    let end = position { $0.range.lowerBound < range.upperBound }
    return self[first..<Swift.max(first, end)]
  }
}

extension LexicalFault {
  /// The units that may stand behind a number.
  private static let units: Set = [
    "kb", "mb", "gb", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days",
    "week", "weeks", "month", "months", "year", "years",
  ]

  /// The words for it.
  func diagnostic(in source: SourceText) -> Diagnostic {
    let place = source.place(of: range)
    switch self {
    case .openQuote:
      return Diagnostic(.unreadableText, "a quote is not closed on its line", at: place)
    case .oddNumber(let text, let range):
      let digits = String(text.prefix { $0.isNumber || $0 == "_" || $0 == "." })
      let unit = text.dropFirst(digits.count).lowercased()
      if LexicalFault.units.contains(unit) {
        let words = "\(digits) \(["kb", "mb", "gb"].contains(unit) ? unit.uppercased() : unit)"
        return Diagnostic(
          .unreadableText,
          "a space stands between a number and its unit",
          at: place,
          fix: Diagnostic.Fix(range: range, replacement: words)
        )
      }
      let thousands = text.hasSuffix("k") ? digits + "000" : nil
      return Diagnostic(
        .unreadableText,
        "`\(text)` is not a number; numbers are written 1000 or 1_000",
        at: place,
        fix: thousands.map { Diagnostic.Fix(range: range, replacement: $0) }
      )
    case .strayCharacter(let scalar, let range):
      if let file = source.fileName(around: range) {
        return Diagnostic(
          .unreadableText,
          "file names stand in quotes",
          at: source.place(of: file),
          fix: Diagnostic.Fix(range: file, replacement: "\"\(source.slice(file))\"")
        )
      }
      if scalar.properties.generalCategory == .currencySymbol {
        return Diagnostic(
          .unreadableText,
          "amounts are plain numbers",
          at: place,
          fix: Diagnostic.Fix(range: range, replacement: "")
        )
      }
      let code = String(scalar.value, radix: 16, uppercase: true)
      let shown =
        scalar.properties.isWhitespace || scalar.value < 32
        ? "U+\(code)" : "`\(source.slice(range))`"
      return Diagnostic(.unreadableText, "\(shown) has no meaning here", at: place)
    }
  }
}

extension SourceText {
  /// The run of characters around a stray one, where it looks like the name of a file: letters on
  /// both sides of the last point.
  fileprivate func fileName(around range: Range<Int>) -> Range<Int>? {
    func isInner(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\""),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"):
        false
      default: true
      }
    }
    let bytes = text.utf8
    func byte(_ offset: Int) -> UInt8 { bytes[bytes.index(bytes.startIndex, offsetBy: offset)] }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, range.lowerBound - start < 256, isInner(byte(start - 1)) { start -= 1 }
    while end < bytes.count, end - range.upperBound < 256, isInner(byte(end)) { end += 1 }
    let name = slice(start..<end)
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last, let stem = parts.dropLast().last,
      !stem.isEmpty, (1...10).contains(ending.count), ending.allSatisfy(\.isLetter)
    else { return nil }
    return start..<end
  }
}
