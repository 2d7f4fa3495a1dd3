package import Values

/// Things people did to people: a mention, a reply, a share, a like.
///
/// Sorted by time, undated first.
package struct Interactions: Sendable {
  /// One event.
  package struct Event: Sendable, Hashable {
    /// Who did it.
    package var source: PersonID
    /// To whom.
    package var target: PersonID
    /// What: a number in `kinds`.
    package var kind: UInt32
    /// When, where it is known.
    package var time: Instant?
    /// On which post, or which other event: a number in `Graph.postNames`, or `nobody`.
    package var post: UInt32
    /// By what others name it who answer it: a number in `Graph.postNames`, or `nobody`.
    package var id: UInt32
    /// How kind it was, where a file says so.
    package var sentiment: Sentiment

    /// One event.
    package init(
      source: PersonID,
      target: PersonID,
      kind: UInt32,
      time: Instant? = nil,
      post: UInt32 = nobody,
      id: UInt32 = nobody,
      sentiment: Sentiment = .unknown
    ) {
      self.source = source
      self.target = target
      self.kind = kind
      self.time = time
      self.post = post
      self.id = id
      self.sentiment = sentiment
    }
  }

  /// The kinds there are: mention, reply, share, like, and whatever files bring.
  package var kinds = NameTable()
  /// The events.
  package internal(set) var events = Timeline<Event>()

  /// No events.
  package init() {}
}

/// What people wrote.
///
/// Sorted by time, undated first.
package struct Posts: Sendable {
  /// One post.
  package struct Post: Sendable, Hashable {
    /// Its id: a number in `Graph.postNames`.
    package var id: UInt32
    /// Who wrote it.
    package var author: PersonID
    /// When, where it is known.
    package var time: Instant?
    /// What about: numbers in `Graph.topics`.
    package var topics: [UInt32]
    /// What it answers: a number in `Graph.postNames`, or `nobody`.
    package var parent: UInt32
    /// What it is: a number in `kinds`, or `nobody`.
    package var kind: UInt32

    /// One post.
    package init(
      id: UInt32,
      author: PersonID,
      time: Instant? = nil,
      topics: [UInt32] = [],
      parent: UInt32 = nobody,
      kind: UInt32 = nobody
    ) {
      self.id = id
      self.author = author
      self.time = time
      self.topics = topics
      self.parent = parent
      self.kind = kind
    }
  }

  /// The kinds there are: picture, link, and whatever files bring.
  package var kinds = NameTable()
  /// The posts.
  package internal(set) var posts = Timeline<Post>()

  /// No posts.
  package init() {}
}

/// What people did that somebody counts: click, visit, bounce, signup, purchase.
///
/// Sorted by time, undated first.
package struct Actions: Sendable {
  /// One action.
  package struct Action: Sendable, Hashable {
    /// Who did it.
    package var person: PersonID
    /// What: a number in `kinds`.
    package var kind: UInt32
    /// When, where it is known.
    package var time: Instant?
    /// What it was worth; NaN where it is not known.
    package var value: Double
    /// For which brand, or `nobody`.
    package var brand: PersonID
    /// Through which post: a number in `Graph.postNames`, or `nobody`.
    package var post: UInt32
    /// Because of whom, where the data say so directly, or `nobody`.
    package var through: PersonID

    /// One action.
    package init(
      person: PersonID,
      kind: UInt32,
      time: Instant? = nil,
      value: Double = .nan,
      brand: PersonID = nobody,
      post: UInt32 = nobody,
      through: PersonID = nobody
    ) {
      self.person = person
      self.kind = kind
      self.time = time
      self.value = value
      self.brand = brand
      self.post = post
      self.through = through
    }
  }

  /// The kinds there are.
  package var kinds = NameTable()
  /// The actions.
  package internal(set) var actions = Timeline<Action>()

  /// No actions.
  package init() {}
}
