extension Graph {
  /// A graph from its parts, which must agree: all that holds of a frozen graph holds of them.
  package init(
    people: PersonNames,
    attributes: [Attribute],
    relations: [String: Relation],
    topics: NameTable,
    topicForest: TopicForest,
    interests: Interests,
    postNames: NameTable,
    interactions: Interactions,
    posts: Posts,
    actions: Actions,
    vouches: Vouches
  ) {
    self.init()
    self.people = people
    self.attributes = attributes
    self.relations = relations
    self.topics = topics
    self.topicForest = topicForest
    self.interests = interests
    self.postNames = postNames
    self.interactions = interactions
    self.posts = posts
    self.actions = actions
    self.vouches = vouches
    checkInvariants()
  }
}

extension Interactions {
  /// Events in the order of time, of kinds that are in `kinds`.
  package init(kinds: NameTable, events: [Event]) {
    self.kinds = kinds
    self.events = Timeline(events)
  }
}

extension Posts {
  /// Posts in the order of time, of kinds that are in `kinds`.
  package init(kinds: NameTable, posts: [Post]) {
    self.kinds = kinds
    self.posts = Timeline(posts)
  }
}

extension Actions {
  /// Actions in the order of time, of kinds that are in `kinds`.
  package init(kinds: NameTable, actions: [Action]) {
    self.kinds = kinds
    self.actions = Timeline(actions)
  }
}

extension Vouches {
  /// Vouches in the order of time.
  package init(_ vouches: [Vouch]) { self.vouches = Timeline(vouches) }
}
