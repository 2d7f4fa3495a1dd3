extension Graph {
  /// A graph from its parts, which must agree: all that holds of a frozen graph holds of them.
  package init(
    people: NameTable,
    attributes: [Attribute],
    relations: [String: Relation],
    topics: NameTable,
    interests: Interests,
    postNames: NameTable,
    interactions: Interactions,
    posts: Posts,
    actions: Actions
  ) {
    self.init()
    self.people = people
    self.attributes = attributes
    self.relations = relations
    self.topics = topics
    self.interests = interests
    self.postNames = postNames
    self.interactions = interactions
    self.posts = posts
    self.actions = actions
    checkInvariants()
  }
}
