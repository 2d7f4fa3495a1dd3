extension Graph {
  /// This graph with things among its people, each followed by some of them: a topic by those who
  /// are interested in it.
  ///
  /// Returns the numbers the things have as people, in their order; everybody else keeps theirs.
  /// The graph must be no view. Complexity: O(people + follows).
  package func adding(
    _ names: [String],
    followedBy audiences: [PersonSet]
  ) -> (graph: Graph, nodes: [PersonID]) {
    var builder = GraphBuilder(extending: self)
    let nodes = names.map { builder.person(unusedHandle(for: $0)) }
    var follows = TieBuffer(weighted: false)
    for (node, audience) in zip(nodes, audiences) {
      for person in audience.people { follows.append(from: person, to: node) }
    }
    _ = builder.add(follows, to: "follows")
    return (builder.frozen(), nodes)
  }

  /// This graph with posts among its people, each receiving what others than its author did on it.
  ///
  /// Returns the numbers the posts have as people, in their order; everybody else keeps theirs.
  /// The graph must be no view. Complexity: O(people + interactions).
  package func adding(_ posts: [Posts.Post]) -> (graph: Graph, nodes: [PersonID]) {
    var builder = GraphBuilder(extending: self)
    var nodes: [PersonID] = []
    var receivers: [UInt32: (node: PersonID, author: PersonID)] = [:]
    for post in posts {
      let node = builder.person(unusedHandle(for: postNames[post.id]))
      nodes.append(node)
      receivers[post.id] = (node, post.author)
    }
    var graph = builder.frozen()
    graph.interactions.events.edit { events in
      for index in events.indices {
        guard let receiver = receivers[events[index].post],
          events[index].source != receiver.author
        else { continue }
        events[index].target = receiver.node
      }
    }
    return (graph, nodes)
  }

  /// A handle nobody has, which sorts as a name does.
  private func unusedHandle(for name: String) -> String {
    var handle = "#" + name
    while people.number(of: handle) != nil { handle += "#" }
    return handle
  }
}
