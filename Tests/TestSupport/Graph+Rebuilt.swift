package import Graph
import Values

extension Graph {
  /// The graph in a scope, built anew without what is outside of it: what a view must show.
  ///
  /// People who are left out have no number in it; topics and kinds keep theirs. Posts outside of
  /// the scope may be kept, where they are read for what events on them are about and who wrote them;
  /// or what is not about one more topic may be left out.
  package func rebuilt(
    in scope: Scope,
    keepingPosts: Bool = false,
    about topic: UInt32? = nil
  ) -> Graph {
    let topics = [scope.topic, topic].compactMap(\.self)
    var rebuilding = Rebuilding(
      graph: self,
      scope: scope,
      topics: topics,
      keepsPosts: keepingPosts
    )
    rebuilding.addPeople()
    rebuilding.addRelations()
    rebuilding.addInterests()
    rebuilding.addEvents()
    return rebuilding.frozen()
  }
}

/// A graph on its way from another, one rule of the language after the other.
private struct Rebuilding: ~Copyable {
  private let graph: Graph
  private let scope: Scope
  private let topics: [UInt32]
  private let keepsPosts: Bool
  private var builder = GraphBuilder()
  private var place: [PersonID: PersonID] = [:]

  init(graph: Graph, scope: Scope, topics: [UInt32], keepsPosts: Bool) {
    self.graph = graph
    self.scope = scope
    self.topics = topics
    self.keepsPosts = keepsPosts
  }

  consuming func frozen() -> Graph { builder.frozen() }

  private func stays(_ person: PersonID) -> Bool { scope.without?.contains(person) != true }

  private func counts(_ person: PersonID) -> Bool {
    stays(person) && scope.among?.contains(person) != false
  }

  private func isInPeriod(_ time: Instant?) -> Bool {
    guard scope.since != nil || scope.until != nil else { return true }
    guard let time else { return false }
    return (scope.since ?? time) <= time && time <= (scope.until ?? time)
  }

  private func isWithin(_ topic: UInt32) -> Bool {
    scope.topic.map { topic == $0 || graph.ancestors(of: topic).contains($0) } ?? true
  }

  private func isOnTopic(_ post: UInt32) -> Bool {
    guard !topics.isEmpty else { return true }
    return graph.posts.posts.contains { found in
      let about = found.topics.flatMap { [$0] + graph.ancestors(of: $0) }
      return found.id == post && topics.allSatisfy(about.contains) && stays(found.author)
    }
  }

  mutating func addPeople() {
    for person in 0..<PersonID(graph.personCount) where stays(person) {
      place[person] = builder.person(graph.people[person])
    }
    for topic in 0..<UInt32(graph.topics.count) { _ = builder.topic(graph.topics[topic]) }
    _ = try? builder.add(topicParents: graph.topicParents)
    let kinds = graph.interactions.kinds
    for kind in 0..<UInt32(kinds.count) { _ = builder.interactionKind(kinds[kind]) }
    let actionKinds = graph.actions.kinds
    for kind in 0..<UInt32(actionKinds.count) { _ = builder.actionKind(actionKinds[kind]) }
    for post in 0..<UInt32(graph.postNames.count) { _ = builder.post(graph.postNames[post]) }
  }

  mutating func addRelations() {
    for (name, relation) in graph.relations {
      let isTimed = relation.times != nil
      var ties = TieBuffer(weighted: relation.forwardWeights != nil, timed: isTimed)
      for (position, tie) in relation.ties.enumerated() {
        let time = relation.times?[position]
        let isThere = time.map { $0 <= scope.until ?? $0 } ?? true
        guard isThere, counts(tie.source), let source = place[tie.source],
          let target = place[tie.target]
        else { continue }
        ties.append(from: source, to: target, weight: tie.weight, time: time)
      }
      _ = builder.add(ties, to: name)
    }
  }

  mutating func addInterests() {
    var stated = TieBuffer(weighted: true)
    for tie in graph.interests.stated.ties {
      guard let person = place[tie.target] else { continue }
      stated.append(from: tie.source, to: person, weight: tie.weight)
    }
    _ = builder.add(statedInterests: stated)
    var counts: [TopicTouch: Double] = [:]
    for tie in graph.interests.counted.ties {
      guard let person = place[tie.target] else { continue }
      counts[TopicTouch(topic: tie.source, person: person)] = tie.weight
    }
    builder.add(countedInterests: counts)
  }

  mutating func addEvents() {
    for event in graph.interactions.events {
      guard isInPeriod(event.time), counts(event.source), let source = place[event.source],
        let target = place[event.target], isOnTopic(event.post),
        scope.kind ?? event.kind == event.kind
      else { continue }
      var event = event
      (event.source, event.target) = (source, target)
      builder.add([event])
    }
    for post in graph.posts.posts {
      let isSeen = isInPeriod(post.time) && counts(post.author) && isOnTopic(post.id)
      guard isSeen || keepsPosts, let author = place[post.author] else { continue }
      var post = post
      post.author = author
      builder.add([post])
    }
    for vouch in graph.vouches.vouches {
      guard isInPeriod(vouch.time), counts(vouch.source), let source = place[vouch.source],
        let target = place[vouch.target], isWithin(vouch.topic)
      else { continue }
      var vouch = vouch
      (vouch.source, vouch.target) = (source, target)
      builder.add([vouch])
    }
    for action in graph.actions.actions {
      guard isInPeriod(action.time), counts(action.person), let person = place[action.person],
        let brand = action.brand == nobody ? nobody : place[action.brand], isOnTopic(action.post)
      else { continue }
      var action = action
      (action.person, action.brand) = (person, brand)
      action.through = place[action.through] ?? nobody
      builder.add([action])
    }
  }
}
