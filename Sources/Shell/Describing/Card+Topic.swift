import Graph
import Rendering
import Values

extension Card {
  /// What is known of a topic and of those below it: who cares, and who speaks about it.
  ///
  /// Complexity: O(people + posts).
  init(topic: UInt32, in graph: Graph, threshold: Double, cells: CellLine) {
    self.init("topic #" + Escaping.visible(graph.topics[topic]))
    func named(_ topics: [UInt32]) -> [String] { topics.map { "#" + graph.topics[$0] } }
    add("part of", Card.list(named(Array(graph.topicForest.ancestors(of: topic)))))
    add("parts", Card.list(named(graph.topicForest.children(of: topic)).sorted()))
    let interested = graph.people(interestedIn: topic, atLeast: threshold).count
    add(
      "interested",
      Card.joined([
        Tally.text(interested, "people"),
        Card.share(interested, of: graph.personCount).map { "\($0) of all" },
        "interest >= \(threshold)",
      ])
    )
    let interest = graph.interest(in: topic, orElse: .nan)
    let keenest = interest.indices.filter { !interest[$0].isNaN }
      .map { (Handle.typed(graph.people[PersonID($0)]), interest[$0]) }
    add("with any interest", keenest.isEmpty ? nil : Tally.text(keenest.count, "people"))
    add("keenest", Card.list(keenest.keenestFirst))
    let posts = graph.posts.posts.filter { graph.isAbout($0, topic) }
    guard !posts.isEmpty else { return }
    let times = posts.map(\.time)
    add("posts", Card.joined([Card.tally(times), Months(graph.period).line(of: times, in: cells)]))
    let speakers = posts.map { Handle.typed(graph.people[$0.author]) }
    add("speakers", Card.list(Card.ranked(speakers.counted)))
  }
}
