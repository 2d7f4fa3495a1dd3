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

  /// The ties whose weight is a number; those of NaN are left out. Complexity: O(ties).
  package func droppingUnknownWeights() -> TieBuffer {
    guard let column = weights?.column else { return self }
    var known = TieBuffer(weighted: true, timed: isTimed)
    for index in 0..<count where !column[index].isNaN {
      known.append(
        from: sources[index], to: targets[index], weight: column[index], time: times?[index])
    }
    return known
  }

  /// The ties as a relation. Of several between the same two the last one added stays.
  ///
  /// Two counting sorts (by target, then by source) and a transposition; O(ties + rows) time, and
  /// at its peak twice the room of the finished relation. Deterministic.
  package consuming func frozen(sources sourceCount: Int, targets targetCount: Int) -> Relation {
    let byTarget = TieBuffer.countingSort(targets, into: targetCount, order: nil)
    let order = TieBuffer.countingSort(sources, into: sourceCount, order: byTarget)
    var starts = [UInt32](repeating: 0, count: sourceCount + 1)
    var neighbours: [UInt32] = []
    var kept: [UInt32] = []
    neighbours.reserveCapacity(order.count)
    kept.reserveCapacity(order.count)
    var previous: (source: UInt32, target: UInt32) = (nobody, nobody)
    for tie in order {
      let source = sources[Int(tie)]
      let target = targets[Int(tie)]
      if (source, target) == previous {
        kept[kept.count - 1] = tie
        continue
      }
      previous = (source, target)
      starts[Int(source) + 1] += 1
      neighbours.append(target)
      kept.append(tie)
    }
    for row in 0..<sourceCount { starts[row + 1] += starts[row] }
    let forward = Rows(starts: starts, neighbours: neighbours)
    let (backward, origin) = forward.transposed(rows: targetCount)
    let forwardWeights = weights?.column.gathered(kept)
    return Relation(
      forward: forward,
      backward: backward,
      forwardWeights: forwardWeights,
      backwardWeights: forwardWeights?.gathered(origin),
      times: times.map { times in kept.map { times[Int($0)] } }
    )
  }

  /// A stable counting sort: the ties of `order` (all, in their order, when nil) by key.
  private static func countingSort(
    _ keys: [UInt32],
    into keyCount: Int,
    order: [UInt32]?
  ) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: keyCount + 1)
    for key in keys { next[Int(key) + 1] += 1 }
    for key in 0..<keyCount { next[key + 1] += next[key] }
    return unsafe [UInt32](unsafeUninitializedCapacity: keys.count) { sorted, count in
      for position in 0..<keys.count {
        let tie = order?[position] ?? UInt32(position)
        let key = Int(keys[Int(tie)])
        unsafe sorted[Int(next[key])] = tie
        next[key] += 1
      }
      count = keys.count
    }
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
