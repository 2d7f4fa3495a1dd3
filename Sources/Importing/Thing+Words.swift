extension LoadRequest.Thing {
  /// The kinds of interactions that are things of their own.
  static let interactionKinds = ["mention", "reply", "share", "like", "quote"]
  /// The kinds of actions that are things of their own.
  static let actionKinds = ["impression", "click", "visit", "bounce", "signup", "purchase"]

  /// What goes by one word, what others build upon first.
  package static let named: [LoadRequest.Thing] =
    [.people, .aliases, .follows, .trust, .topics, .interests, .posts, .interactions]
    + interactionKinds.map { .interaction($0) } + [.actions]
    + actionKinds.map { .action($0) } + [.vouches]

  /// The thing of that word; a kind of event goes by its singular too.
  package init?(word: String) {
    let word = word.lowercased()
    guard
      let thing = LoadRequest.Thing.named.first(where: { $0.word == word || $0.kind == word })
    else { return nil }
    self = thing
  }

  /// The word of a `load` line, and the name of the relation.
  package var word: String {
    switch self {
    case .people: "people"
    case .aliases: "aliases"
    case .follows: "follows"
    case .trust: "trust"
    case .topics: "topics"
    case .interests: "interests"
    case .posts: "posts"
    case .interactions: "interactions"
    case .actions: "actions"
    case .vouches: "vouches"
    case .interaction(let kind), .action(let kind): LoadRequest.Thing.plural(kind)
    case .relation(let name): name
    }
  }

  /// The kind that all rows are of; nil where each row says its own, or has none.
  var kind: String? {
    switch self {
    case .interaction(let kind), .action(let kind): kind
    default: nil
    }
  }

  /// The thing whose rows say their kind; nil where there is none.
  var ofAnyKind: LoadRequest.Thing? {
    switch self {
    case .interaction: .interactions
    case .action: .actions
    default: nil
    }
  }

  private static func plural(_ kind: String) -> String {
    kind.hasSuffix("y") ? kind.dropLast() + "ies" : kind + "s"
  }
}
