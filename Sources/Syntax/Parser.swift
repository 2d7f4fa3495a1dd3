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
    /// Its tree; where the text did not fit, as it would be with the diagnostics' fixes.
    let tree: SyntaxNode?
  }

  private let lexicon: Lexicon

  /// A parser that knows these names.
  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The statements of a text, in order.
  ///
  /// With `joiningLines`, a statement that is not finished goes on with the next line, as at the
  /// prompt; in a script only a line that begins with white space goes on. Parameters take the
  /// place of `$name` in the statements behind their declarations.
  package func parse(
    _ source: SourceText,
    joiningLines: Bool = false,
    with parameters: Parameters = Parameters()
  ) -> [Outcome] {
    let (lexed, faults) = Lexer.statements(of: source)
    var parameters = parameters
    var outcomes: [Outcome] = []
    var waiting: [Token] = []
    var start: Int?
    for (index, statement) in lexed.enumerated() {
      let tokens = waiting + statement.tokens
      let range = (start ?? statement.range.lowerBound)..<statement.range.upperBound
      let (applied, unknown) = parameters.applied(to: tokens)
      let outcome = parse(applied, over: range, unknown, faults: faults, in: source)
      if joiningLines, outcome.isUnfinished, index + 1 < lexed.count {
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

  /// Whether Enter should submit a text: it is complete, or wrong in a way more text cannot mend.
  package func isSubmittable(_ text: String) -> Bool {
    let outcomes = parse(SourceText(text), joiningLines: true)
    return outcomes.last?.isUnfinished != true || text.hasSuffix("\n") || text.hasSuffix(";")
  }

  private func parse(
    _ tokens: [Token],
    over range: Range<Int>,
    _ unknown: [Name],
    faults: [LexicalFault],
    in source: SourceText
  ) -> Outcome {
    let own = faults.filter { range.overlaps($0.range) }
    if !own.isEmpty {
      let diagnostics = own.map { $0.diagnostic(in: source) }
      return Outcome(
        statement: nil,
        diagnostics: diagnostics,
        isUnfinished: false,
        range: range,
        unknownParameters: unknown,
        tree: nil
      )
    }
    let repair = Repair(tokens, lexicon: lexicon)
    var diagnostics = repair.diagnostics(in: source)
    var statement: Statement?
    if let tree = repair.tree {
      do throws(SyntaxFault) {
        statement = try Statement(tree: tree)
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
      tree: repair.tree
    )
  }
}

extension LexicalFault {
  /// The words for it.
  func diagnostic(in source: SourceText) -> Diagnostic {
    let place = source.place(of: range)
    switch self {
    case .openQuote:
      return Diagnostic(.unreadableText, "a quote is not closed on its line", at: place)
    case .oddNumber(let text, let range):
      let digits = String(text.prefix { $0.isNumber || $0 == "_" || $0 == "." })
      let thousands = text.hasSuffix("k") ? digits + "000" : nil
      return Diagnostic(
        .unreadableText,
        "`\(text)` is not a number; numbers are written 1000 or 1_000",
        at: place,
        fix: thousands.map { Diagnostic.Fix(range: range, replacement: $0) }
      )
    case .strayCharacter(let scalar, _):
      let code = String(scalar.value, radix: 16, uppercase: true)
      let shown = scalar.properties.isWhitespace || scalar.value < 32 ? "U+\(code)" : "`\(scalar)`"
      return Diagnostic(.unreadableText, "\(shown) has no meaning here", at: place)
    }
  }
}
