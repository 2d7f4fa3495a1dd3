import Graph
import Rendering
import Values

extension Card {
  /// What is known of a topic: who cares, and who speaks about it.
  ///
  /// Complexity: O(people + posts).
  init(topic: UInt32, in graph: Graph, threshold: Double) {
    self.init("#" + Escaping.visible(graph.topics[topic]))
    let all = graph.interests.all
    let range = all.forward.range(of: topic)
    let interested = graph.people(interestedIn: topic, atLeast: threshold).count
    add(
      "interested",
      Card.joined([
        Tally.text(interested, "people"),
        Card.share(interested, of: graph.personCount).map { "\($0) of all" },
        "interest >= \(threshold)",
      ])
    )
    add("with any interest", range.isEmpty ? nil : Tally.text(range.count, "people"))
    let keenest = range.map { position in
      (Handle.typed(graph.people[all.forward.neighbours[position]]),
        all.forwardWeights?[position] ?? 1)
    }
    add("keenest", Card.list(keenest.keenestFirst))
    let posts = graph.posts.posts.filter { $0.topics.contains(topic) }
    guard !posts.isEmpty else { return }
    add("posts", Card.tally(posts.map(\.time)))
    let speakers = posts.map { Handle.typed(graph.people[$0.author]) }
    add("speakers", Card.list(Card.ranked(speakers.counted)))
  }
}
