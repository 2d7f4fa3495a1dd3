package import Graph
package import Values

/// Everybody's distance from some people: breadth-first search in two directions.
///
/// While few people are on the frontier their rows are read; when they have much of all ties, who was
/// not reached yet looks for a neighbour on the frontier instead, and stops at the first. Source:
/// S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing breadth-first search", 2012.
package struct BreadthFirstSearch: Sendable {
  /// What came out.
  package struct Outcome: Sendable {
    /// How many people are at each distance, the sources first.
    package let levels: [Int]
    /// Everybody's distance; `unreached` for who was not reached.
    package let distances: [UInt32]

    /// How many people were reached, sources not counted.
    package var reached: Int { levels.dropFirst().reduce(0, +) }
  }

  /// The distance of who was not reached.
  package static let unreached = UInt32.max

  /// The search turns around when the frontier has more than this part of the ties left to read.
  private static let alpha = 15
  /// And it turns back when the frontier has less than this part of the people.
  private static let beta = 18

  private let rows: Rows
  private let opposite: Rows
  private let ranges: ParallelRanges

  /// Searches along rows, given the same ties the other way round.
  package init(along rows: Rows, against opposite: Rows) {
    self.rows = rows
    self.opposite = opposite
    // Whole words of a mask, so that no two ranges write to the same one.
    ranges = ParallelRanges(count: (rows.count + 63) / 64, size: 256)
  }

  /// A search from some people, to at most so many steps.
  ///
  /// Throws `cancelled`. Complexity: O(ties + people), mostly far less.
  package func run(
    from sources: [PersonID],
    within hops: Int = .max,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> Outcome {
    var state = Frontier(sources, over: rows)
    var levels = [state.people.count]
    while state.count > 0, levels.count <= hops {
      if monitor.isCancelled() { throw .cancelled }
      let distance = UInt32(levels.count)
      if state.ties > state.unread / Self.alpha {
        repeat {
          try pull(&state, to: UInt32(levels.count), threads, monitor)
          if state.count > 0 { levels.append(state.count) }
        } while state.count > rows.count / Self.beta && levels.count <= hops
        state.list()
      } else {
        state.push(over: rows, to: distance)
        if state.count > 0 { levels.append(state.count) }
      }
    }
    return Outcome(levels: levels, distances: state.distances)
  }

  /// A step in which everybody not yet reached looks for a neighbour on the frontier.
  private func pull(
    _ state: inout Frontier,
    to distance: UInt32,
    _ threads: Int?,
    _ monitor: WorkMonitor
  ) throws(MetricError) {
    if !state.isMasked { state.mask() }
    let (words, distances) = (state.words, state.distances)
    let parts = try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
      range.map { word in found(word, beside: words, distances) }
    }
    state.words = parts.concatenated
    state.advance(to: distance)
  }

  /// Who of 64 people has a neighbour on the frontier and was not reached yet.
  private func found(_ word: Int, beside frontier: [UInt64], _ distances: [UInt32]) -> UInt64 {
    var found: UInt64 = 0
    let frontier = frontier.span
    let distances = distances.span
    let starts = opposite.starts.span
    let neighbours = opposite.neighbours.span
    for person in word * 64..<min(word * 64 + 64, rows.count)
    where distances[person] == Self.unreached {
      for position in Int(starts[person])..<Int(starts[person + 1])
      where frontier.bit(Int(neighbours[position])) == 1 {
        found |= 1 << UInt64(person & 63)
        break
      }
    }
    return found
  }
}

/// Who was reached last, as a list or as a mask.
private struct Frontier {
  var people: [PersonID]
  var words: [UInt64] = []
  var isMasked = false
  var distances: [UInt32]
  /// How many people are on it.
  var count: Int
  /// How many ties lead away from it.
  var ties = 0
  /// How many ties lead away from who was not on a frontier yet.
  var unread: Int

  init(_ sources: [PersonID], over rows: Rows) {
    distances = Array(repeating: BreadthFirstSearch.unreached, count: rows.count)
    people = []
    count = 0
    unread = rows.neighbours.count
    for source in sources where distances[Int(source)] != 0 {
      distances[Int(source)] = 0
      people.append(source)
      ties += rows.degree(of: source)
    }
    count = people.count
    unread -= ties
  }

  /// A step in which the frontier reads its rows.
  mutating func push(over rows: Rows, to distance: UInt32) {
    var next: [PersonID] = []
    ties = 0
    let neighbours = rows.neighbours.span
    for person in people {
      for position in rows.range(of: person) {
        let neighbour = neighbours[position]
        guard distances[Int(neighbour)] == BreadthFirstSearch.unreached else { continue }
        distances[Int(neighbour)] = distance
        next.append(neighbour)
        ties += rows.degree(of: neighbour)
      }
    }
    unread -= ties
    people = next
    count = next.count
  }

  /// Makes a mask of the list.
  mutating func mask() {
    words = Array(repeating: 0, count: (distances.count + 63) / 64)
    for person in people { words[Int(person >> 6)] |= 1 << UInt64(person & 63) }
    isMasked = true
  }

  /// Gives those in the mask their distance.
  mutating func advance(to distance: UInt32) {
    count = 0
    for (index, word) in words.enumerated() where word != 0 {
      count += word.nonzeroBitCount
      var rest = word
      while rest != 0 {
        distances[index * 64 + rest.trailingZeroBitCount] = distance
        rest &= rest - 1
      }
    }
  }

  /// Makes a list of the mask; what is left to read is not known any more, and is little.
  mutating func list() {
    people = []
    people.reserveCapacity(count)
    for (index, word) in words.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        people.append(PersonID(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    isMasked = false
    ties = 0
    unread = .max
  }
}
