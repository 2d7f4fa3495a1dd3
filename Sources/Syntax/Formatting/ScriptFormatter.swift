package import Diagnostics

/// Writes scripts in their normal form, which changes how they look and never what they mean.
///
/// Words of the grammar are in lower case; names, and texts in quotes, keep their letters. One space
/// stands between tokens, none inside brackets, before a comma, or behind a minus that begins a
/// number. Quotes are straight. Each statement has lines of its own; a line that goes on with a
/// statement begins with four spaces, where the author broke it. Comments stay where they are: on
/// their own line, or two spaces behind a statement. At most one line in a row is empty.
package struct ScriptFormatter: Sendable {
  private let lexicon: Lexicon

  /// A formatter that knows these names.
  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The normal form of a script; that of a normal form is the same text.
  ///
  /// Throws all that is wrong with a script that does not parse. Complexity: that of parsing.
  package func normalForm(of source: SourceText) throws(Diagnostics) -> String {
    let outcomes = Parser(lexicon: lexicon).parse(source)
    let faults = outcomes.flatMap(\.diagnostics)
    guard faults.isEmpty else { throw Diagnostics(faults) }
    var lines = ScriptLines()
    var end = 0
    for (statement, outcome) in zip(Lexer.statements(of: source).statements, outcomes) {
      let spelling = Spelling(of: outcome.tree)
      var last: Token?
      for token in statement.tokens.dropLast() {
        let gap = ScriptGap(source.slice(end..<token.range.lowerBound))
        lines.add(gap, isInStatement: last != nil)
        lines.add(
          spelling.text(of: token, in: source),
          isTight: last.map { spelling.isTight($0, token) } ?? true
        )
        end = token.range.upperBound
        last = token
      }
    }
    lines.add(ScriptGap(source.slice(end..<source.text.utf8.count)), isInStatement: false)
    return lines.text
  }
}
