/// A set of people, as it was asked for.
package indirect enum PeopleSyntax: Sendable {
  /// `people`.
  case everyone(Range<Int>)
  /// `those`: the people of the last table.
  case those(Range<Int>)
  /// `#yoga`: the people interested in it.
  case topic(Name)
  /// `interested in #yoga, #pop`: in any of them, or in all.
  case interested(in: [Name], all: Bool)
  /// `@ann, @bob`: these people.
  case handles([Name])
  /// `customers`: a defined set, or a yes/no attribute.
  case named(Name)
  /// `followers of @ann or @bob`, `audience of @ann over mentions`: of any of them, or of all.
  case audience(of: [PeopleSyntax], all: Bool, over: Name?, range: Range<Int>)
  /// `mutuals of @ann`: who follow and are followed.
  case mutuals(of: [PeopleSyntax], all: Bool, over: Name?, range: Range<Int>)
  /// `trusted by @ann within 3 hops`: whom ties lead to, from any of them or from all.
  case towards(TowardsSyntax)
  /// `who do not follow @acme`: whoever acts so.
  case acting(RelativeSyntax)
  case intersection([PeopleSyntax])
  case union([PeopleSyntax])
  /// Everything before the first `but not`, without what stands behind each.
  case difference(PeopleSyntax, [PeopleSyntax])
  /// `(customers where country = "NL")`.
  case filtered(PeopleSyntax, ConditionSyntax)
  /// `(followers of @acme as of 2026-05)`.
  case scoped(PeopleSyntax, ScopeSyntax)
  /// `(top 10 people by reach)`: the people of a ranking.
  case ranking(RankQuestion)
}

/// Whom ties lead to: `trusted by @ann within 3 hops`.
package struct TowardsSyntax: Sendable {
  /// Along which ties.
  package let act: Act
  /// From whom.
  package let sources: [PeopleSyntax]
  /// Whether they must lead there from all of them.
  package let all: Bool
  /// How many ties at most.
  package let hops: Int
  /// Its bytes in the source.
  package let range: Range<Int>

  init(_ node: SyntaxNode) throws(SyntaxFault) {
    guard let of = node.first(.audienceOf) else { throw .unlowered(.towards) }
    act = node.has("trusted") ? .trust : .follow
    (sources, all) = try PeopleSyntax.speakers(of)
    hops = node.leaf(.count) == nil ? 1 : try node.wholeNumber(atLeast: 1)
    range = node.range
  }
}

/// What people do: `who do not follow @acme`.
package struct RelativeSyntax: Sendable {
  /// What they do.
  package let act: Act
  /// Whether it is those who do not.
  package let isNegated: Bool
  /// To whom.
  package let objects: [PeopleSyntax]
  /// Whether to all of them.
  package let all: Bool
  /// Its bytes in the source.
  package let range: Range<Int>

  /// A clause from a node of the rule `relative`, or of another with an act and to whom.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    guard let act = node.first(.act).flatMap(Act.init), let of = node.first(.audienceOf) else {
      throw .unlowered(.relative)
    }
    self.act = act
    isNegated = node.first(.negation) != nil
    (objects, all) = try PeopleSyntax.speakers(of)
    range = node.range
  }
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

  /// A set from a node of the rule `shared`.
  init(shared node: SyntaxNode) throws(SyntaxFault) {
    var wanted: [PeopleSyntax] = []
    var excluded: [PeopleSyntax] = []
    var isExcluding = false
    for part in node.parts {
      switch part {
      case .leaf(let leaf): if leaf.text == "not" { isExcluding = true }
      case .node(let term):
        let set = try PeopleSyntax(term: term)
        if isExcluding { excluded.append(set) } else { wanted.append(set) }
      }
    }
    let base: PeopleSyntax = wanted.count == 1 ? wanted[0] : .union(wanted)
    self = excluded.isEmpty ? base : .difference(base, excluded)
  }

  /// A set from a node of the rule `setTerm`.
  init(term node: SyntaxNode) throws(SyntaxFault) {
    guard let inner = node.first(.base) else { throw .unlowered(.setTerm) }
    let base = try PeopleSyntax(base: inner)
    var parts: [PeopleSyntax] = []
    if case .everyone = base {} else { parts.append(base) }
    for narrowing in node.all(.narrowing) { parts.append(try PeopleSyntax(narrowing: narrowing)) }
    self = parts.isEmpty ? base : parts.count == 1 ? parts[0] : .intersection(parts)
  }

  private init(base node: SyntaxNode) throws(SyntaxFault) {
    if let name = node.leaf(.setName) {
      self = .named(Name(name))
      return
    }
    guard let inner = node.nodes.first else { throw .unlowered(.base) }
    switch inner.rule {
    case .bracketed: self = try PeopleSyntax(bracketed: inner)
    case .everyone: self = .everyone(inner.range)
    case .those: self = .those(inner.range)
    case .audience: self = try PeopleSyntax(audience: inner)
    case .handles: self = .handles(inner.handleNames)
    case .topic: self = .topic(Name(topic: inner))
    default: throw .unlowered(inner.rule)
    }
  }

  private init(narrowing node: SyntaxNode) throws(SyntaxFault) {
    if let topics = node.first(.interested)?.first(.topics) {
      self = try .interested(in: topics.topicNames, all: topics.joinsAll())
    } else if let towards = node.first(.towards) {
      self = .towards(try TowardsSyntax(towards))
    } else if let relatives = node.first(.relatives) {
      var acts: [PeopleSyntax] = []
      for relative in relatives.all(.relative) {
        acts.append(.acting(try RelativeSyntax(relative)))
      }
      guard acts.count > 1 else {
        self = acts[0]
        return
      }
      let isEither = try !relatives.isConjunction() && !relatives.all(.joint).isEmpty
      self = isEither ? .union(acts) : .intersection(acts)
    } else {
      throw .unlowered(.narrowing)
    }
  }

  /// A set from a node of the rule `bracketed`.
  init(bracketed node: SyntaxNode) throws(SyntaxFault) {
    if let ranking = node.first(.top) ?? node.first(.ordered) {
      self = .ranking(try RankQuestion(node: ranking))
      return
    }
    guard let inner = node.first(.people) else { throw .unlowered(.bracketed) }
    self = try PeopleSyntax(people: inner).narrowed(by: node)
  }

  /// The set narrowed by the `where` clause and the scope among the parts of a node.
  func narrowed(by node: SyntaxNode) throws(SyntaxFault) -> PeopleSyntax {
    let clauses = node.all(.whereClause)
    if clauses.count > 1 { throw .repeatedClause(clauses[1].range) }
    let condition = try clauses.first?.condition()
    let set = condition.map { PeopleSyntax.filtered(self, $0) } ?? self
    let scope = try ScopeSyntax(of: node)
    return scope.isWhole ? set : .scoped(set, scope)
  }

  private init(audience node: SyntaxNode) throws(SyntaxFault) {
    guard let of = node.first(.audienceOf) else { throw .unlowered(.audience) }
    let (speakers, all) = try PeopleSyntax.speakers(of)
    let relation = node.leaf(.relationName).map(Name.init)
    self =
      node.has("mutuals")
      ? .mutuals(of: speakers, all: all, over: relation, range: node.range)
      : .audience(of: speakers, all: all, over: relation, range: node.range)
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
    case .those: return ([.those(inner.range)], false)
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
