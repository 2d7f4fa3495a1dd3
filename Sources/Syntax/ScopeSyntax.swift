/// The part of the graph a question is about, as it was asked for.
package struct ScopeSyntax: Sendable {
  /// A period.
  package enum Period: Sendable {
    /// `in 2026-03`.
    case whole(DateSyntax)
    /// `in the last 90 days`.
    case last(DurationSyntax, range: Range<Int>)
  }

  /// `since D`: from the first moment of it.
  package var since: DateSyntax?
  /// `until D`: to the last moment of it.
  package var until: DateSyntax?
  /// `as of D`: as it was at the end of it.
  package var moment: DateSyntax?
  /// `in 2026-03`, `in the last 90 days`.
  package var period: Period?
  /// `without SET`: as if they were not there.
  package var absent: PeopleSyntax?
  /// `assuming MOVES`.
  package var moves: [MoveSyntax] = []

  /// The whole graph.
  package init() {}

  /// The scope among the parts of a node, each part of it once.
  init(of node: SyntaxNode) throws(SyntaxFault) {
    var seen: Set<Rule> = []
    for part in node.all(.scope) {
      guard let inner = part.nodes.first else { throw .unlowered(.scope) }
      guard seen.insert(inner.rule).inserted else { throw .repeatedClause(inner.range) }
      try take(inner)
    }
  }

  /// Takes what one clause says.
  mutating func take(_ clause: SyntaxNode) throws(SyntaxFault) {
    switch clause.rule {
    case .sinceClause: since = try clause.date()
    case .untilClause: until = try clause.date()
    case .momentClause: moment = try clause.date()
    case .periodClause:
      if clause.has("last") {
        let duration = clause.first(.duration) ?? clause
        period = .last(try DurationSyntax(duration), range: clause.range)
      } else {
        period = .whole(try clause.date())
      }
    case .withoutClause:
      guard let set = clause.first(.setTerm) else { throw .unlowered(clause.rule) }
      absent = try PeopleSyntax(term: set)
    case .assumingClause:
      for move in clause.all(.move) { moves += try MoveSyntax.moves(of: move) }
    default: throw .unlowered(clause.rule)
    }
  }

  /// Whether it narrows nothing.
  package var isWhole: Bool {
    since == nil && until == nil && moment == nil && period == nil && absent == nil && moves.isEmpty
  }
}

/// A day, a month or a year, as it was typed.
package struct DateSyntax: Sendable {
  /// As it was typed: `2026-01-31`, `2026-01`, `2026`.
  package let text: String
  /// Its bytes in the source.
  package let range: Range<Int>
}

/// A length of time, as it was typed.
package struct DurationSyntax: Sendable, Hashable {
  /// A unit of time.
  package enum Unit: String, Sendable, CaseIterable {
    case hour, day, week, month, year
  }

  /// How many.
  package let count: Double
  /// Of which unit.
  package let unit: Unit

  /// So many of a unit.
  package init(_ count: Double, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// A duration from a node of the rule `duration`, or from one with a `durationUnit`, which is one.
  ///
  /// A parameter stands for a day: what it is will be said before it counts.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    if node.leaf(.parameter) != nil {
      self.init(1, .day)
      return
    }
    guard let word = node.first(.durationUnit)?.leaves.first?.text,
      let unit = Unit(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word)
    else { throw .unlowered(.duration) }
    self.init(node.leaf(.number)?.number ?? 1, unit)
  }
}

/// What people are imagined to do, as it was asked for.
package struct MoveSyntax: Sendable {
  /// Who does it.
  package enum Movers: Sendable {
    /// So many people who are new, interested in some topics.
    case new(Int, interestedIn: [Name])
    /// The new people of the move before.
    case they
    case people(PeopleSyntax)
  }

  /// To whom it is done.
  package enum Moved: Sendable {
    /// The new people of the move before.
    case them
    case people(PeopleSyntax)
  }

  /// Who does it.
  package let movers: Movers
  /// What they do.
  package let act: Act
  /// Whether they stop doing it.
  package let isNegated: Bool
  /// To whom.
  package let moved: Moved
  /// How much somebody is trusted or distrusted, where that is said.
  package let weight: Double?
  /// How often, where that is said.
  package let times: Int?
  /// Its bytes in the source.
  package let range: Range<Int>

  /// The move of a node of the rule `move`, and those that begin among its objects.
  static func moves(of node: SyntaxNode) throws(SyntaxFault) -> [MoveSyntax] {
    guard let mover = node.first(.mover) else { throw .unlowered(.move) }
    return try moves(by: Movers(mover), node)
  }

  private static func moves(
    by movers: Movers,
    _ node: SyntaxNode
  ) throws(SyntaxFault) -> [MoveSyntax] {
    guard let doing = node.first(.doing), let moved = doing.first(.moved) else {
      throw .unlowered(.doing)
    }
    let (objects, next) = moved.first(.objects)?.listed ?? ([], nil)
    let to = objects.isEmpty ? try Moved(moved) : .people(.handles(objects))
    let move = try MoveSyntax(movers, doing, to, node.range)
    guard let next, let handle = next.leaf(.handle) else { return [move] }
    let others = try moves(by: .people(.handles([Name(handle)])), next)
    return [move] + others
  }

  private init(
    _ movers: Movers,
    _ doing: SyntaxNode,
    _ moved: Moved,
    _ range: Range<Int>
  ) throws(SyntaxFault) {
    guard let act = doing.first(.deed).flatMap(Act.init(deed:)) else { throw .unlowered(.doing) }
    self.movers = movers
    self.moved = moved
    self.act = act
    isNegated = doing.first(.denial) != nil
    weight = doing.leaf(.number)?.number
    times = doing.has("times") ? try doing.wholeNumber(atLeast: 1) : nil
    self.range = range
  }
}

extension SyntaxNode {
  /// The handles of a node of the rule `objects`, and the move that begins behind them.
  fileprivate var listed: (names: [Name], next: SyntaxNode?) {
    let own = leaf(.handle).map { [Name($0)] } ?? []
    guard let rest = first(.objects)?.listed else { return (own, first(.nextMove)) }
    return (own + rest.names, rest.next)
  }
}

extension MoveSyntax.Movers {
  fileprivate init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let new = node.first(.newcomers) {
      let topics = new.first(.topics)?.topicNames ?? []
      self = .new(try new.wholeNumber(atLeast: 1), interestedIn: topics)
    } else if let handles = node.first(.handles) {
      self = .people(.handles(handles.handleNames))
    } else if let topic = node.first(.topic) {
      self = .people(.topic(Name(topic: topic)))
    } else if let bracketed = node.first(.bracketed) {
      self = .people(try PeopleSyntax(bracketed: bracketed))
    } else if node.has("they") {
      self = .they
    } else {
      throw .unlowered(.mover)
    }
  }
}

extension MoveSyntax.Moved {
  fileprivate init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let of = node.first(.audienceOf) {
      let (people, _) = try PeopleSyntax.speakers(of)
      self = .people(people.count == 1 ? people[0] : .union(people))
    } else if node.has("them") {
      self = .them
    } else {
      throw .unlowered(.moved)
    }
  }
}

/// What one person does to another.
package enum Act: String, Sendable, CaseIterable {
  case follow
  case mention
  case reply = "reply to"
  case share
  case like
  case quote
  case trust
  case distrust

  /// An act from a node of the rule `act`.
  init?(_ node: SyntaxNode) {
    self.init(rawValue: node.leaves.map(\.text).joined(separator: " "))
  }
}

extension Act {
  /// An act from a node of the rule `deed`.
  fileprivate init?(deed node: SyntaxNode) {
    if let act = node.first(.act) {
      self.init(act)
      return
    }
    let words = node.leaves.map(\.text).joined(separator: " ")
    guard let act = Act.allCases.first(where: { $0.ofOne == words }) else { return nil }
    self = act
  }

  /// What one person does: "follows".
  package var ofOne: String { self == .reply ? "replies to" : rawValue + "s" }
}

extension SyntaxNode {
  /// The date in a clause.
  func date() throws(SyntaxFault) -> DateSyntax {
    guard let leaf = first(.date)?.leaves.first else { throw .unlowered(rule) }
    guard let number = leaf.number else { return DateSyntax(text: leaf.text, range: leaf.range) }
    guard let year = Int(exactly: number) else { throw .notWhole(leaf.range, least: 1) }
    return DateSyntax(text: String(year), range: leaf.range)
  }
}
