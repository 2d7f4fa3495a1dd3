/// What an answer is expected to be.
package struct ExpectStatement: Sendable {
  /// What is asked of the answer.
  package enum Expected: Sendable {
    /// The number in its one row: `= 4 within 0.1`.
    case number(ConditionSyntax.Comparator, Double, tolerance: Double?)
    /// How many rows it has.
    case rows(ConditionSyntax.Comparator, Double)
    /// Its people, in order.
    case people([Name])
  }

  /// The question.
  package let question: Statement
  /// What is asked of the answer.
  package let expected: Expected
  /// The bytes of what is expected in the source.
  package let range: Range<Int>

  /// A statement from a node of the rule `expect`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    let asked = node.first(.listed) ?? node
    guard let inner = asked.nodes.first, let last = asked.nodes.last else {
      throw .unlowered(.expect)
    }
    question = try Statement(inner)
    range = last.range
    if last.rule == .handles {
      expected = .people(last.handleNames)
      return
    }
    guard let sign = last.first(.comparator)?.leaves.first,
      let comparator = ConditionSyntax.Comparator(rawValue: sign.text),
      let number = last.leaf(.number)?.number
    else { throw .unlowered(.shouldBe) }
    let value = last.has("-") ? -number : number
    let tolerance = last.leaves.filter { $0.terminal == .number }.dropFirst().first?.number
    expected =
      node.has("rows") ? .rows(comparator, value) : .number(comparator, value, tolerance: tolerance)
  }
}
