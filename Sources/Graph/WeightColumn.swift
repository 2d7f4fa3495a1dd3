/// A weight for each tie of a relation, in the order of its rows.
///
/// Weights of few distinct values keep every bit in 2 bytes a tie; more than 65,536 distinct ones
/// are kept in single precision, 4 bytes a tie.
package enum WeightColumn: Sendable {
  /// Each tie's place in a palette of the distinct values.
  case coded([UInt16], palette: [Double])
  /// Single precision: 24 bits of mantissa.
  case single([Float])

  /// How many weights there are.
  package var count: Int {
    switch self {
    case .coded(let codes, _): codes.count
    case .single(let weights): weights.count
    }
  }

  /// One weight.
  package subscript(position: Int) -> Double {
    switch self {
    case .coded(let codes, let palette): palette[Int(codes[position])]
    case .single(let weights): Double(weights[position])
    }
  }

  /// The weights at a range of positions.
  package func values(in range: Range<Int>) -> [Double] {
    switch self {
    case .coded(let codes, let palette): codes[range].map { palette[Int($0)] }
    case .single(let weights): weights[range].map(Double.init)
    }
  }

  /// The least and the greatest weight; nil without weights.
  package var bounds: ClosedRange<Double>? {
    switch self {
    case .coded(_, let palette):
      guard let least = palette.min(), let greatest = palette.max() else { return nil }
      return least...greatest
    case .single(let weights):
      guard let least = weights.min(), let greatest = weights.max() else { return nil }
      return Double(least)...Double(greatest)
    }
  }

  /// The weights at these positions, in this order.
  package func gathered(_ positions: [UInt32]) -> WeightColumn {
    switch self {
    case .coded(let codes, let palette):
      .coded(positions.map { codes[Int($0)] }, palette: palette)
    case .single(let weights):
      .single(positions.map { weights[Int($0)] })
    }
  }
}

/// Weights as they come, one after the other, before their ties are sorted.
package struct WeightBuffer: Sendable {
  /// The code of each weight in `palette`; empty where there are too many for that.
  private(set) var codes: [UInt16] = []
  /// The different weights, in the order they came.
  private(set) var palette: [Double] = []
  private var codeOfBits: [UInt64: UInt16] = [:]
  /// The codes seen last, by a hash of their bits: most weights are found here.
  private var recent: [(bits: UInt64, code: UInt16)] = Array(repeating: (.max, 0), count: 2_048)
  private var singles: [Float]?

  /// No weights yet; where they are known to be too many for codes, they are kept without.
  package init(coded: Bool = true) {
    if !coded { singles = [] }
  }

  /// Whether each weight is a code in a palette.
  package var isCoded: Bool { singles == nil }

  /// One weight.
  package subscript(position: Int) -> Double {
    if let singles { return Double(singles[position]) }
    return palette[Int(codes[position])]
  }

  /// How many weights have been added.
  package var count: Int { singles?.count ?? codes.count }

  /// The weights as a column, in the order they were added.
  package var column: WeightColumn {
    if let singles { return .single(singles) }
    return .coded(codes, palette: palette)
  }

  /// Makes room for so many more weights.
  package mutating func reserve(_ more: Int) {
    let room = count + more
    if singles == nil { codes.reserveCapacity(room) } else { singles?.reserveCapacity(room) }
  }

  /// Adds one weight.
  ///
  /// Complexity: O(1), amortised.
  package mutating func append(_ weight: Double) {
    if let code = code(of: weight) {
      codes.append(code)
      return
    }
    if singles == nil {
      singles = codes.map { Float(palette[Int($0)]) }
      codes = []
      palette = []
      codeOfBits = [:]
    }
    singles?.append(weight == 0 ? 0 : Float(weight))
  }

  /// Adds weights by their codes.
  @unsafe package mutating func append(codes new: UnsafeBufferPointer<UInt16>) {
    unsafe codes.append(contentsOf: new)
  }

  /// The code of a weight, which is given one; nil where there are too many.
  package mutating func code(of weight: Double) -> UInt16? {
    guard singles == nil else { return nil }
    let bits = (weight == 0 ? 0.0 : weight).bitPattern
    let slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 53)
    if bits == recent[slot].bits { return recent[slot].code }
    if let code = codeOfBits[bits] {
      recent[slot] = (bits, code)
      return code
    }
    guard palette.count <= Int(UInt16.max) else { return nil }
    let code = UInt16(palette.count)
    codeOfBits[bits] = code
    palette.append(weight == 0 ? 0 : weight)
    recent[slot] = (bits, code)
    return code
  }
}
