/// Which topic each topic is a part of: trees, in which a topic takes in all below it.
///
/// A column of parents, and the topics in an order in which each is followed by those below it, so
/// that a topic and all below it are one slice. 16 bytes a topic; nothing where no topic has a
/// parent.
package struct TopicForest: Sendable, Hashable {
  /// The parent of each topic, `nobody` for one that has none; nor has any behind its end.
  package let parents: [UInt32]
  /// The topics, each in front of those below it.
  private let order: [UInt32]
  /// Where each topic stands in `order`, and where those below it end.
  private let slices: [Slice]

  private struct Slice: Hashable {
    var start: UInt32 = 0
    var end: UInt32 = 0
  }

  /// A forest in which no topic has a parent.
  package init() {
    parents = []
    order = []
    slices = []
  }

  /// The forest in which topics have these parents, `nobody` where they have none.
  ///
  /// Throws where a topic would be a part of itself. Complexity: O(topics).
  package init(parents: [UInt32]) throws(TopicCycle) {
    let count = TopicForest.reach(of: parents)
    let parents =
      Array(parents.prefix(count))
      + Array(repeating: nobody, count: max(0, count - parents.count))
    if let cycle = TopicCycle(in: parents) { throw cycle }
    self.parents = parents
    (order, slices) = TopicForest.ordered(parents)
  }

  /// One more than the greatest number of a topic that has a parent or is one.
  private static func reach(of parents: [UInt32]) -> Int {
    var reach = 0
    for (topic, parent) in parents.enumerated() where parent != nobody {
      reach = max(reach, topic + 1, Int(parent) + 1)
    }
    return reach
  }

  /// The topics with each in front of those below it, and where each has its slice.
  private static func ordered(_ parents: [UInt32]) -> (order: [UInt32], slices: [Slice]) {
    var children: [[UInt32]] = Array(repeating: [], count: parents.count)
    var waiting: [UInt32] = []
    for topic in parents.indices.reversed() {
      let parent = parents[topic]
      if parent == nobody {
        waiting.append(UInt32(topic))
      } else {
        children[Int(parent)].append(UInt32(topic))
      }
    }
    var order: [UInt32] = []
    var slices = Array(repeating: Slice(), count: parents.count)
    while let topic = waiting.popLast() {
      slices[Int(topic)].start = UInt32(order.count)
      order.append(topic)
      waiting += children[Int(topic)]
    }
    // From the back, so that those below a topic have their ends before it needs the last of them.
    for topic in order.reversed() {
      let own = slices[Int(topic)].start + 1
      slices[Int(topic)].end = children[Int(topic)].first.map { slices[Int($0)].end } ?? own
    }
    return (order, slices)
  }
}

extension TopicForest {
  /// Whether no topic has a parent.
  package var isEmpty: Bool { parents.isEmpty }

  /// The topic that a topic is directly a part of; nil where there is none.
  package func parent(of topic: UInt32) -> UInt32? {
    guard Int(topic) < parents.count, parents[Int(topic)] != nobody else { return nil }
    return parents[Int(topic)]
  }

  /// A topic and all below it, the topic first.
  ///
  /// Complexity: O(1).
  package func branch(of topic: UInt32) -> ArraySlice<UInt32> {
    guard Int(topic) < slices.count else { return [topic] }
    return order[Int(slices[Int(topic)].start)..<Int(slices[Int(topic)].end)]
  }

  /// The topics directly below a topic, in the order of their numbers.
  ///
  /// Complexity: O(topics below it).
  package func children(of topic: UInt32) -> [UInt32] {
    branch(of: topic).dropFirst().filter { parents[Int($0)] == topic }
  }

  /// The topics above a topic, from its parent on.
  package func ancestors(of topic: UInt32) -> some Sequence<UInt32> {
    sequence(state: topic) { topic in
      guard let parent = parent(of: topic) else { return nil }
      topic = parent
      return parent
    }
  }

  /// Whether a topic takes in any of some: is one of them, or above one.
  ///
  /// Complexity: O(1) each.
  package func takes(anyOf topics: some Sequence<UInt32>, into topic: UInt32) -> Bool {
    guard Int(topic) < slices.count else { return topics.contains(topic) }
    let slice = slices[Int(topic)]
    return topics.contains { other in
      guard Int(other) < slices.count else { return false }
      return (slice.start..<slice.end).contains(slices[Int(other)].start)
    }
  }
}

/// Topics of which each is a part of the next, and the last of the first.
package struct TopicCycle: Error, Sendable, Hashable {
  /// The topics.
  package let topics: [UInt32]

  /// The first cycle among parents; nil where there is none.
  ///
  /// Complexity: O(topics).
  fileprivate init?(in parents: [UInt32]) {
    var seenFrom = Array(repeating: nobody, count: parents.count)
    for start in parents.indices {
      var topic = UInt32(start)
      while topic != nobody, seenFrom[Int(topic)] == nobody {
        seenFrom[Int(topic)] = UInt32(start)
        topic = parents[Int(topic)]
      }
      guard topic != nobody, seenFrom[Int(topic)] == UInt32(start) else { continue }
      var topics = [topic]
      while let last = topics.last, parents[Int(last)] != topic {
        topics.append(parents[Int(last)])
      }
      self.topics = topics
      return
    }
    return nil
  }
}
