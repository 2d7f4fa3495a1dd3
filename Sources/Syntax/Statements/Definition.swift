/// A name and what it stands for.
package struct Definition: Sendable {
  /// What a name can stand for.
  ///
  /// A bare name is taken for a set until it is used.
  package enum Meaning: Sendable {
    case people(PeopleSyntax)
    case measure(MeasureSyntax)
    /// Several measures.
    case list([MeasureSyntax])
  }

  /// The name.
  package let name: Name
  /// What it stands for.
  package let meaning: Meaning
  /// The bytes of the meaning in the source.
  package let range: Range<Int>
  /// The parameters in it that stand for nothing yet.
  package var unknownParameters: [Name] = []

  /// A definition from a node of the rule `define`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let leaf = node.leaf(.name) else { throw .unlowered(.define) }
    name = Name(leaf)
    if let list = node.first(.measures) {
      let measures = try node.measures()
      meaning = measures.count == 1 ? .measure(measures[0]) : .list(measures)
      range = list.range
    } else if let set = node.first(.people), let last = node.nodes.last {
      meaning = .people(try PeopleSyntax(people: set).narrowed(by: node))
      range = set.range.lowerBound..<last.range.upperBound
    } else {
      throw .unlowered(.define)
    }
  }
}
