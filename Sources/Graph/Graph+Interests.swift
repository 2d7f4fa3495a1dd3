extension Graph {
  /// Who is at least so interested in a topic, or in one below it.
  ///
  /// Complexity: O(interests in them + people / 64).
  package func people(interestedIn topic: UInt32, atLeast threshold: Double) -> PersonSet {
    var set = PersonSet(universe: personCount)
    eachInterest(in: topic) { person, weight in
      if weight >= threshold { set.insert(person) }
    }
    return set
  }

  /// Each person's interest in a topic: the greatest of that in it and in those below it.
  ///
  /// Where none is known it is `unknown`. Complexity: O(interests in them + people).
  package func interest(in topic: UInt32, orElse unknown: Double) -> [Double] {
    var interest = [Double](repeating: .nan, count: personCount)
    eachInterest(in: topic) { person, weight in
      let known = interest[Int(person)]
      interest[Int(person)] = known >= weight ? known : weight
    }
    guard !unknown.isNaN else { return interest }
    for person in interest.indices where interest[person].isNaN { interest[person] = unknown }
    return interest
  }

  /// How many people have any interest in a topic, or in one below it.
  ///
  /// Complexity: O(1), for a topic above others O(interests in them + people / 64).
  package func interestedCount(in topic: UInt32) -> Int {
    topicForest.branch(of: topic).count == 1
      ? interests.all.forward.degree(of: topic)
      : people(interestedIn: topic, atLeast: 0).count
  }

  /// Whether a post is about a topic, or about one below it.
  package func isAbout(_ post: Posts.Post, _ topic: UInt32) -> Bool {
    topicForest.takes(anyOf: post.topics, into: topic)
  }

  /// Hands on every interest in a topic and in those below it; none in a topic that is not there.
  private func eachInterest(in topic: UInt32, _ take: (PersonID, Double) -> Void) {
    let all = interests.all
    for part in topicForest.branch(of: topic) where part < all.forward.count {
      for position in all.forward.range(of: part) {
        take(all.forward.neighbours[position], all.forwardWeights?[position] ?? 1)
      }
    }
  }
}
