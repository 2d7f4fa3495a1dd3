/// `load THING from "FILE" (ours = theirs, ...)`.
package struct LoadStatement: Sendable {
  /// One entry of the brackets.
  package struct Mapping: Sendable {
    /// The right-hand side.
    package enum Source: Sendable, Hashable {
      case name(String)
      case number(Double)
      case range(Double, Double)
      case text(String)
    }

    /// Our word.
    package let ours: Name
    /// The file's column or value.
    package let theirs: Source
  }

  /// What the rows are: "follows", "people", or the name of a relation.
  package let thing: Name
  /// Whether the thing was said to be a relation of that name.
  package let isNamedRelation: Bool
  /// The file.
  package let file: Name
  /// The brackets.
  package let mappings: [Mapping]

  /// A statement from a node of the rule `load`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let thing = node.first(.loadable), let file = node.leaf(.file) else {
      throw .unlowered(.load)
    }
    isNamedRelation = thing.has("relation")
    self.thing =
      thing.leaf(.name).map(Name.init)
      ?? Name(thing.leaves.first?.text ?? "", range: thing.range)
    self.file = Name(file)
    mappings = (node.first(.mappings)?.all(.mapping) ?? []).compactMap(Mapping.init)
  }
}

extension LoadStatement.Mapping {
  fileprivate init?(_ node: SyntaxNode) {
    let leaves = node.leaves.filter { $0.terminal != nil }
    guard let ours = leaves.first else { return nil }
    self.ours = Name(ours.text.lowercased(), range: node.range)
    let ends = node.all(.scaleEnd).compactMap { end in
      end.leaf(.number)?.number.map { end.has("-") ? -$0 : $0 }
    }
    if ends.count == 2 {
      self.theirs = .range(ends[0], ends[1])
      return
    }
    guard let theirs = leaves.dropFirst().first else { return nil }
    if let number = theirs.number {
      self.theirs = .number(number)
    } else {
      self.theirs = theirs.isQuoted ? .text(theirs.text) : .name(theirs.text)
    }
  }
}
