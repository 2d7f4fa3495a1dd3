package import Graph
import Values

extension Graph {
  /// All that can be seen of a graph, by names and in order, a line each.
  ///
  /// Two graphs with the same portrait answer every question alike, however people are numbered.
  package var portrait: [String] {
    var lines = everybody.people.map { people[$0] }
    for name in relationNames {
      guard let relation = relations[name] else { continue }
      lines += relation.ties.enumerated().map { position, tie in
        let time = relation.times?[position].map(\.description) ?? "-"
        return "\(name) \(people[tie.source]) > \(people[tie.target]) \(tie.weight) \(time)"
      }.sorted()
      lines += relation.turnedTies.map {
        "\(name) \(people[$0.target]) < \(people[$0.source]) \($0.weight)"
      }.sorted()
      lines.append("\(name) weighs \(relation.forwardWeights?.bounds.map { "\($0)" } ?? "nothing")")
    }
    lines += topicParents.map { "\(topics[$0.key]) in \(topics[$0.value])" }.sorted()
    lines += interests.all.ties.map { "\(topics[$0.source]) \(people[$0.target]) \($0.weight)" }
      .sorted()
    lines += interactions.events.map { event in
      let kind = interactions.kinds[event.kind]
      return "\(time(event)) \(people[event.source]) \(kind) \(people[event.target]) \(event.post)"
    }
    lines += posts.posts.map { post in
      "\(time(post)) \(people[post.author]) posts \(post.id) on \(post.topics) to \(post.parent)"
    }
    lines += actions.actions.map { action in
      let (brand, through) = (name(action.brand), name(action.through))
      return "\(time(action)) \(people[action.person]) \(actions.kinds[action.kind]) "
        + "\(action.value) at \(brand) by \(through) on \(action.post)"
    }
    return lines
  }

  private func name(_ person: PersonID) -> String { person == nobody ? "nobody" : people[person] }

  private func time(_ event: some TimedEvent) -> String { event.time?.description ?? "-" }
}

extension Relation {
  /// Every tie as source, target and weight, in the order of the backward rows.
  package var turnedTies: [(source: UInt32, target: UInt32, weight: Double)] {
    (0..<UInt32(backward.count)).flatMap { target in
      backward.range(of: target).map {
        (backward.neighbours[$0], target, backwardWeights?[$0] ?? 1)
      }
    }
  }
}
