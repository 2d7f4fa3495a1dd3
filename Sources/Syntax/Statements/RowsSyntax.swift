/// What the rows of an answer are.
package enum RowsSyntax: Sendable {
  case people(PeopleSyntax)
  /// `topics`.
  case topics
  /// `posts of @ann that mention @acme in #yoga`: those that meet all of it.
  case posts([PostFilter])
  /// `ties over trust from @ann to @bob`.
  case ties(over: Name, from: PeopleSyntax?, to: PeopleSyntax?)

  /// Which posts.
  package enum PostFilter: Sendable {
    case by([PeopleSyntax])
    case that(RelativeSyntax)
    case about([Name], all: Bool)
  }
}

extension RowsSyntax {
  /// The set of people, where the rows are people.
  package var people: PeopleSyntax? {
    if case .people(let people) = self { people } else { nil }
  }

  /// Rows from a node of the rule `subject`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let people = node.first(.people) {
      self = .people(try PeopleSyntax(people: people))
      return
    }
    guard let rows = node.first(.rows) else { throw .unlowered(.subject) }
    if let posts = rows.first(.posts) {
      self = .posts(try PostFilter.all(in: posts))
    } else if let ties = rows.first(.ties) {
      self = try RowsSyntax(ties: ties)
    } else {
      self = .topics
    }
  }

  private init(ties node: SyntaxNode) throws(SyntaxFault) {
    guard let relation = node.leaf(.relationName) else { throw .unlowered(.ties) }
    var ends: [String: PeopleSyntax] = [:]
    var word = ""
    for part in node.parts {
      switch part {
      case .leaf(let leaf): word = leaf.text
      case .node(let of):
        guard ends[word] == nil else { throw .repeatedClause(of.range) }
        let (people, _) = try PeopleSyntax.speakers(of)
        ends[word] = people.count == 1 ? people[0] : .union(people)
      }
    }
    self = .ties(over: Name(relation), from: ends["from"], to: ends["to"])
  }
}

extension RowsSyntax.PostFilter {
  fileprivate static func all(in node: SyntaxNode) throws(SyntaxFault) -> [Self] {
    var filters: [Self] = []
    var word = ""
    var act: SyntaxNode?
    for part in node.parts {
      switch part {
      case .leaf(let leaf): word = leaf.text
      case .node(let inner) where inner.rule == .act: act = inner
      case .node(let inner) where inner.rule == .topics:
        filters.append(try .about(inner.topicNames, all: inner.joinsAll()))
      case .node(let inner):
        guard word == "that", let act else {
          filters.append(try .by(PeopleSyntax.speakers(inner).0))
          continue
        }
        let relative = SyntaxNode(
          rule: .relative,
          parts: [.node(act), .node(inner)],
          range: act.range.lowerBound..<inner.range.upperBound
        )
        filters.append(.that(try RelativeSyntax(relative)))
      }
    }
    return filters
  }
}
