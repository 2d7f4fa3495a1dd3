#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
package import Graph
package import Values

/// Draws reverse-reachable sets: who could have brought a message to somebody drawn by worth.
///
/// In each draw a listener is taken by chance, in proportion to their worth, and ties are followed
/// backwards, each carrying or not. The others who are found make up the set; the expected worth
/// that some people reach is the total worth times the chance that one of them is in it. Each set
/// depends on its number and the seed alone. Source: Borgs, Brautbar, Chayes, Lucier, 2014; roots by
/// worth: Li, Zhang, Tan, 2015.
package struct ReverseSampler: Sendable {
  /// Sets, one after the other.
  package struct Sets: Sendable {
    /// How many people each has.
    package fileprivate(set) var sizes: [UInt32] = []
    /// Their people, in no order.
    package fileprivate(set) var members: [PersonID] = []
    /// How many people were found for them, those left out too.
    package fileprivate(set) var found = 0

    /// No sets.
    package init() {}

    /// Adds sets behind these.
    package mutating func append(_ others: Sets) {
      sizes += others.sizes
      members += others.members
      found += others.found
    }
  }

  /// Room for one draw.
  struct Scratch: Sendable {
    /// The number of the draw that last came to each person.
    fileprivate var seen: [UInt32]
    fileprivate var draw: UInt32 = 0
    /// Who was found, the root first.
    fileprivate(set) var found: [PersonID] = []
    /// How often each person was found by others' draws.
    fileprivate(set) var hits: [UInt32]

    fileprivate init(people: Int, counting: Bool) {
      seen = Array(repeating: 0, count: people)
      hits = Array(repeating: 0, count: counting ? people : 0)
    }
  }

  /// What all people are worth together.
  package let total: Double
  private let uptake: CascadeTies.Uptake
  private let speakers: Rows
  private let chances: CascadeTies.Chances
  private let hops: Int
  private let roots: [PersonID]
  /// The worth of the roots up to each.
  private let bounds: [Double]
  private let seed: UInt64

  /// Draws along ties, at most so many hops far.
  ///
  /// Complexity: O(people), and O(ties) where their chances are listed.
  package init(_ ties: CascadeTies, worth: [Double], within hops: Int?, seed: UInt64) {
    uptake = ties.uptake
    speakers = ties.speakers
    chances = ties.heard
    self.hops = uptake == .direct ? 1 : hops ?? .max
    self.seed = seed
    roots = worth.indices.filter { worth[$0] > 0 }.map { PersonID($0) }
    var sum = 0.0
    bounds = roots.map { root in
      sum += worth[Int(root)]
      return sum
    }
    total = sum
  }

  /// How many people all draws may find together before there are fewer draws.
  package static let mostFound = 1 << 27

  /// How much work it is to find one person, in steps of a loop: a few looks into memory that is far.
  private static let workOfOne = 16

  /// How many draws are made where so many are asked for, as the first 1,024 tell.
  private func affordable(_ draws: Int, found: Int, in first: Int) -> Int {
    let each = max(1, found / max(1, first))
    return max(min(draws, ReverseSampler.mostFound / each), min(draws, first))
  }

  /// How often each person is in one of so many sets, and how many there were.
  ///
  /// Where sets are very large there are fewer. There must be somebody of worth. Throws `cancelled`.
  /// Complexity: O(people found and their ties that carry).
  package func hits(
    in draws: Int,
    reporting what: String?,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> (hits: [Int], draws: Int) {
    var hits = [Int](repeating: 0, count: speakers.count)
    var found = 0
    func count(_ numbers: Range<Int>) throws(MetricError) {
      let (parts, scratches) = try ranges(numbers).map(
        what,
        threads: threads,
        watchedBy: monitor,
        scratch: { Scratch(people: speakers.count, counting: true) }
      ) { scratch, range throws(MetricError) -> Int in
        var found = 0
        var watch = StopWatch(monitor)
        for number in range {
          draw(numbers.lowerBound + number, in: &scratch)
          try watch.worked(scratch.found.count * ReverseSampler.workOfOne)
          for person in scratch.found.dropFirst() { scratch.hits[Int(person)] += 1 }
          found += scratch.found.count
        }
        return found
      }
      found = parts.reduce(found, +)
      for scratch in scratches {
        for (person, count) in scratch.hits.enumerated() { hits[person] += Int(count) }
      }
    }
    let first = min(draws, 1_024)
    try count(0..<first)
    let all = affordable(draws, found: found, in: first)
    try count(first..<all)
    return (hits, all)
  }

  /// The sets of a range of numbers, without whoever is not wanted.
  ///
  /// There must be somebody of worth. Throws `cancelled`. Complexity: O(people found and their ties
  /// that carry).
  package func sets(
    _ numbers: Range<Int>,
    of wanted: PersonSet,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Sets {
    let parts = try ranges(numbers).map(
      nil,
      threads: threads,
      watchedBy: monitor,
      scratch: { Scratch(people: speakers.count, counting: false) }
    ) { scratch, range throws(MetricError) -> Sets in
      var sets = Sets()
      var watch = StopWatch(monitor)
      for number in range {
        draw(numbers.lowerBound + number, in: &scratch)
        try watch.worked(scratch.found.count * ReverseSampler.workOfOne)
        let before = sets.members.count
        for person in scratch.found.dropFirst() where wanted.contains(person) {
          sets.members.append(person)
        }
        sets.sizes.append(UInt32(sets.members.count - before))
        sets.found += scratch.found.count
      }
      return sets
    }.parts
    var all = Sets()
    all.sizes = parts.map(\.sizes).concatenated
    all.members = parts.map(\.members).concatenated
    all.found = parts.reduce(0) { $0 + $1.found }
    return all
  }

  private func ranges(_ numbers: Range<Int>) -> ParallelRanges {
    ParallelRanges(count: numbers.count, size: 256)
  }
}

extension ReverseSampler {
  /// Draws the set of a number.
  private func draw(_ number: Int, in scratch: inout Scratch) {
    var draws = SeededDraws(seed: SeededDraws.mixed(seed &+ UInt64(number)))
    scratch.draw += 1
    scratch.found.removeAll(keepingCapacity: true)
    visit(root(&draws), &scratch)
    var (next, hop) = (0, 0)
    while next < scratch.found.count, hop < hops {
      hop += 1
      for index in next..<scratch.found.count {
        hear(scratch.found[index], &draws, &scratch)
        next = index + 1
      }
    }
  }

  @inline(__always)
  private func visit(_ person: PersonID, _ scratch: inout Scratch) {
    guard scratch.seen[Int(person)] != scratch.draw else { return }
    scratch.seen[Int(person)] = scratch.draw
    scratch.found.append(person)
  }

  /// Somebody, in proportion to worth.
  private func root(_ draws: inout SeededDraws) -> PersonID {
    let point = draws.fraction() * total
    var (low, high) = (0, roots.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < point { low = middle + 1 } else { high = middle }
    }
    return roots[low]
  }

  /// Finds those from whom a listener hears it.
  private func hear(_ listener: PersonID, _ draws: inout SeededDraws, _ scratch: inout Scratch) {
    let row = speakers.range(of: listener)
    if uptake == .threshold {
      var rest = draws.fraction()
      for position in row {
        rest -= chances[position, Int(listener)]
        if rest < 0 {
          visit(speakers.neighbours[position], &scratch)
          return
        }
      }
      return
    }
    if case .listed(let chances) = chances {
      for position in row where draws.fraction() < chances[position] {
        visit(speakers.neighbours[position], &scratch)
      }
      return
    }
    let chance = chances[0, Int(listener)]
    guard chance < 1 else {
      for position in row { visit(speakers.neighbours[position], &scratch) }
      return
    }
    // With one chance for all, the ties that carry nothing are leapt over: a geometric number.
    guard chance > 0 else { return }
    let scale = 1 / log1p(-chance)
    var position = row.lowerBound
    while true {
      let leap = log(draws.fraction()) * scale
      guard leap < Double(row.upperBound - position) else { return }
      position += Int(leap)
      visit(speakers.neighbours[position], &scratch)
      position += 1
    }
  }
}
