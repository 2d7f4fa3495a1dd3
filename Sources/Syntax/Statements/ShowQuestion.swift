/// Chosen columns for a set of people.
package struct ShowQuestion: Sendable {
  /// The columns.
  package let columns: [MeasureSyntax]
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `show`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    columns = try node.measures()
    clauses = try Clauses(of: node)
  }
}
