/// A name and what it stands for.
package struct Definition: Sendable {
  /// What a name can stand for.
  ///
  /// A bare name is taken for a set until it is used.
  package enum Meaning: Sendable {
    case people(PeopleSyntax)
    case measure(MeasureSyntax)
  }

  /// The name.
  package let name: Name
  /// What it stands for.
  package let meaning: Meaning
  /// The bytes of the meaning in the source.
  package let range: Range<Int>

  /// A definition from a node of the rule `define`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let leaf = node.leaf(.name) else { throw .unlowered(.define) }
    name = Name(leaf)
    if let measure = node.first(.measure) {
      meaning = .measure(try MeasureSyntax(measure))
      range = measure.range
    } else if let set = node.first(.people) {
      let clause = node.first(.whereClause)
      meaning = .people(try PeopleSyntax(people: set).filtered(by: clause))
      range = set.range.lowerBound..<(clause ?? set).range.upperBound
    } else {
      throw .unlowered(.define)
    }
  }
}
