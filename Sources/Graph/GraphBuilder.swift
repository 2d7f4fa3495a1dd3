import Values

/// Makes a graph, or a larger one from one there is; consumed by `frozen()`.
///
/// What is added is sorted and freed of repeats at once, so that the count of repeats can be told.
/// A builder that is dropped leaves the graph it started from as it was.
package struct GraphBuilder: ~Copyable {
  private var graph: Graph
  // Names are taken in here, where they lie: the graph has none meanwhile.
  private var people: PersonNames
  private var topics: NameTable
  private var postNames: NameTable
  /// How many people became one with another.
  package private(set) var joinedCount = 0

  /// A builder that adds to `graph`, which must be no view.
  package init(extending graph: Graph = Graph()) {
    precondition(graph.isWhole, "a view does not know all there is")
    self.graph = graph
    people = graph.people
    topics = graph.topics
    postNames = graph.postNames
  }

  /// How many people there are so far.
  package var personCount: Int { people.count }

  /// How many topics there are so far.
  package var topicCount: Int { topics.count }

  /// The relations that hold ties so far.
  package var relationNames: [String] { graph.relationNames }

  /// The number of a person with this handle, who is made where there is none.
  package mutating func person(_ handle: String) -> PersonID { people.intern(handle) }

  /// The number of a person with this handle, given as valid UTF-8.
  package mutating func person(_ handle: UnsafeRawBufferPointer) -> PersonID {
    unsafe people.intern(handle)
  }

  /// The people of all these handles, by the numbers they have there; new ones are made in the
  /// order of the places the handles first stand at.
  ///
  /// Complexity: O(names), expected.
  package mutating func people(of names: NameNumbering) -> [PersonID] {
    var found = [PersonID](repeating: nobody, count: names.numbersGiven)
    people.reserve(names.count, bytes: names.bytes)
    unsafe names.forEachRanked { name, number in
      found[number] = unsafe people.intern(name)
    }
    return found
  }

  /// The number of a topic with this name, which is made where there is none.
  package mutating func topic(_ name: String) -> UInt32 { topics.intern(name) }

  /// The name of a topic.
  package func name(ofTopic topic: UInt32) -> String { topics[topic] }

  /// Gives topics parents, in place of those they had; returns how many had the same before.
  ///
  /// Throws where a topic would become a part of itself, and adds nothing then.
  package mutating func add(topicParents: [UInt32: UInt32]) throws(TopicCycle) -> Int {
    let known = graph.topicForest
    var parents = known.parents
    parents += Array(repeating: nobody, count: topics.count - parents.count)
    for (topic, parent) in topicParents { parents[Int(topic)] = parent }
    graph.topicForest = try TopicForest(parents: parents)
    return topicParents.count { known.parent(of: $0.key) == $0.value }
  }

  /// The number of a post with this id, which is made where there is none.
  package mutating func post(_ id: String) -> UInt32 { postNames.intern(id) }

  /// The number of a kind of interaction.
  package mutating func interactionKind(_ name: String) -> UInt32 {
    graph.interactions.kinds.intern(name)
  }

  /// The number of a kind of post.
  package mutating func postKind(_ name: String) -> UInt32 { graph.posts.kinds.intern(name) }

  /// The number of a kind of action.
  package mutating func actionKind(_ name: String) -> UInt32 { graph.actions.kinds.intern(name) }

  /// The handle of a person.
  package func handle(of person: PersonID) -> String { people[person] }

  /// Adds ties to a relation, and returns how many of them were there already or came twice.
  ///
  /// A repeat replaces what the tie carried before. Ties of a person with themselves are the
  /// caller's to leave out. Complexity: O(old ties + new ties + people).
  package mutating func add(_ ties: consuming TieBuffer, to name: String) -> Int {
    // Nobody watches, so nobody stops it.
    add(TieParts([ties]), to: name, sharedBy: WorkSharing()) ?? 0
  }

  /// The same of ties in parts, which several threads sort; nil, and nothing added, where they were
  /// asked to stop.
  package mutating func add(
    _ ties: consuming TieParts,
    to name: String,
    sharedBy sharing: WorkSharing
  ) -> Int? {
    let added = ties.count
    let before = graph.relations[name]
    guard let merged = merge(consume ties, into: before, sharing) else { return nil }
    graph.relations[name] = merged
    return added - (merged.count - (before?.count ?? 0))
  }

  /// Adds follows whose weights are the trust of the follower in the followed: one set of rows for
  /// both relations.
  ///
  /// Returns the number of repeats among the follows.
  /// Nil, and nothing added, where the threads that sort were asked to stop.
  package mutating func addFollowsWithTrust(
    _ ties: consuming TieParts,
    sharedBy sharing: WorkSharing
  ) -> Int? {
    let added = ties.count
    guard graph.relations["follows"] == nil, graph.relations["trust"] == nil else {
      let all = ties.joined()
      guard add(TieParts([all]), to: "trust", sharedBy: sharing) != nil else { return nil }
      return add(TieParts([all.withoutWeights()]), to: "follows", sharedBy: sharing)
    }
    let sorted = ties.frozen(sources: personCount, targets: personCount, sharedBy: sharing)
    guard let trust = sorted else { return nil }
    graph.relations["trust"] = trust
    graph.relations["follows"] = trust.unweighted
    return added - trust.count
  }

  /// The same of ties in one buffer.
  package mutating func addFollowsWithTrust(_ ties: consuming TieBuffer) -> Int {
    // Nobody watches, so nobody stops it.
    addFollowsWithTrust(TieParts([ties]), sharedBy: WorkSharing()) ?? 0
  }

  /// Adds stated interests (topic to person, weights in [0, 1]); returns how many came twice.
  package mutating func add(statedInterests ties: consuming TieBuffer) -> Int {
    let added = ties.count
    let before = graph.interests.stated
    let stated = mergeInterests(ties, into: before)
    graph.interests = Interests(stated: stated, counted: widened(graph.interests.counted))
    return added - (stated.count - before.count)
  }

  /// Adds touches of topics by people: `counts` by topic and person, to be added up with those
  /// there are.
  package mutating func add(countedInterests counts: [TopicTouch: Double]) {
    var counts = counts
    let before = graph.interests.counted
    for topic in 0..<UInt32(before.forward.count) {
      for position in before.forward.range(of: topic) {
        let touch = TopicTouch(topic: topic, person: before.forward.neighbours[position])
        counts[touch, default: 0] += before.forwardWeights?[position] ?? 1
      }
    }
    let counted = Relation(counts, topics: topics.count, people: personCount)
    graph.interests = Interests(stated: widened(graph.interests.stated), counted: counted)
  }

  /// The kind of a column over people, in words; nil where there is no such column.
  package func kind(of name: String) -> String? {
    graph.attributes.first { $0.name == name }?.kind
  }

  /// Adds a column over people, or fills one there is: values by person, nothing where unsaid.
  package mutating func add(_ attribute: Attribute) {
    guard let index = graph.attributes.firstIndex(where: { $0.name == attribute.name }) else {
      graph.attributes.append(attribute)
      return
    }
    graph.attributes[index] = graph.attributes[index].filled(from: attribute)
  }

  /// Adds events.
  package mutating func add(_ events: [Interactions.Event]) {
    graph.interactions.events.edit { $0 += events }
  }

  /// Adds posts; a later post of the same id replaces an earlier one.
  package mutating func add(_ posts: [Posts.Post]) {
    let replaced = Set(posts.map(\.id))
    graph.posts.posts.edit { stored in
      stored.removeAll { replaced.contains($0.id) }
      stored += posts
    }
  }

  /// Adds actions.
  package mutating func add(_ actions: [Actions.Action]) {
    graph.actions.actions.edit { $0 += actions }
  }

  /// Adds vouches.
  package mutating func add(_ vouches: [Vouches.Vouch]) {
    graph.vouches.vouches.edit { $0 += vouches }
  }

  /// Makes each alias mean the person of a handle; who was there under the alias becomes one with
  /// that person, and the people behind both are numbered anew.
  ///
  /// What only one of two has stays; where both have it, what is the handle's. No handle of the
  /// list may be an alias, and no alias in it may have aliases of its own.
  package mutating func join(_ list: [(alias: String, handle: String)]) {
    takeNames()
    joinedCount += graph.join(list)
    people = graph.people
  }

  /// Gives the graph the names there are.
  private mutating func takeNames() {
    graph.people = people
    graph.topics = topics
    graph.postNames = postNames
  }

  /// The graph, with every column over everybody and all events in the order of time.
  package consuming func frozen() -> Graph {
    takeNames()
    let (count, topicCount) = (personCount, topicCount)
    var graph = graph
    graph.attributes = graph.attributes.map { $0.widened(to: count) }
    graph.relations = graph.relations.changed(where: { $1.sources < count }) {
      $0.widened(sources: count, targets: count)
    }
    graph.shareRows()
    graph.interests = graph.interests.widened(topics: topicCount, people: count)
    graph.interactions.events.sortByTime()
    graph.posts.posts.sortByTime()
    graph.actions.actions.sortByTime()
    graph.vouches.vouches.sortByTime()
    graph.checkInvariants()
    return graph
  }

  private func widened(_ interests: Relation) -> Relation {
    interests.widened(sources: topics.count, targets: personCount)
  }

  private func merge(
    _ ties: consuming TieParts,
    into before: Relation?,
    _ sharing: WorkSharing
  ) -> Relation? {
    guard let before else {
      return ties.frozen(sources: personCount, targets: personCount, sharedBy: sharing)
    }
    let new = ties.joined()
    var all = TieBuffer(
      before,
      weighted: before.forwardWeights != nil || new.isWeighted,
      timed: before.times != nil || new.isTimed
    )
    all.append(contentsOf: new)
    return TieParts([all]).frozen(sources: personCount, targets: personCount, sharedBy: sharing)
  }

  private func mergeInterests(_ ties: consuming TieBuffer, into before: Relation) -> Relation {
    var all = TieBuffer(before, weighted: true, timed: false)
    all.append(contentsOf: ties)
    return all.frozen(sources: topics.count, targets: personCount)
  }
}

extension Timeline {
  /// Sorts what was there from the beginning; the rest is in order.
  fileprivate mutating func sortByTime() {
    guard held != nil else { return }
    edit { $0.sortByTime() }
  }
}

extension Array where Element: TimedEvent {
  /// Sorts by time, undated first, and keeps the order of equals.
  ///
  /// Complexity: O(n) where already sorted, else O(n log n).
  fileprivate mutating func sortByTime() {
    func moment(_ element: Element) -> Int64 { element.time?.microseconds ?? .min }
    let sorted = zip(self, dropFirst()).allSatisfy { moment($0) <= moment($1) }
    if !sorted { sort { moment($0) < moment($1) } }
  }
}
