import CSystem
package import Graph
package import Values

/// The weights of a relation's ties in one layout, as a kernel reads them.
///
/// A position is not checked: a kernel takes it from the rows the weights lie beside.
package protocol TieWeights: Sendable {
  /// The weight at a position of the relation's backward rows.
  subscript(position: Int) -> Double { get }

  /// Asks for what lies at a position, or behind all, to be brought near.
  func fetch(_ position: Int)
}

extension TieWeights {
  /// Asks for nothing.
  @inline(__always)
  package func fetch(_ position: Int) {}
}

/// The weights in the order of a relation's backward rows, by layout.
///
/// A kernel is generic over the layout and is chosen once, by a switch outside of its loops:
/// through an existential every single weight would be a dynamic call.
package enum PulledWeights: Sendable {
  /// Places in a palette.
  case coded(CodedWeights)
  /// Single precision.
  case single(SingleWeights)
  /// No weights: every tie weighs 1.
  case equal(EqualWeights)
}

extension PulledWeights {
  /// The weights of a relation in the order of its backward rows, none below `floor`.
  ///
  /// Complexity: O(palette).
  package init(_ relation: Relation, floor: Double) {
    self.init(relation.backwardWeights, floor: floor)
  }

  /// Weights in the order of the rows they lie beside, none below `floor`.
  ///
  /// Complexity: O(palette).
  init(_ weights: WeightColumn?, floor: Double) {
    switch weights {
    case .coded(let codes, let palette):
      self = .coded(CodedWeights(codes: codes, palette: palette.map { max($0, floor) }))
    case .single(let weights):
      self = .single(SingleWeights(weights: weights, floor: Float(floor)))
    case nil: self = .equal(EqualWeights())
    }
  }
}

/// Weights by their places in a palette: 2 bytes a tie, the palette in the cache.
package struct CodedWeights: TieWeights {
  let codes: [UInt16]
  let palette: [Double]

  /// The weight at a position.
  @inline(__always)
  package subscript(position: Int) -> Double {
    unsafe palette.span[unchecked: Int(codes.span[unchecked: position])]
  }

  /// Unsafe: names a place of the array, and reads nothing.
  @inline(__always)
  package func fetch(_ position: Int) {
    unsafe codes.withUnsafeBufferPointer { codes in
      guard let start = codes.baseAddress else { return }
      unsafe csystem_fetch(start + position)
    }
  }
}

/// Weights in single precision: 4 bytes a tie.
package struct SingleWeights: TieWeights {
  let weights: [Float]
  let floor: Float

  /// The weight at a position.
  @inline(__always)
  package subscript(position: Int) -> Double {
    unsafe Double(max(weights.span[unchecked: position], floor))
  }
}

/// The weights of a relation that has none.
package struct EqualWeights: TieWeights {
  /// 1.
  @inline(__always)
  package subscript(position: Int) -> Double { 1 }
}

/// Weights listed one by one: 8 bytes a tie.
package struct ListedWeights: TieWeights {
  let weights: [Double]

  /// Weights in the order of the rows they lie beside.
  package init(weights: [Double]) { self.weights = weights }

  /// The weight at a position.
  @inline(__always)
  package subscript(position: Int) -> Double { weights[position] }
}

extension MetricArguments.Weight {
  /// What each tie of a relation weighs, beside its backward rows; never negative.
  ///
  /// By ties: what the tie between the same two weighs there, `missing` where there is none. By
  /// people: what the tie's target weighs. Throws `cancelled`. Complexity: O(ties of both).
  package func listed(
    beside relation: Relation,
    missing: Double?,
    threads: Int? = nil,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(MetricError) -> [Double] {
    let rows = relation.backward
    func list(_ weights: @Sendable (Range<Int>) -> [Double]) throws(MetricError) -> [Double] {
      try ParallelRanges(balancing: rows)
        .map(nil, threads: threads, watchedBy: monitor, weights).concatenated
    }
    switch self {
    case .people(let weights, _):
      return try list { range in
        range.flatMap { target in
          let weight = max(weights[target].isNaN ? 0 : weights[target], 0)
          return repeatElement(weight, count: rows.degree(of: PersonID(target)))
        }
      }
    case .ties(let other, _):
      let (others, missing) = (other.backward, missing ?? 0)
      switch PulledWeights(other, floor: 0) {
      case .coded(let weights): return try list { rows.merged($0, others, weights, missing) }
      case .single(let weights): return try list { rows.merged($0, others, weights, missing) }
      case .equal(let weights): return try list { rows.merged($0, others, weights, missing) }
      }
    }
  }
}

extension Rows {
  /// The weight of each tie of some rows, found in others by a merge of two ascending rows.
  fileprivate func merged(
    _ range: Range<Int>,
    _ others: Rows,
    _ weights: some TieWeights,
    _ missing: Double
  ) -> [Double] {
    var listed: [Double] = []
    listed.reserveCapacity(Int(starts[range.upperBound] - starts[range.lowerBound]))
    for target in range {
      let other = others.range(of: UInt32(target))
      var cursor = other.lowerBound
      for source in self[UInt32(target)] {
        while cursor < other.upperBound, others.neighbours[cursor] < source { cursor += 1 }
        let isKnown = cursor < other.upperBound && others.neighbours[cursor] == source
        listed.append(isKnown ? weights[cursor] : missing)
      }
    }
    return listed
  }
}
