/// The rows of a set, or how many they are.
package struct ListQuestion: Sendable {
  /// What the rows are; nil for everybody, in `count per country`.
  package let rows: RowsSyntax?
  /// The clauses.
  package let clauses: Clauses

  /// A question from its parts.
  package init(rows: RowsSyntax?, clauses: Clauses = Clauses()) {
    self.rows = rows
    self.clauses = clauses
  }

  /// A question from a node of the rules `list` or `count`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    if let subject = node.first(.subject) {
      rows = try RowsSyntax(subject)
    } else {
      rows = nil
    }
    clauses = try Clauses(of: node)
  }
}
