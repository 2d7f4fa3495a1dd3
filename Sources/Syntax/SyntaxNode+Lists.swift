extension SyntaxNode {
  /// The names in a node of the rule `handles`.
  var handleNames: [Name] { leaves.filter { $0.terminal == .handle }.map(Name.init) }

  /// The names in a node of the rule `topics`.
  var topicNames: [Name] { all(.topic).map(Name.init(topic:)) }

  /// The handles in brackets, where there is nothing else in them.
  var soleHandles: SyntaxNode? {
    guard nodes.count == 1, let people = first(.people), people.all(.setTerm).isEmpty,
      let joined = people.first(.joined)
    else { return nil }
    let terms = joined.all(.setTerm)
    guard terms.count == 1, terms[0].all(.narrowing).isEmpty else { return nil }
    return terms[0].first(.base)?.first(.handles)
  }

  /// Whether its parts are joined by `and` rather than `or`; refused where both stand.
  func isConjunction() throws(SyntaxFault) -> Bool {
    let joints = all(.joint)
    let hasAnd = joints.contains { $0.has("and") }
    let hasOr = joints.contains { $0.has("or") }
    guard !(hasAnd && hasOr) else { throw .mixedJunction(parts.map(\.range), joints.map(\.range)) }
    return hasAnd
  }

  /// Whether names are joined by `and` rather than by `or` and commas.
  func joinsAll() throws(SyntaxFault) -> Bool {
    guard !(has("and") && has("or")) else { throw .mixedList(range) }
    return has("and")
  }
}

extension SyntaxNode.Part {
  /// Its bytes in the source.
  var range: Range<Int> {
    switch self {
    case .node(let node): node.range
    case .leaf(let leaf): leaf.range
    }
  }
}
