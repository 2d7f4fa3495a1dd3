import Diagnostics

/// `load THING from "FILE" (ours = theirs, ...)`, or `load "FOLDER"`.
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

  /// What the rows are: "follows", "mentions", or the name of a relation; nil for a folder.
  package let thing: Name?
  /// Whether the thing was said to be a relation of that name.
  package let isNamedRelation: Bool
  /// The file, or the folder.
  package let file: Name
  /// The brackets.
  package let mappings: [Mapping]
  /// The bytes of the statement.
  package let range: Range<Int>

  /// A statement from a node of the rule `load`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let file = node.leaf(.file) else { throw .unlowered(.load) }
    let loadable = node.first(.loadable)
    isNamedRelation = loadable?.has("relation") == true
    if let loadable {
      thing = try LoadStatement.thing(loadable, in: node.range)
    } else {
      thing = nil
    }
    self.file = Name(file)
    range = node.range
    mappings = (node.first(.mappings)?.all(.mapping) ?? []).compactMap(Mapping.init)
  }
}

extension LoadStatement {
  /// The words the grammar has for things to load.
  private static let things = Grammar.expression(of: .loadable).alternatives
  /// The kinds of events that are things too.
  private static let kinds = Grammar.expression(of: .eventKind).alternatives

  /// What people call things that have another word here.
  private static let otherWords = [
    "followers": "follows", "following": "follows", "friends": "follows", "users": "people",
    "persons": "people", "nodes": "people", "profiles": "people", "accounts": "people",
    "ratings": "trust", "retweets": "shares", "reposts": "shares", "rts": "shares",
    "favorites": "likes", "favourites": "likes", "hearts": "likes", "comments": "replies",
    "answers": "replies", "tweets": "posts", "messages": "posts", "events": "interactions",
    "tags": "interests", "taxonomy": "topics", "parents": "topics", "views": "impressions",
    "orders": "purchases",
    "sales": "purchases", "endorsements": "vouches", "ids": "aliases", "edges": "follows",
  ]

  /// What a loadable is called: the grammar's word, also where one of several is written as one.
  private static func thing(
    _ loadable: SyntaxNode,
    in statement: Range<Int>
  ) throws(SyntaxFault) -> Name {
    guard let name = loadable.leaf(.name) else {
      let word = (loadable.first(.eventKind) ?? loadable).leaves.first
      return Name(word?.text ?? "", range: loadable.range)
    }
    if loadable.has("relation") { return Name(name) }
    let typed = name.text.lowercased()
    let plural = typed.hasSuffix("y") ? typed.dropLast() + "ies" : typed + "s"
    if kinds.contains(plural) { return Name(plural, range: name.range) }
    let near = NearestName.clear(for: typed, among: things + kinds)
    throw .unknownThing(
      Name(name),
      in: statement,
      meant: otherWords[typed] ?? otherWords[plural] ?? near,
      things: things,
      kinds: kinds
    )
  }
}

extension Grammar.Expression {
  /// The words among its alternatives, in order; `relation NAME` for one with a name behind it.
  fileprivate var alternatives: [String] {
    guard case .choice(let parts) = self else { return [] }
    return parts.compactMap { part in
      switch part {
      case .literal(let word): word
      case .sequence(let parts):
        if case .literal(let word)? = parts.first { word + " NAME" } else { nil }
      default: nil
      }
    }
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
