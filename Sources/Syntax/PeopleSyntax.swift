/// A set of people, as it was asked for.
package indirect enum PeopleSyntax: Sendable {
  /// `people`.
  case everyone(Range<Int>)
  /// `#yoga`: the people interested in it.
  case topic(Name)
  /// `people interested in #yoga, #pop`: in any of them, or in all.
  case interested(in: [Name], all: Bool)
  /// `@ann, @bob`: these people.
  case handles([Name])
  /// `customers`: a defined set, or a yes/no attribute.
  case named(Name)
  /// `followers of @ann or @bob`, `audience of @ann over mentions`: of any of them, or of all.
  case audience(of: [PeopleSyntax], all: Bool, over: Name?, range: Range<Int>)
  case intersection([PeopleSyntax])
  case union([PeopleSyntax])
  /// Everything before the first `but not`, without what stands behind each.
  case difference(PeopleSyntax, [PeopleSyntax])
  /// `(customers where country = "NL")`.
  case filtered(PeopleSyntax, ConditionSyntax)
  /// `(top 10 people by reach)`: the people of a ranking.
  case ranking(RankQuestion)
}

extension PeopleSyntax {
  /// A set from a node of the rule `people`.
  init(people node: SyntaxNode) throws(SyntaxFault) {
    guard let joined = node.first(.joined) else { throw .unlowered(.people) }
    let base = try PeopleSyntax(joined: joined)
    var excluded: [PeopleSyntax] = []
    for term in node.all(.setTerm) { excluded.append(try PeopleSyntax(term: term)) }
    self = excluded.isEmpty ? base : .difference(base, excluded)
  }

  private init(joined node: SyntaxNode) throws(SyntaxFault) {
    var terms: [PeopleSyntax] = []
    for term in node.all(.setTerm) { terms.append(try PeopleSyntax(term: term)) }
    guard terms.count > 1 else {
      self = terms[0]
      return
    }
    self = try node.isConjunction() ? .intersection(terms) : .union(terms)
  }

  /// A set from a node of the rule `setTerm`.
  init(term node: SyntaxNode) throws(SyntaxFault) {
    if let name = node.leaf(.setName) {
      self = .named(Name(name))
      return
    }
    guard let inner = node.nodes.first else { throw .unlowered(.setTerm) }
    switch inner.rule {
    case .bracketed: self = try PeopleSyntax(bracketed: inner)
    case .everyone:
      guard let topics = inner.first(.topics) else {
        self = .everyone(inner.range)
        return
      }
      self = try .interested(in: topics.all(.topic).map(Name.init(topic:)), all: topics.joinsAll())
    case .audience: self = try PeopleSyntax(audience: inner)
    case .handles: self = .handles(inner.handleNames)
    case .topic: self = .topic(Name(topic: inner))
    default: throw .unlowered(inner.rule)
    }
  }

  init(bracketed node: SyntaxNode) throws(SyntaxFault) {
    if let top = node.first(.top) {
      self = .ranking(try RankQuestion(node: top))
      return
    }
    guard let inner = node.first(.people) else { throw .unlowered(.bracketed) }
    self = try PeopleSyntax(people: inner).filtered(by: node.first(.whereClause))
  }

  /// The set narrowed by a `where` clause behind it, if there is one.
  func filtered(by clause: SyntaxNode?) throws(SyntaxFault) -> PeopleSyntax {
    guard let condition = clause?.first(.condition) else { return self }
    return .filtered(self, try ConditionSyntax(condition))
  }

  private init(audience node: SyntaxNode) throws(SyntaxFault) {
    guard let of = node.first(.audienceOf) else { throw .unlowered(.audience) }
    let (speakers, all) = try PeopleSyntax.speakers(of)
    self = .audience(
      of: speakers,
      all: all,
      over: node.leaf(.relationName).map(Name.init),
      range: node.range
    )
  }

  /// The sets after `of`: each name its own, so that "all" means each of them.
  static func speakers(_ node: SyntaxNode) throws(SyntaxFault) -> ([PeopleSyntax], all: Bool) {
    if let name = node.leaf(.setName) { return ([.named(Name(name))], false) }
    guard let inner = node.nodes.first else { throw .unlowered(.audienceOf) }
    switch inner.rule {
    case .handles:
      return (inner.handleNames.map { .handles([$0]) }, try inner.joinsAll())
    case .bracketed:
      if let handles = inner.soleHandles {
        return (handles.handleNames.map { .handles([$0]) }, try handles.joinsAll())
      }
      return ([try PeopleSyntax(bracketed: inner)], false)
    case .topic: return ([.topic(Name(topic: inner))], false)
    default: throw .unlowered(inner.rule)
    }
  }
}

extension Name {
  /// The name in a node of the rule `topic`.
  init(topic node: SyntaxNode) {
    let leaf = node.leaf(.hashtag) ?? node.leaf(.topicName)
    self.init(leaf?.text ?? "", range: node.range)
  }
}

extension SyntaxNode {
  /// The names in a node of the rule `handles`.
  var handleNames: [Name] { leaves.filter { $0.terminal == .handle }.map(Name.init) }

  /// The handles in brackets, where there is nothing else in them.
  fileprivate var soleHandles: SyntaxNode? {
    guard first(.whereClause) == nil, let people = first(.people), people.all(.setTerm).isEmpty,
      let joined = people.first(.joined)
    else { return nil }
    let terms = joined.all(.setTerm)
    return terms.count == 1 ? terms[0].first(.handles) : nil
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
