/// One number for many people: `average followers per country`.
package struct AggregateQuestion: Sendable {
  /// How many numbers become one.
  package enum Aggregator: String, Sendable, CaseIterable {
    case average, median, total, minimum, maximum
  }

  /// One column of the answer.
  package struct Term: Sendable {
    /// How many numbers become one.
    package let aggregator: Aggregator
    /// The numbers.
    package let measure: MeasureSyntax
  }

  /// The columns.
  package let terms: [Term]
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `aggregate`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    var terms: [Term] = []
    for part in node.all(.aggregated) {
      guard let word = part.first(.aggregator)?.leaves.first?.text,
        let aggregator = Aggregator(rawValue: word),
        let inner = part.nodes.last
      else { throw .unlowered(.aggregated) }
      terms.append(Term(aggregator: aggregator, measure: try MeasureSyntax(inner)))
    }
    self.terms = terms
    clauses = try Clauses(of: node)
  }
}
