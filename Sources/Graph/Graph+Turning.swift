package import Values

extension Graph {
  /// Two people, in an order.
  package struct Pair: Sendable, Hashable {
    /// Who does something.
    package let source: PersonID
    /// To whom; somebody else.
    package let target: PersonID

    /// Two people.
    package init(source: PersonID, target: PersonID) {
      self.source = source
      self.target = target
    }
  }

  /// This graph with each of some ties ended where it is there, and begun where it is not.
  ///
  /// What begins weighs 1 and begins at the moment. The graph must be no view. Complexity: O(ties of
  /// the relation + pairs log pairs).
  package func turning(_ pairs: Set<Pair>, of name: String, at moment: Instant?) -> Graph {
    var graph = self
    let relation = relations[name]
    var ended: Set<Int> = []
    var begun = TieBuffer(
      weighted: relation?.forwardWeights != nil,
      timed: relation?.times != nil
    )
    for pair in pairs.sorted(by: { ($0.source, $0.target) < ($1.source, $1.target) }) {
      if let position = relation?.forward.position(of: pair.target, in: pair.source) {
        ended.insert(position)
      } else {
        begun.append(from: pair.source, to: pair.target, weight: 1, time: moment)
      }
    }
    if let relation, !ended.isEmpty {
      graph.relations[name] = relation.keeping { !ended.contains($0) }
      graph.shareRows()
    }
    guard begun.count > 0 else {
      graph.checkInvariants()
      return graph
    }
    var builder = GraphBuilder(extending: graph)
    _ = builder.add(begun, to: name)
    return builder.frozen()
  }

  /// This graph with some things done, each once and at the moment.
  ///
  /// What is aimed at a post is on the latest, by that moment, of whom it is aimed at. The graph must
  /// be no view. Complexity: O(events + posts).
  package func with(_ deeds: [(pair: Pair, kind: UInt32)], at moment: Instant?) -> Graph {
    guard !deeds.isEmpty else { return self }
    let latest = latestPosts(of: PersonSet(deeds.map(\.pair.target), universe: personCount), moment)
    var builder = GraphBuilder(extending: self)
    builder.add(
      deeds.map { pair, kind in
        Interactions.Event(
          source: pair.source,
          target: pair.target,
          kind: kind,
          time: moment,
          post: interactions.kinds[kind] == "mention" ? nobody : latest[pair.target] ?? nobody
        )
      }
    )
    return builder.frozen()
  }

  /// The last post of each of some people, by a moment.
  ///
  /// Complexity: O(posts).
  func latestPosts(of people: PersonSet, _ moment: Instant?) -> [PersonID: UInt32] {
    var latest: [PersonID: UInt32] = [:]
    for post in posts.posts where people.contains(post.author) {
      if let moment, let time = post.time, time > moment { continue }
      latest[post.author] = post.id
    }
    return latest
  }
}
