package import Graph
import Synchronization
package import Values

/// Who hangs together with whom, whichever way ties point: weakly connected components.
///
/// People are linked by their first ties; the component most of them are then in is taken as the
/// giant one, and only who is outside of it reads the rest of their ties, both ways. Source: M.
/// Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph
/// sampling" (Afforest), 2018.
package struct Components: Sendable {
  /// For each person the least number of anybody in their component.
  package let roots: [PersonID]

  /// How many of each person's ties are read before the giant component is guessed.
  private static let firstTies = 2

  /// The components of a relation; who has no tie is one alone.
  ///
  /// Throws `cancelled`. Complexity: about O(people), at most O(ties + people).
  package init(
    of relation: Relation,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) {
    let people = relation.forward.count
    let forest = LinkedForest(people)
    let ranges = ParallelRanges(count: people, size: 1 << 13)
    func pass(_ body: @Sendable (Int) -> Void) throws(MetricError) {
      _ = try ranges.map(nil, threads: threads, watchedBy: monitor) { $0.forEach(body) }
    }
    let (forward, backward) = (relation.forward, relation.backward)
    for tie in 0..<Self.firstTies {
      try pass { person in
        let row = forward.range(of: PersonID(person))
        if tie < row.count { forest.link(person, Int(forward.neighbours[row.lowerBound + tie])) }
      }
      try pass { forest.shorten($0) }
    }
    let giant = forest.likelyGiant
    try pass { person in
      guard forest.parent(person) != giant else { return }
      for position in forward.range(of: PersonID(person)).dropFirst(Self.firstTies) {
        forest.link(person, Int(forward.neighbours[position]))
      }
      for position in backward.range(of: PersonID(person)) {
        forest.link(person, Int(backward.neighbours[position]))
      }
    }
    try pass { forest.shorten($0) }
    roots = (0..<people).map { PersonID(forest.parent($0)) }
  }

  /// How many people are in each person's component.
  ///
  /// Complexity: O(people).
  package var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: roots.count)
    for root in roots { sizes[Int(root)] += 1 }
    return roots.map { sizes[Int($0)] }
  }
}

/// Trees of people that threads link at once: 4 bytes a person.
///
/// A root is linked below a lesser one only, so whatever the threads' order the last root of a
/// component is its least person. Unsafe: cells that several threads change in place, each in one
/// step that cannot be seen half done.
@safe private final class LinkedForest: Sendable {
  private let people: Int
  private nonisolated(unsafe) let cells: UnsafeMutablePointer<Atomic<UInt32>>

  init(_ people: Int) {
    self.people = people
    unsafe cells = .allocate(capacity: max(people, 1))
    for person in 0..<people {
      unsafe (cells + person).initialize(to: Atomic(UInt32(person)))
    }
  }

  deinit {
    unsafe cells.deinitialize(count: people)
    unsafe cells.deallocate()
  }

  func parent(_ person: Int) -> Int { unsafe Int(cells[person].load(ordering: .relaxed)) }

  /// Joins the trees of two people.
  func link(_ one: Int, _ other: Int) {
    var (left, right) = (parent(one), parent(other))
    while left != right {
      let (low, high) = (min(left, right), max(left, right))
      let above = parent(high)
      if above == low { return }
      if above == high,
        unsafe cells[high].compareExchange(
          expected: UInt32(high),
          desired: UInt32(low),
          ordering: .relaxed
        ).exchanged
      {
        return
      }
      left = parent(parent(high))
      right = parent(low)
    }
  }

  /// Hangs a person right below their root.
  func shorten(_ person: Int) {
    while true {
      let above = parent(person)
      let root = parent(above)
      if above == root { return }
      unsafe cells[person].store(UInt32(root), ordering: .relaxed)
    }
  }

  /// The root that most of some thousand people have.
  var likelyGiant: Int {
    var counts: [Int: Int] = [:]
    for person in stride(from: 0, to: people, by: max(1, people / 1_024)) {
      counts[parent(person), default: 0] += 1
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}
