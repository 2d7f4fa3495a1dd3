package import Values

/// Ties of one relation as they come, before they are sorted into rows.
package struct TieBuffer: Sendable {
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var weights: WeightBuffer?
  private var times: [Instant?]?

  /// No ties yet; say what each will carry.
  package init(weighted: Bool, timed: Bool = false) {
    weights = weighted ? WeightBuffer() : nil
    times = timed ? [] : nil
  }

  /// The ties of a relation, to add more to.
  package init(_ relation: Relation, weighted: Bool, timed: Bool) {
    self.init(weighted: weighted, timed: timed)
    for source in 0..<UInt32(relation.forward.count) {
      for position in relation.forward.range(of: source) {
        append(
          from: source,
          to: relation.forward.neighbours[position],
          weight: relation.forwardWeights?[position] ?? 1,
          time: relation.times?[position]
        )
      }
    }
  }

  /// How many ties were added, repeats included.
  package var count: Int { sources.count }

  /// Whether its ties carry weights.
  package var isWeighted: Bool { weights != nil }

  /// Whether its ties carry times.
  package var isTimed: Bool { times != nil }

  /// Makes room for so many more ties.
  package mutating func reserve(_ more: Int) {
    sources.reserveCapacity(sources.count + more)
    targets.reserveCapacity(targets.count + more)
    weights?.reserve(more)
  }

  /// Adds a tie; a later one between the same two replaces an earlier one.
  package mutating func append(
    from source: UInt32,
    to target: UInt32,
    weight: Double = 1,
    time: Instant? = nil
  ) {
    sources.append(source)
    targets.append(target)
    weights?.append(weight)
    times?.append(time)
  }

  /// Adds all ties of another buffer behind these.
  package mutating func append(contentsOf other: TieBuffer) {
    let column = other.weights?.column
    for index in 0..<other.count {
      append(
        from: other.sources[index],
        to: other.targets[index],
        weight: column?[index] ?? 1,
        time: other.times?[index]
      )
    }
  }

  /// The same ties without weights.
  package consuming func withoutWeights() -> TieBuffer {
    weights = nil
    return self
  }

  /// The ties whose weight is a number; those of NaN are left out.
  ///
  /// Complexity: O(ties).
  package func droppingUnknownWeights() -> TieBuffer {
    guard let column = weights?.column else { return self }
    var known = TieBuffer(weighted: true, timed: isTimed)
    for index in 0..<count where !column[index].isNaN {
      known.append(
        from: sources[index],
        to: targets[index],
        weight: column[index],
        time: times?[index]
      )
    }
    return known
  }

  /// The ties as a relation.
  ///
  /// Of several between the same two the last one added stays.
  ///
  /// Three stable counting sorts: by target, by source, and by target again for the other
  /// direction. Each moves a tie and what it carries as one word, so that a tie costs one access
  /// to memory that is not in sequence; the columns that came become the columns of the relation.
  /// O(ties + rows) time; at its peak 28 bytes a tie. Deterministic.
  package consuming func frozen(sources sourceCount: Int, targets targetCount: Int) -> Relation {
    var carried = Carried(weights: weights?.column, times: times)
    weights = nil
    var ties = SortedTies(by: targets, rows: targetCount, to: sources, carried)
    carried.forgetMoved()
    var spare = [UInt64](repeating: 0, inLargePages: ties.words.count)
    ties.turn(rows: sourceCount, swappingWith: &spare)
    ties.dropRepeats()
    ties.writeEnds(to: &sources)
    let forward = Rows(starts: ties.starts, neighbours: sources)
    sources = []
    let forwardWeights = carried.weights(ties.words)
    let forwardTimes = carried.times(ties.words)
    ties.turn(rows: targetCount, swappingWith: &spare)
    spare = []
    ties.writeEnds(to: &targets)
    let backward = Rows(starts: ties.starts, neighbours: targets)
    targets = []
    return Relation(
      forward: forward,
      backward: backward,
      forwardWeights: forwardWeights,
      backwardWeights: carried.weights(ties.words),
      times: forwardTimes
    )
  }
}

/// Ties in rows, on their way to a relation.
private struct SortedTies {
  /// One tie each, row after row: its other end in the upper half, what it carries in the lower.
  private(set) var words: [UInt64]
  /// Where each row starts, and one end.
  private(set) var starts: [UInt32]

  /// Ties by one of their ends, those of a row in the order they came.
  init(by keys: [UInt32], rows: Int, to others: [UInt32], _ carried: Carried) {
    starts = Array(repeating: 0, count: rows + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    words = Array(repeating: 0, inLargePages: keys.count)
    for tie in keys.indices {
      let key = Int(keys[tie])
      words[Int(next[key])] = UInt64(others[tie]) << 32 | UInt64(carried.payload(tie))
      next[key] += 1
    }
  }

  /// Writes the other end of each tie over a column of at least as many.
  func writeEnds(to column: inout [UInt32]) {
    column.removeLast(column.count - words.count)
    for index in words.indices { column[index] = UInt32(truncatingIfNeeded: words[index] >> 32) }
  }

  /// Sorts the ties by their other end, those of a row by this one; repeats stay in their order.
  ///
  /// `spare` holds at least as many words, and holds the old ones afterwards.
  mutating func turn(rows: Int, swappingWith spare: inout [UInt64]) {
    var turnedStarts = [UInt32](repeating: 0, count: rows + 1)
    for word in words { turnedStarts[Int(word >> 32) + 1] += 1 }
    for row in 0..<rows { turnedStarts[row + 1] += turnedStarts[row] }
    var next = turnedStarts
    spare.removeLast(spare.count - words.count)
    for row in 0..<(starts.count - 1) {
      let own = UInt64(row) << 32
      for position in Int(starts[row])..<Int(starts[row + 1]) {
        let word = words[position]
        let other = Int(word >> 32)
        spare[Int(next[other])] = own | word & 0xFFFF_FFFF
        next[other] += 1
      }
    }
    swap(&words, &spare)
    starts = turnedStarts
  }

  /// Keeps the last of several ties between the same two.
  mutating func dropRepeats() {
    var kept = 0
    var start = 0
    for row in 0..<(starts.count - 1) {
      let end = Int(starts[row + 1])
      for position in start..<end {
        let word = words[position]
        if position + 1 < end, words[position + 1] >> 32 == word >> 32 { continue }
        words[kept] = word
        kept += 1
      }
      start = end
      starts[row + 1] = UInt32(kept)
    }
    words.removeLast(words.count - kept)
  }
}

/// What ties carry besides their ends, in 32 bits: a weight, or the number of the tie where that
/// is not enough.
private struct Carried {
  private var column: WeightColumn?
  private let moments: [Instant?]?

  init(weights: WeightColumn?, times: [Instant?]?) {
    column = weights
    moments = times
  }

  func payload(_ tie: Int) -> UInt32 {
    if moments != nil { return UInt32(tie) }
    return switch column {
    case .coded(let codes, _): UInt32(codes[tie])
    case .single(let weights): weights[tie].bitPattern
    case nil: 0
    }
  }

  /// Lets go of weights that travel with their ties.
  mutating func forgetMoved() {
    guard moments == nil else { return }
    switch column {
    case .coded(_, let palette): column = .coded([], palette: palette)
    case .single: column = .single([])
    case nil: break
    }
  }

  func weights(_ words: [UInt64]) -> WeightColumn? {
    if moments != nil { return column?.gathered(words.map { UInt32(truncatingIfNeeded: $0) }) }
    return switch column {
    case .coded(_, let palette):
      .coded(words.map { UInt16(truncatingIfNeeded: $0) }, palette: palette)
    case .single: .single(words.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) })
    case nil: nil
    }
  }

  func times(_ words: [UInt64]) -> [Instant?]? {
    moments.map { moments in words.map { moments[Int(UInt32(truncatingIfNeeded: $0))] } }
  }
}

extension Rows {
  /// The same ties seen from the other end, and for each of them its position here.
  ///
  /// Complexity: O(neighbours + rows).
  package func transposed(rows rowCount: Int) -> (rows: Rows, origin: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: rowCount + 1)
    for neighbour in neighbours { starts[Int(neighbour) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var origin = [UInt32](repeating: 0, count: neighbours.count)
    var turned = [UInt32](repeating: 0, count: neighbours.count)
    for source in 0..<UInt32(count) {
      for position in range(of: source) {
        let target = Int(neighbours[position])
        let place = Int(next[target])
        next[target] += 1
        turned[place] = source
        origin[place] = UInt32(position)
      }
    }
    return (Rows(starts: starts, neighbours: turned), origin)
  }
}
