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

  /// How many people are at least so interested in each topic, or in one below it.
  ///
  /// Each person climbs from their topics as far as they were not counted yet. Complexity:
  /// O(interests + topics + people + the sum of the counts).
  package func audiences(atLeast threshold: Double) -> [Int] {
    var counts = [Int](repeating: 0, count: topicCount)
    var lastCounted = [PersonID](repeating: nobody, count: topicCount)
    let all = interests.all
    for person in 0..<PersonID(personCount) {
      for position in all.backward.range(of: person)
      where (all.backwardWeights?[position] ?? 1) >= threshold {
        var next: UInt32? = all.backward.neighbours[position]
        while let topic = next, lastCounted[Int(topic)] != person {
          lastCounted[Int(topic)] = person
          counts[Int(topic)] += 1
          next = topicForest.parent(of: topic)
        }
      }
    }
    return counts
  }

  /// Whether a post is about a topic, or about one below it.
  package func isAbout(_ post: Posts.Post, _ topic: UInt32) -> Bool {
    topicForest.takes(anyOf: post.topics, into: topic)
  }

  /// Hands on every interest in a topic and in those below it; none in a topic that is not there.
  ///
  /// Somebody interested in several of them is handed on for each.
  package func eachInterest(in topic: UInt32, _ take: (PersonID, Double) -> Void) {
    let all = interests.all
    for part in topicForest.branch(of: topic) where part < all.forward.count {
      for position in all.forward.range(of: part) {
        take(all.forward.neighbours[position], all.forwardWeights?[position] ?? 1)
      }
    }
  }
}
