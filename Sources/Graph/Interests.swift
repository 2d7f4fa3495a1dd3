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
  private let parts: (stated: Part<Relation>, counted: Part<Relation>, all: Part<Relation>)

  /// Interests that a file stated, weights in [0, 1].
  package var stated: Relation { parts.stated.value }
  /// How often a person touched a topic.
  package var counted: Relation { parts.counted.value }
  /// Both as one, weights in [0, 1].
  package var all: Relation { parts.all.value }
  /// Both as one if they are there already.
  package var presentAll: Relation? { parts.all.present }
  /// Both as one if they were in memory from the beginning.
  var held: Relation? { if case .held(let all) = parts.all { all } else { nil } }

  /// No interests, among so many topics and people.
  package init(topics: Int, people: Int) {
    let none = Relation(sources: topics, targets: people)
    self.init(stated: none, counted: none, all: none)
  }

  /// Interests that are brought when they are first asked for.
  package init(
    stated: Deferred<Relation>,
    counted: Deferred<Relation>,
    all: Deferred<Relation>
  ) {
    parts = (.deferred(stated), .deferred(counted), .deferred(all))
  }

  /// Interests from what was stated and what was counted.
  ///
  /// Complexity: O(ties).
  package init(stated: Relation, counted: Relation) {
    if counted.count == 0 {
      self.init(stated: stated, counted: counted, all: stated)
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
    self.init(
      stated: stated,
      counted: counted,
      all: merged.frozen(sources: stated.forward.count, targets: stated.backward.count)
    )
  }

  /// The same interests among more topics and people.
  package func widened(topics: Int, people: Int) -> Interests {
    let size = parts.all.summary
    guard topics > size.sources || people > size.targets else { return self }
    return Interests(
      stated: stated.widened(sources: topics, targets: people),
      counted: counted.widened(sources: topics, targets: people),
      all: all.widened(sources: topics, targets: people)
    )
  }

  /// Interests from all three, which must agree.
  package init(stated: Relation, counted: Relation, all: Relation) {
    parts = (.held(stated), .held(counted), .held(all))
  }
}

/// A person touching a topic.
package struct TopicTouch: Sendable, Hashable, Comparable {
  /// The topic's number.
  package let topic: UInt32
  /// The person.
  package let person: PersonID

  /// A person touching a topic.
  package init(topic: UInt32, person: PersonID) {
    self.topic = topic
    self.person = person
  }

  package static func < (left: TopicTouch, right: TopicTouch) -> Bool {
    (left.topic, left.person) < (right.topic, right.person)
  }
}

extension Relation {
  /// Counts of touches as ties from topics to people.
  ///
  /// Complexity: O(counts log counts + topics + people).
  init(_ counts: [TopicTouch: Double], topics: Int, people: Int) {
    var ties = TieBuffer(weighted: true)
    for (touch, count) in counts.sorted(by: { $0.key < $1.key }) {
      ties.append(from: touch.topic, to: touch.person, weight: count)
    }
    self = ties.frozen(sources: topics, targets: people)
  }
}
