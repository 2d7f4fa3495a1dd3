/// `param $topic: topic = yoga`: what a script takes.
package struct ParameterDeclaration: Sendable {
  /// What a parameter can stand for.
  package enum Kind: String, Sendable, CaseIterable {
    case topic, person, set, number, date, duration, text
  }

  /// The name, without the `$`.
  package let name: Name
  /// What it stands for.
  package let kind: Kind
  /// The bytes of its value in the source; nil where it has none.
  package let value: Range<Int>?

  /// A declaration from a node of the rule `param`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let name = node.leaf(.parameter),
      let word = node.first(.parameterKind)?.leaves.first?.text, let kind = Kind(rawValue: word)
    else { throw .unlowered(.param) }
    self.name = Name(name)
    self.kind = kind
    value = node.first(.parameterValue)?.range
  }
}
