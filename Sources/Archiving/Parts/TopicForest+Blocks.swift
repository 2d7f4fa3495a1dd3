import Graph

extension TopicForest {
  /// Adds the parents of topics; nothing where no topic has one.
  func write(to writer: inout BlockWriter, as name: String) {
    if !isEmpty { writer.add(parents, as: name) }
  }

  /// The forest that was added, of so many topics: no topic is a part of itself.
  init(from reader: inout BlockReader, as name: String, topics: Int) throws(SnapshotError) {
    self.init()
    guard reader.has(name) else { return }
    let parents = try reader.numbers(name, below: topics, orNobody: true)
    guard parents.count <= topics else {
      throw reader.flaw(in: name, at: topics, "`\(name)` has parents of \(topics) topics and more")
    }
    do throws(TopicCycle) {
      self = try TopicForest(parents: parents)
    } catch {
      let topic = error.topics.first ?? 0
      throw reader.flaw(in: name, at: Int(topic), "in `\(name)` topic \(topic) is part of itself")
    }
  }
}
