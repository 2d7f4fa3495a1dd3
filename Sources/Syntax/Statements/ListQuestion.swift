/// The people of a set, or how many they are.
package struct ListQuestion: Sendable {
  /// The set.
  package let people: PeopleSyntax
  /// The clauses.
  package let clauses: Clauses

  /// A question from its parts.
  package init(people: PeopleSyntax, clauses: Clauses = Clauses()) {
    self.people = people
    self.clauses = clauses
  }

  /// A question from a node of the rules `list` or `count`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let people = node.first(.people) else { throw .unlowered(node.rule) }
    self.people = try PeopleSyntax(people: people)
    clauses = try Clauses(of: node)
  }
}
