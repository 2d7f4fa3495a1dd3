package import Graph

/// The weights of a relation's ties as a kernel reads them: by position, negative ones as 0.
package protocol TieWeights: Sendable {
  /// The weight at a position of the relation's backward rows, at least 0.
  subscript(position: Int) -> Double { get }
}

extension Relation {
  /// The weights in the order of the backward rows, ready to be added up.
  ///
  /// Their layout is chosen here, once, outside of the loops. Complexity: O(palette).
  package var pulledWeights: any TieWeights {
    switch backwardWeights {
    case .coded(let codes, let palette):
      CodedWeights(codes: codes, palette: palette.map { max($0, 0) })
    case .single(let weights): SingleWeights(weights: weights)
    case nil: EqualWeights()
    }
  }
}

/// Weights by their places in a palette: 2 bytes a tie, the palette in the cache.
private struct CodedWeights: TieWeights {
  let codes: [UInt16]
  let palette: [Double]

  @inline(__always)
  subscript(position: Int) -> Double { palette[Int(codes[position])] }
}

/// Weights in single precision: 4 bytes a tie.
private struct SingleWeights: TieWeights {
  let weights: [Float]

  @inline(__always)
  subscript(position: Int) -> Double { Double(max(weights[position], 0)) }
}

/// The weights of a relation that has none: every tie weighs 1.
private struct EqualWeights: TieWeights {
  @inline(__always)
  subscript(position: Int) -> Double { 1 }
}
