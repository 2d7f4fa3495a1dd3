import Graph
import Metrics
import Values

extension Graph {
  /// What has no answer here for want of data: for each thing that is not loaded, the measures that
  /// read it, both in order.
  ///
  /// Complexity: O(measures), whatever the graph.
  func missing(for metrics: [any Metric]) -> [(thing: String, measures: [String])] {
    let miniature = self.miniature
    var readers: [String: Set<String>] = [:]
    for metric in metrics {
      do throws(MetricError) {
        _ = try metric.compute(on: miniature, with: .everything, watchedBy: .unwatched)
      } catch {
        if let thing = error.thing { readers[thing, default: []].insert(metric.card.name) }
      }
    }
    return readers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  /// A graph of two people in which there is one of everything that there is in this one.
  private var miniature: Graph {
    var builder = GraphBuilder()
    let (one, other) = (builder.person("one"), builder.person("other"))
    for (name, relation) in relations {
      var ties = TieBuffer(weighted: relation.forwardWeights != nil)
      ties.append(from: one, to: other, weight: 0.5)
      _ = builder.add(ties, to: name)
    }
    let topic = builder.topic("topic")
    if topics.count > 0 {
      var ties = TieBuffer(weighted: true)
      ties.append(from: topic, to: one)
      _ = builder.add(statedInterests: ties)
    }
    let time = period?.upperBound
    let post = posts.posts.isEmpty ? nobody : builder.post("post")
    if post != nobody {
      builder.add([Posts.Post(id: post, author: other, time: time, topics: [topic])])
    }
    for kind in interactions.kinds.all {
      let kind = builder.interactionKind(kind)
      builder.add([
        Interactions.Event(source: one, target: other, kind: kind, time: time, post: post)
      ])
    }
    for kind in actions.kinds.all {
      let kind = builder.actionKind(kind)
      builder.add([
        Actions.Action(person: one, kind: kind, time: time, value: 1, brand: other, post: post)
      ])
    }
    if !vouches.vouches.isEmpty {
      builder.add([Vouches.Vouch(source: one, target: other, topic: topic, time: time)])
    }
    return builder.frozen()
  }
}

extension NameTable {
  /// The names, in order.
  fileprivate var all: [String] { (0..<UInt32(count)).map { self[$0] } }
}

extension MetricArguments {
  /// Arguments that leave nothing out that a measure of two people may need.
  fileprivate static var everything: MetricArguments {
    let everybody = PersonSet.everybody(of: 2)
    return MetricArguments(
      group: MetricArguments.Group(members: everybody),
      hops: 2,
      topic: 0,
      from: everybody,
      to: everybody,
      operand: [1, 2],
      operandBefore: [1, 1]
    )
  }
}

extension MetricError {
  /// What is not loaded, in the plural; nil where that is not what is wrong.
  fileprivate var thing: String? {
    switch self {
    case .relationNotLoaded(let name, _): name
    case .interactionsNotLoaded: "interactions"
    case .actionsNotLoaded: "actions"
    case .postsNotLoaded: "posts"
    case .vouchesNotLoaded: "vouches"
    case .nothingDated: "dates"
    case .relationWithoutWeights(let name): "weights of \(name)"
    case .missing, .outOfRange, .unknownOption, .diverges, .nothingToCompare, .untried, .cancelled:
      nil
    }
  }
}
