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
    self.relations = Relations(relations)
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

  /// A graph whose parts are brought when they are first asked for, and report to a box what is wrong
  /// with them; of what each promises the same holds.
  package init(
    people: Deferred<PersonNames>,
    attributes: [Attribute],
    relations: Relations,
    topics: Deferred<NameTable>,
    topicForest: Deferred<TopicForest>,
    interests: Interests,
    postNames: Deferred<NameTable>,
    interactions: Interactions,
    posts: Posts,
    actions: Actions,
    vouches: Vouches,
    reportingTo damage: Damage
  ) {
    names = .deferred(people)
    self.attributes = attributes
    self.relations = relations
    topicNames = .deferred(topics)
    topicTrees = .deferred(topicForest)
    self.interests = interests
    postIDs = .deferred(postNames)
    self.interactions = interactions
    self.posts = posts
    self.actions = actions
    self.vouches = vouches
    self.damage = damage
  }
}

extension Interactions {
  /// Events in the order of time, of kinds that are in `kinds`.
  package init(kinds: NameTable, events: [Event]) {
    self.kinds = kinds
    self.events = Timeline(events)
  }

  /// The same that are brought when they are first asked for.
  package init(kinds: NameTable, events: Deferred<[Event]>) {
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

  /// The same that are brought when they are first asked for.
  package init(kinds: NameTable, posts: Deferred<[Post]>) {
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

  /// The same that are brought when they are first asked for.
  package init(kinds: NameTable, actions: Deferred<[Action]>) {
    self.kinds = kinds
    self.actions = Timeline(actions)
  }
}

extension Vouches {
  /// Vouches in the order of time.
  package init(_ vouches: [Vouch]) { self.vouches = Timeline(vouches) }

  /// The same that are brought when they are first asked for.
  package init(_ vouches: Deferred<[Vouch]>) { self.vouches = Timeline(vouches) }
}
