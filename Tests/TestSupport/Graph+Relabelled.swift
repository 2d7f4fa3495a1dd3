package import Graph

extension Graph {
  /// The same graph with its people numbered in another order: `order[new]` is the old id.
  ///
  /// Ties, stated interests, interactions, posts, vouches and actions come along.
  package func relabelled(_ order: [PersonID]) -> Graph {
    var builder = GraphBuilder()
    var place = [PersonID](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() {
      place[Int(old)] = PersonID(new)
      _ = builder.person(people[old])
    }
    for name in relationNames {
      guard let relation = relations[name] else { continue }
      var ties = TieBuffer(weighted: relation.forwardWeights != nil)
      for tie in relation.ties {
        ties.append(from: place[Int(tie.source)], to: place[Int(tie.target)], weight: tie.weight)
      }
      _ = builder.add(ties, to: name)
    }
    for topic in 0..<UInt32(topics.count) { _ = builder.topic(topics[topic]) }
    _ = try? builder.add(topicParents: topicParents)
    var stated = TieBuffer(weighted: true)
    for tie in interests.stated.ties {
      stated.append(from: tie.source, to: place[Int(tie.target)], weight: tie.weight)
    }
    _ = builder.add(statedInterests: stated)
    for kind in 0..<UInt32(interactions.kinds.count) {
      _ = builder.interactionKind(interactions.kinds[kind])
    }
    builder.add(
      interactions.events.map { event in
        var event = event
        event.source = place[Int(event.source)]
        event.target = place[Int(event.target)]
        return event
      }
    )
    for post in 0..<UInt32(postNames.count) { _ = builder.post(postNames[post]) }
    builder.add(
      posts.posts.map { post in
        var post = post
        post.author = place[Int(post.author)]
        return post
      }
    )
    builder.add(
      vouches.vouches.map { vouch in
        var vouch = vouch
        (vouch.source, vouch.target) = (place[Int(vouch.source)], place[Int(vouch.target)])
        return vouch
      }
    )
    for kind in 0..<UInt32(actions.kinds.count) { _ = builder.actionKind(actions.kinds[kind]) }
    builder.add(
      actions.actions.map { action in
        var action = action
        action.person = place[Int(action.person)]
        if action.brand != nobody { action.brand = place[Int(action.brand)] }
        if action.through != nobody { action.through = place[Int(action.through)] }
        return action
      }
    )
    return builder.frozen()
  }
}

extension Relation {
  /// Every tie as source, target and weight, in the order of the forward rows.
  package var ties: [(source: UInt32, target: UInt32, weight: Double)] {
    (0..<UInt32(forward.count)).flatMap { source in
      forward.range(of: source).map {
        (source, forward.neighbours[$0], forwardWeights?[$0] ?? 1)
      }
    }
  }
}
