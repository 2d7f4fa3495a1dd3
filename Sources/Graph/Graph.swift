package import Values

/// People, what joins them, and what they did: the network at rest.
///
/// Immutable once built and free to copy: a copy shares its storage. It knows no file and no
/// question. Every column over people has `personCount` values.
///
/// A part of it may come when it is first asked for: names, a column, a relation, the events of a
/// kind. Work takes its parts before its loops, as each access asks whether the part is there.
package struct Graph: Sendable {
  /// The people, by handle, and their aliases.
  package internal(set) var people: PersonNames {
    get { names.value }
    set { names = .held(newValue) }
  }
  /// What files said about people: typed columns, in the order they were loaded.
  package internal(set) var attributes: [Attribute] = []
  /// The ties between people, by the relation's name: "follows", "trust".
  package internal(set) var relations = Relations()
  /// The topics, by name.
  package internal(set) var topics: NameTable {
    get { topicNames.value }
    set { topicNames = .held(newValue) }
  }
  /// Which topics are parts of which.
  package internal(set) var topicForest: TopicForest {
    get { topicTrees.value }
    set { topicTrees = .held(newValue) }
  }
  /// Who is interested in what.
  package internal(set) var interests = Interests(topics: 0, people: 0)
  /// The ids of posts, and of events that others answer.
  package internal(set) var postNames: NameTable {
    get { postIDs.value }
    set { postIDs = .held(newValue) }
  }
  /// What people did to each other.
  package internal(set) var interactions = Interactions()
  /// What people wrote.
  package internal(set) var posts = Posts()
  /// What people did that somebody counts.
  package internal(set) var actions = Actions()
  /// Who vouched for whom.
  package internal(set) var vouches = Vouches()
  /// Whether it is all that was loaded, and not a view.
  package internal(set) var isWhole = true
  /// What the events of a view must pass.
  var filter = EventFilter()
  /// Where parts that could not be brought are reported; nil where all were there from the beginning.
  package internal(set) var damage: Damage?

  var names = Part.held(PersonNames())
  var topicNames = Part.held(NameTable())
  var topicTrees = Part.held(TopicForest())
  var postIDs = Part.held(NameTable())

  /// A graph without anybody.
  package init() {}
}

extension Graph {
  /// How many numbers people have: the length of every column over people.
  package var personCount: Int { names.summary }

  /// How many topics there are.
  package var topicCount: Int { topicNames.summary }

  /// How many ids of posts, and of events that others answer, there are.
  package var postNameCount: Int { postIDs.summary }

  /// Who is in the graph; nil where everybody is who was loaded.
  package var present: PersonSet? { filter.present }

  /// How many people are in the graph: the n of formulas.
  ///
  /// Complexity: O(1), in a view without some people O(people / 64).
  package var presentCount: Int { present?.count ?? personCount }

  /// Whether nothing was loaded.
  package var isEmpty: Bool { personCount == 0 && topicCount == 0 }

  /// Everybody who is in the graph.
  package var everybody: PersonSet { present ?? .everybody(of: personCount) }

  /// The names of the relations that are loaded, in order.
  package var relationNames: [String] { relations.names }

  /// The attribute of that name, whatever the case.
  package func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.name == name }
      ?? attributes.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The earliest and the latest moment of all events that were loaded, also in a view; nil where
  /// none is dated.
  ///
  /// Complexity: O(log events).
  package var period: ClosedRange<Instant>? {
    let extents = [
      interactions.events.extent, posts.posts.extent, actions.actions.extent,
      vouches.vouches.extent,
    ].compactMap(\.self)
    guard let earliest = extents.map(\.lowerBound).min(),
      let latest = extents.map(\.upperBound).max()
    else { return nil }
    return earliest...latest
  }

  /// The latest moment there is: of all events, without any of the ties that are dated; nil where
  /// nothing is.
  package var latest: Instant? {
    period?.upperBound ?? relations.summaries.compactMap { $0.period?.upperBound }.max()
  }

  /// Lets `follows` and `trust` share their rows where these are equal.
  mutating func shareRows() {
    let held = relations.held
    guard let trust = held["trust"], let follows = held["follows"],
      !trust.forward.sharesNeighbours(with: follows.forward)
    else { return }
    relations["trust"] = trust.sharingRows(with: follows)
  }
}
