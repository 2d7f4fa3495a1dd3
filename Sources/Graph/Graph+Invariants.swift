extension Graph {
  /// Checks what always holds of a frozen graph, as far as it was there from the beginning; free in
  /// release builds.
  func checkInvariants() {
    assert(attributes.allSatisfy { $0.count == personCount }, "a column misses people")
    for (name, relation) in relations.held {
      assert(relation.isSound(sources: personCount, targets: personCount), "\(name) is unsound")
    }
    if case .held(let people) = names {
      assert(people.owners.allSatisfy { $0 < personCount }, "an alias means nobody")
    }
    if case .held(let forest) = topicTrees {
      assert(forest.parents.count <= topicCount, "a parent is no topic")
    }
    // Inside the assertion, or release builds would work it out for each view.
    assert(
      interests.held?.isSound(sources: topicCount, targets: personCount) != false,
      "interests"
    )
  }
}

extension Relation {
  /// Whether rows are ascending and free of repeats, both directions hold the same ties, and every
  /// column is as long as the rows.
  ///
  /// Complexity: O(ties).
  func isSound(sources: Int, targets: Int) -> Bool {
    guard forward.count == sources, backward.count == targets else { return false }
    guard forward.isSound(targets: targets), backward.isSound(targets: sources) else {
      return false
    }
    guard forward.transposed(rows: targets).rows == backward else { return false }
    return [forwardWeights?.count, backwardWeights?.count, times?.count]
      .allSatisfy { $0 == nil || $0 == count }
  }
}

extension Rows {
  /// Whether starts ascend to the end and each row ascends strictly, below `targets`.
  func isSound(targets: Int) -> Bool {
    guard starts.first == 0, Int(starts.last ?? 0) == neighbours.count else { return false }
    for row in 0..<UInt32(count) {
      guard starts[Int(row)] <= starts[Int(row) + 1] else { return false }
      let slice = self[row]
      guard zip(slice, slice.dropFirst()).allSatisfy(<) else { return false }
      if let last = slice.last, Int(last) >= targets { return false }
    }
    return true
  }
}
