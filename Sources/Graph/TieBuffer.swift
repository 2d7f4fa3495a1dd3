package import Values

/// Ties of one relation as they come, before they are sorted into rows.
package struct TieBuffer: Sendable {
  /// A tie each: its source in the upper half, its target in the lower.
  private(set) var ends: [UInt64] = []
  /// What the ties weigh; nil where they carry no weights.
  private(set) var weights: WeightBuffer?
  private var times: [Instant?]?

  /// No ties yet; say what each will carry.
  package init(weighted: Bool, timed: Bool = false) {
    weights = weighted ? WeightBuffer() : nil
    times = timed ? [] : nil
  }

  /// Ties by their ends, a source above a target in each number, and as many weights and times.
  package init(ends: [UInt64], weights: WeightBuffer?, times: [Instant?]?) {
    self.ends = ends
    self.weights = weights
    self.times = times
  }

  /// The ties of a relation, to add more to.
  package init(_ relation: Relation, weighted: Bool, timed: Bool) {
    self.init(weighted: weighted, timed: timed)
    reserve(relation.count)
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
  package var count: Int { ends.count }

  /// Whether its ties carry weights.
  package var isWeighted: Bool { weights != nil }

  /// Whether what its ties weigh is kept by few codes; also where they carry no weights.
  package var isCoded: Bool { weights?.isCoded != false }

  /// Whether its ties carry times.
  package var isTimed: Bool { times != nil }

  /// The source and the target of a tie.
  package func ends(of tie: Int) -> (source: UInt32, target: UInt32) {
    (UInt32(ends[tie] >> 32), UInt32(truncatingIfNeeded: ends[tie]))
  }

  /// What a tie weighs; 1 where ties carry no weights.
  package func weight(of tie: Int) -> Double { weights?[tie] ?? 1 }

  /// When a tie began; nil where that is not known.
  package func time(of tie: Int) -> Instant? { times?[tie] }

  /// Makes room for so many more ties.
  package mutating func reserve(_ more: Int) {
    ends.reserveCapacity(ends.count + more)
    weights?.reserve(more)
  }

  /// Adds a tie; a later one between the same two replaces an earlier one.
  package mutating func append(
    from source: UInt32,
    to target: UInt32,
    weight: Double = 1,
    time: Instant? = nil
  ) {
    ends.append(UInt64(source) << 32 | UInt64(target))
    weights?.append(weight)
    times?.append(time)
  }

  /// Adds all ties of another buffer behind these, in other numbers where there are some.
  package mutating func append(contentsOf other: TieBuffer, numbered numbers: [UInt32]? = nil) {
    for index in 0..<other.count {
      let (source, target) = other.ends(of: index)
      append(
        from: numbers?[Int(source)] ?? source,
        to: numbers?[Int(target)] ?? target,
        weight: other.weight(of: index),
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
    guard let weights else { return self }
    var known = TieBuffer(weighted: true, timed: isTimed)
    for index in 0..<count where !weights[index].isNaN {
      let (source, target) = ends(of: index)
      known.append(from: source, to: target, weight: weights[index], time: times?[index])
    }
    return known
  }

  /// The ties as a relation.
  ///
  /// Of several between the same two the last one added stays. O(ties + rows) time. Deterministic.
  package consuming func frozen(sources: Int, targets: Int) -> Relation {
    // Nobody watches, so nobody stops it.
    TieParts([self]).frozen(sources: sources, targets: targets, sharedBy: WorkSharing())
      ?? Relation(sources: sources, targets: targets)
  }

  /// The ties as a relation, where what they carry needs room of its own.
  ///
  /// Three stable counting sorts: by target, by source, and by target again for the other
  /// direction. Each moves a tie and what it carries as one word, so that a tie costs one access
  /// to memory that is not in sequence. O(ties + rows) time; at its peak 32 bytes a tie.
  consuming func sorted(sources sourceCount: Int, targets targetCount: Int) -> Relation {
    var carried = Carried(weights: weights?.column, times: times)
    weights = nil
    var ties = SortedTies(byTargetsOf: ends, rows: targetCount, carried)
    ends = []
    carried.forgetMoved()
    var spare = [UInt64](repeating: 0, inLargePages: ties.words.count)
    ties.turn(rows: sourceCount, swappingWith: &spare)
    ties.dropRepeats()
    let forward = Rows(starts: ties.starts, neighbours: ties.ends())
    let forwardWeights = carried.weights(ties.words)
    let forwardTimes = carried.times(ties.words)
    ties.turn(rows: targetCount, swappingWith: &spare)
    spare = []
    return Relation(
      forward: forward,
      backward: Rows(starts: ties.starts, neighbours: ties.ends()),
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

  /// Ties by their targets, those of a row in the order they came.
  init(byTargetsOf ends: [UInt64], rows: Int, _ carried: Carried) {
    starts = Array(repeating: 0, count: rows + 1)
    for pair in ends { starts[Int(pair & 0xFFFF_FFFF) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    words = Array(repeating: 0, inLargePages: ends.count)
    for tie in ends.indices {
      let target = Int(ends[tie] & 0xFFFF_FFFF)
      words[Int(next[target])] = (ends[tie] >> 32) << 32 | UInt64(carried.payload(tie))
      next[target] += 1
    }
  }

  /// The other end of each tie.
  func ends() -> [UInt32] { words.map { UInt32($0 >> 32) } }

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
