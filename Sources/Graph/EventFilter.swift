/// What must hold of an event for a view to show it, apart from its time.
package struct EventFilter: Sendable {
  /// Who is in the graph; nil where everybody is.
  private(set) var present: PersonSet?
  /// From whom events count, all of them in the graph; nil where they do from everybody.
  private var sources: PersonSet?
  /// What posts must be about: numbers in `Graph.topics`.
  private var topics: Set<UInt32> = []
  /// Which topics they all take in, by their number in `Graph.topics`; nil without any.
  private var parts: [Bool]?
  /// Which posts are about all these topics, by their number in `Graph.postNames`; nil without any.
  private var posts: [Bool]?
  /// The kind of interaction; `nobody` where views ask for several at once, so that none is seen.
  private var kind: UInt32?

  /// A filter that lets everything pass.
  init() {}

  /// Whether it lets everything pass.
  var isOpen: Bool { present == nil && sources == nil && topics.isEmpty && kind == nil }

  /// The filter of a view of `graph`, whose own filter this is, in a scope.
  ///
  /// Complexity: O(posts) with a topic, else O(people / 64).
  func narrowed(to scope: Scope, in graph: Graph) -> EventFilter {
    var narrowed = self
    if let among = scope.among { narrowed.sources = sources?.intersection(among) ?? among }
    if let absent = scope.without {
      let rest = graph.everybody.subtracting(absent)
      narrowed.present = rest
      narrowed.sources = narrowed.sources?.intersection(rest) ?? rest
    }
    if let topic = scope.topic {
      narrowed.topics.insert(topic)
      narrowed.parts = graph.topics(in: narrowed.topics)
    }
    if !narrowed.topics.isEmpty, scope.topic != nil || scope.without != nil {
      narrowed.posts = graph.posts(about: narrowed.topics, by: narrowed.present)
    }
    if let other = scope.kind { narrowed.kind = kind == nil || kind == other ? other : nobody }
    return narrowed
  }

  /// Whether it asks for a kind of interaction, or for none.
  func takes(_ kind: UInt32) -> Bool { self.kind == nil || self.kind == kind }

  /// Whether what somebody does counts.
  func counts(_ person: PersonID) -> Bool { sources?.contains(person) ?? true }

  /// Whether somebody is in the graph; `nobody` is never missing from it.
  func isPresent(_ person: PersonID) -> Bool {
    guard let present, person != nobody else { return true }
    return present.contains(person)
  }

  /// Whether something is on all the topics asked for.
  func isOn(_ topic: UInt32) -> Bool { parts?[Int(topic)] ?? true }

  /// Whether a post is about the topics asked for.
  func isAbout(_ post: UInt32) -> Bool {
    guard let posts else { return true }
    return Int(post) < posts.count && posts[Int(post)]
  }
}

extension Interactions.Event: TimedEvent {
  /// Counting reads who did what to whom, kind by kind.
  package typealias Index = InteractionPairs

  /// Seen where both are in the graph and it comes from whom it may.
  package func seen(through filter: EventFilter) -> Interactions.Event? {
    guard filter.takes(kind), filter.counts(source), filter.isPresent(target),
      filter.isAbout(post)
    else { return nil }
    return self
  }
}

extension Posts.Post: TimedEvent {
  /// Seen where it comes from whom it may.
  package func seen(through filter: EventFilter) -> Posts.Post? {
    filter.counts(author) && filter.isAbout(id) ? self : nil
  }
}

extension Actions.Action: TimedEvent {
  /// Seen where the person and the brand are in the graph and it comes from whom it may.
  ///
  /// Whoever it came through gets no credit where they are not in the graph.
  package func seen(through filter: EventFilter) -> Actions.Action? {
    guard filter.counts(person), filter.isPresent(brand), filter.isAbout(post) else { return nil }
    var action = self
    if !filter.isPresent(through) { action.through = nobody }
    return action
  }
}

extension Vouches.Vouch: TimedEvent {
  /// Seen where both are in the graph, it comes from whom it may and is on a topic asked for.
  package func seen(through filter: EventFilter) -> Vouches.Vouch? {
    guard filter.counts(source), filter.isPresent(target), filter.isOn(topic) else { return nil }
    return self
  }
}

extension Graph {
  /// Which topics all of some topics take in.
  fileprivate func topics(in wanted: Set<UInt32>) -> [Bool] {
    let forest = topicForest
    return (0..<UInt32(topicCount)).map { topic in
      wanted.allSatisfy { forest.takes(anyOf: CollectionOfOne(topic), into: $0) }
    }
  }

  /// Which posts of some people are about all of some topics, whenever they were written.
  fileprivate func posts(about topics: Set<UInt32>, by authors: PersonSet?) -> [Bool] {
    var areAbout = [Bool](repeating: false, count: postNameCount)
    for post in posts.posts.stored where authors?.contains(post.author) ?? true {
      areAbout[Int(post.id)] = topics.allSatisfy { isAbout(post, $0) }
    }
    return areAbout
  }
}
