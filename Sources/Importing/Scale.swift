/// How the weights of a file become ours: `scale = 10` divides, `scale = 1 to 5` maps onto 0 to 1.
enum Scale: Sendable, Hashable {
  case none
  case divided(by: Double)
  case span(from: Double, to: Double)

  /// One of the file's weights in ours.
  func apply(_ weight: Double) -> Double {
    switch self {
    case .none: weight
    case .divided(let divisor): weight / divisor
    case .span(let from, let to): (weight - from) / (to - from)
    }
  }

  /// As it is written behind `scale =`; nil where there is none.
  var written: String? {
    switch self {
    case .none: nil
    case .divided(let divisor): divisor.shortText
    case .span(let from, let to): "\(from.shortText) to \(to.shortText)"
    }
  }

  /// What it does, as a sentence of the report; nil where it does nothing.
  var note: String? {
    switch self {
    case .none: nil
    case .divided(let divisor): "weights were divided by \(divisor.shortText)"
    case .span(let from, let to):
      "weights from \(from.shortText) to \(to.shortText) became 0 to 1"
    }
  }
}

/// From where to where the weights of a file run, and where both ends stand.
struct WeightSpan: Sendable {
  /// The least weight; above `greatest` where there is none.
  private(set) var least = Double.infinity
  /// The greatest weight.
  private(set) var greatest = -Double.infinity
  private var leastPlace = (line: 1, column: 1)
  private var greatestPlace = (line: 1, column: 1)

  /// Takes note of a weight, which stands in a column of a row.
  mutating func take(_ weight: Double, in column: Int, of row: borrowing RowScanner) {
    if weight < least { (least, leastPlace) = (weight, row.place(of: column)) }
    if weight > greatest { (greatest, greatestPlace) = (weight, row.place(of: column)) }
  }

  /// Where a weight stands that leaves `bounds` after scaling; nil where none does.
  func outlier(of bounds: ClosedRange<Double>, after scale: Scale) -> (line: Int, column: Int)? {
    guard least <= greatest else { return nil }
    if !bounds.contains(scale.apply(greatest)) { return greatestPlace }
    return bounds.contains(scale.apply(least)) ? nil : leastPlace
  }
}
