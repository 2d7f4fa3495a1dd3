package import Graph

/// The weights of a relation's ties in one layout, as a kernel reads them.
package protocol TieWeights: Sendable {
  /// The weight at a position of the relation's backward rows.
  subscript(position: Int) -> Double { get }
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
  /// The weights of a relation, none below `floor`.
  ///
  /// Complexity: O(palette).
  package init(_ relation: Relation, floor: Double) {
    switch relation.backwardWeights {
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
  package subscript(position: Int) -> Double { palette[Int(codes[position])] }
}

/// Weights in single precision: 4 bytes a tie.
package struct SingleWeights: TieWeights {
  let weights: [Float]
  let floor: Float

  /// The weight at a position.
  @inline(__always)
  package subscript(position: Int) -> Double { Double(max(weights[position], floor)) }
}

/// The weights of a relation that has none.
package struct EqualWeights: TieWeights {
  /// 1.
  @inline(__always)
  package subscript(position: Int) -> Double { 1 }
}
