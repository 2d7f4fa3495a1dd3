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
      for move in clause.all(.move) { moves.append(try MoveSyntax(move)) }
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
  /// Who does it: so many people who are new, or a set.
  package enum Actors: Sendable {
    case new(Int)
    case people(PeopleSyntax)
  }

  /// Who does it.
  package let actors: Actors
  /// What they do.
  package let act: Act
  /// Whether they stop doing it.
  package let isNegated: Bool
  /// To whom.
  package let objects: PeopleSyntax
  /// Its bytes in the source.
  package let range: Range<Int>

  init(_ node: SyntaxNode) throws(SyntaxFault) {
    if node.has("new") {
      actors = .new(try node.wholeNumber(atLeast: 1))
    } else if let handles = node.first(.handles) {
      actors = .people(.handles(handles.handleNames))
    } else if let topic = node.first(.topic) {
      actors = .people(.topic(Name(topic: topic)))
    } else if let bracketed = node.first(.bracketed) {
      actors = .people(try PeopleSyntax(bracketed: bracketed))
    } else {
      throw .unlowered(.move)
    }
    guard let act = node.first(.act).flatMap(Act.init) else { throw .unlowered(.move) }
    self.act = act
    isNegated = node.first(.negation) != nil
    range = node.range
    if let handles = node.first(.objects) {
      objects = .handles(handles.handleNames)
    } else if let of = node.first(.audienceOf) {
      let (people, _) = try PeopleSyntax.speakers(of)
      objects = people.count == 1 ? people[0] : .union(people)
    } else {
      throw .unlowered(.move)
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

extension SyntaxNode {
  /// The date in a clause.
  func date() throws(SyntaxFault) -> DateSyntax {
    guard let leaf = first(.date)?.leaves.first else { throw .unlowered(rule) }
    guard let number = leaf.number else { return DateSyntax(text: leaf.text, range: leaf.range) }
    guard let year = Int(exactly: number) else { throw .notWhole(leaf.range, least: 1) }
    return DateSyntax(text: String(year), range: leaf.range)
  }
}
