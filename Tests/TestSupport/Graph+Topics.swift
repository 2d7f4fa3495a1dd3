package import Graph

extension Graph {
  /// The parent of each topic that has one.
  package var topicParents: [UInt32: UInt32] {
    var parents: [UInt32: UInt32] = [:]
    for (topic, parent) in topicForest.parents.enumerated() where parent != nobody {
      parents[UInt32(topic)] = parent
    }
    return parents
  }

  /// The topics above a topic, found by following parents one by one.
  package func ancestors(of topic: UInt32) -> [UInt32] {
    guard let parent = topicParents[topic] else { return [] }
    return [parent] + ancestors(of: parent)
  }

  /// The graph with these parents for its topics, by name; topics that are not there are made.
  package func nesting(_ parents: [(topic: String, parent: String)]) -> Graph {
    var builder = GraphBuilder(extending: self)
    var numbers: [UInt32: UInt32] = [:]
    for (topic, parent) in parents { numbers[builder.topic(topic)] = builder.topic(parent) }
    _ = try? builder.add(topicParents: numbers)
    return builder.frozen()
  }

  /// A random graph of people with interests in a dozen topics, some of them stated and some
  /// counted, and posts on them; the topics make a random forest.
  package static func wooded(people: Int, seed: UInt64) -> Graph {
    var random = SeededRandom(seed: seed)
    var builder = GraphBuilder(extending: .random(people: people, density: 0.2, seed: seed))
    let topics = (0..<12).map { builder.topic("t\($0)") }
    var stated = TieBuffer(weighted: true)
    var counted: [TopicTouch: Double] = [:]
    for person in 0..<PersonID(people) {
      for topic in topics {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          let weight = Double(Int.random(in: 0...10, using: &random)) / 10
          stated.append(from: topic, to: person, weight: weight)
        case 1:
          let touch = TopicTouch(topic: topic, person: person)
          counted[touch] = Double(Int.random(in: 1...9, using: &random))
        default: break
        }
      }
      let about = topics.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
      builder.add([Posts.Post(id: builder.post("w\(person)"), author: person, topics: about)])
    }
    _ = builder.add(statedInterests: stated)
    builder.add(countedInterests: counted)
    // Each of a shuffled list may be below one that stands before it, so that there is no cycle.
    let shuffled = topics.shuffled(using: &random)
    var parents: [UInt32: UInt32] = [:]
    for (place, topic) in shuffled.enumerated().dropFirst() where Bool.random(using: &random) {
      parents[topic] = shuffled[Int.random(in: 0..<place, using: &random)]
    }
    _ = try? builder.add(topicParents: parents)
    return builder.frozen()
  }
}
