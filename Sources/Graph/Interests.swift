#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Who is interested in what, and how much: topics as sources, people as targets.
///
/// An interest is stated (a weight in [0, 1]) or derived from how often a person touched the
/// topic: `log(1 + count) / log(1 + greatest count of the topic)`. A stated one wins.
/// The form of the derived one is ours.
package struct Interests: Sendable {
  /// Interests that a file stated, weights in [0, 1].
  package let stated: Relation
  /// How often a person touched a topic.
  package let counted: Relation
  /// Both as one, weights in [0, 1].
  package let all: Relation

  /// No interests, among so many topics and people.
  package init(topics: Int, people: Int) {
    stated = Relation(sources: topics, targets: people)
    counted = stated
    all = stated
  }

  /// Interests from what was stated and what was counted.
  ///
  /// Complexity: O(ties).
  package init(stated: Relation, counted: Relation) {
    self.stated = stated
    self.counted = counted
    if counted.count == 0 {
      all = stated
      return
    }
    var merged = TieBuffer(weighted: true)
    for topic in 0..<UInt32(counted.forward.count) {
      let range = counted.forward.range(of: topic)
      let counts = range.map { counted.forwardWeights?[$0] ?? 1 }
      let scale = log1p(counts.max() ?? 0)
      for (position, count) in zip(range, counts) where scale > 0 {
        merged.append(
          from: topic,
          to: counted.forward.neighbours[position],
          weight: log1p(count) / scale
        )
      }
    }
    merged.append(contentsOf: TieBuffer(stated, weighted: true, timed: false))
    all = merged.frozen(sources: stated.forward.count, targets: stated.backward.count)
  }

  /// The same interests among more topics and people.
  package func widened(topics: Int, people: Int) -> Interests {
    Interests(
      stated: stated.widened(sources: topics, targets: people),
      counted: counted.widened(sources: topics, targets: people),
      all: all.widened(sources: topics, targets: people)
    )
  }

  /// Interests from all three, which must agree.
  package init(stated: Relation, counted: Relation, all: Relation) {
    self.stated = stated
    self.counted = counted
    self.all = all
  }
}
