/// The terminal lines are read from.
package struct LineTerminal: Sendable, Hashable {
  /// The descriptor keys come from.
  package let input: Int32
  /// The descriptor the screen is drawn through.
  package let output: Int32
  /// The kind of terminal, as `TERM` says it; nil where nothing does.
  package let kind: String?

  /// A terminal by its descriptors and kind.
  package init(input: Int32 = 0, output: Int32 = 1, kind: String?) {
    self.input = input
    self.output = output
    self.kind = kind
  }

  /// Whether lines can be edited on it: both ends are terminals and it can move its cursor.
  package var canEdit: Bool {
    guard let kind, !["", "dumb", "unknown"].contains(kind) else { return false }
    return TerminalShape.isTerminal(input) && TerminalShape.isTerminal(output)
  }
}
