/// Rows by a measure: `top 10 customers by reach`, `followers for @ann`, `people by followers`.
package struct RankQuestion: Sendable {
  /// Which end of the ranking, and how many.
  package struct Selection: Sendable, Hashable {
    /// How many rows to keep.
    package let count: Int
    /// Whether from the bottom.
    package let isFromBottom: Bool

    /// So many from one end.
    package init(count: Int, isFromBottom: Bool) {
      self.count = count
      self.isFromBottom = isFromBottom
    }
  }

  /// `top N` or `bottom N`; nil ranks all.
  package let selection: Selection?
  /// The rows before `by`; nil means everybody.
  package let subject: RowsSyntax?
  /// The measures; the first one ranks.
  package let measures: [MeasureSyntax]
  /// The clauses.
  package let clauses: Clauses

  /// A question from its parts.
  package init(
    selection: Selection? = nil,
    subject: RowsSyntax? = nil,
    measures: [MeasureSyntax],
    clauses: Clauses
  ) {
    self.selection = selection
    self.subject = subject
    self.measures = measures
    self.clauses = clauses
  }

  /// A question from a node of the rules `rank`, `top` or `ordered`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    if node.rule == .top {
      let count = try node.wholeNumber(atLeast: 1)
      selection = Selection(count: count, isFromBottom: node.has("bottom"))
    } else {
      selection = nil
    }
    if let rows = node.first(.subject) {
      subject = try RowsSyntax(rows)
    } else {
      subject = nil
    }
    measures = try node.measures()
    clauses = try Clauses(of: node)
  }
}
