/// People by a measure: `top 10 customers by reach`, `followers for @ann`, `people by followers`.
package struct RankQuestion: Sendable {
  /// Which end of the ranking, and how many.
  package struct Selection: Sendable, Hashable {
    /// How many rows to keep.
    package let count: Int
    /// Whether from the bottom.
    package let isFromBottom: Bool
  }

  /// `top N` or `bottom N`; nil ranks all.
  package let selection: Selection?
  /// The people before `by`; nil means everybody.
  package let subject: PeopleSyntax?
  /// The measures; the first one ranks.
  package let measures: [MeasureSyntax]
  /// The clauses.
  package let clauses: Clauses

  /// A question from its parts.
  package init(
    selection: Selection? = nil,
    subject: PeopleSyntax? = nil,
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
    if let people = node.first(.people) {
      subject = try PeopleSyntax(people: people)
    } else {
      subject = nil
    }
    measures = try node.measures()
    clauses = try Clauses(of: node)
  }
}
