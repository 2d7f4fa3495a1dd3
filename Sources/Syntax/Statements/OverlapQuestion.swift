/// How much sets of people share.
package struct OverlapQuestion: Sendable {
  /// The sets.
  package let sets: [PeopleSyntax]
  /// The clauses.
  package let clauses: Clauses
  /// The bytes of the sets in the source.
  package let range: Range<Int>

  /// A question from a node of the rule `overlap`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    var sets: [PeopleSyntax] = []
    let nodes = node.all(.shared)
    for set in nodes { sets.append(try PeopleSyntax(shared: set)) }
    self.sets = sets
    clauses = try Clauses(of: node)
    range = (nodes.first ?? node).range.lowerBound..<(nodes.last ?? node).range.upperBound
  }
}

/// The chain of ties from one person to another.
package struct PathQuestion: Sendable {
  /// Where it begins.
  package let from: Name
  /// Where it ends.
  package let to: Name
  /// Over which ties; nil for follows.
  package let relation: Name?
  /// How many ties at most.
  package let hops: Int?
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `path`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    let ends = node.handleNames
    guard ends.count == 2 else { throw .unlowered(.path) }
    (from, to) = (ends[0], ends[1])
    relation = node.leaf(.relationName).map(Name.init)
    hops = node.leaf(.count) == nil ? nil : try node.wholeNumber(atLeast: 1)
    clauses = try Clauses(of: node)
  }
}
