extension Graph {
  /// Who is at least so interested in a topic, or in one below it.
  ///
  /// Complexity: O(interests in them + people / 64).
  package func people(interestedIn topic: UInt32, atLeast threshold: Double) -> PersonSet {
    var words = [UInt64](repeating: 0, count: (personCount + 63) / 64)
    for run in interestRuns(in: topic) {
      for (person, weight) in zip(run.people, run.weights) {
        let isKeen: UInt64 = weight >= threshold ? 1 : 0
        words[Int(person >> 6)] |= isKeen << UInt64(person & 63)
      }
    }
    return PersonSet(universe: personCount, words: words)
  }

  /// Each person's interest in a topic: the greatest of that in it and in those below it.
  ///
  /// Where none is known it is `unknown`. Complexity: O(interests in them + people).
  package func interest(in topic: UInt32, orElse unknown: Double) -> [Double] {
    var interest = [Double](repeating: .nan, count: personCount)
    for run in interestRuns(in: topic) {
      for (person, weight) in zip(run.people, run.weights) {
        let known = interest[Int(person)]
        interest[Int(person)] = known >= weight ? known : weight
      }
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

  /// Every interest in a topic and in those below it, a run for each; none in one that is not there.
  ///
  /// Somebody interested in several of them is in each. Complexity: O(interests in them).
  package func interestRuns(in topic: UInt32) -> [InterestRun] {
    let all = interests.all
    return topicForest.branch(of: topic).filter { $0 < all.forward.count }.map { part in
      let range = all.forward.range(of: part)
      let weights = all.forwardWeights?.values(in: range)
      return InterestRun(
        people: all.forward[part],
        weights: weights ?? Array(repeating: 1, count: range.count)
      )
    }
  }
}

/// Who is interested in one topic, and how much.
package struct InterestRun: Sendable {
  /// The people, by ascending id.
  package let people: ArraySlice<PersonID>
  /// How interested each of them is, 0 to 1.
  package let weights: [Double]
}
