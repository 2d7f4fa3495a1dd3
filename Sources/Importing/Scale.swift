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

  /// The scales that bring weights into bounds that begin at `floor`, likeliest first.
  ///
  /// Stars run from 1 to 5 and marks to 5 or 10, whatever part of that a file uses.
  static func likely(for weights: ClosedRange<Double>, floor: Double) -> [Scale] {
    let least = weights.lowerBound
    let greatest = weights.upperBound
    if floor == 0, least < 0 { return [.span(from: least, to: greatest)] }
    let reach = max(abs(least), abs(greatest))
    guard reach > 0 else { return [] }
    if least >= 1, greatest <= 5 { return [.span(from: 1, to: 5), .divided(by: reach)] }
    let isMark = reach > 1 && reach <= 10 && reach != 5
    var scales = isMark && reach < 10 ? [Scale.divided(by: 10)] : []
    scales.append(.divided(by: reach))
    if least > 0, greatest <= 100 { scales.append(.span(from: least, to: greatest)) }
    return scales
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

  /// Takes note of a weight whose place `place` finds out, where that matters.
  mutating func take(_ weight: Double, at place: () -> (line: Int, column: Int)) {
    if weight < least { (least, leastPlace) = (weight, place()) }
    if weight > greatest { (greatest, greatestPlace) = (weight, place()) }
  }

  /// Takes note of the weights of a later piece of the file, which begins behind so many lines.
  mutating func take(_ later: WeightSpan, behind lines: Int) {
    guard later.least <= later.greatest else { return }
    take(later.least) { (later.leastPlace.line + lines, later.leastPlace.column) }
    take(later.greatest) { (later.greatestPlace.line + lines, later.greatestPlace.column) }
  }

  /// Where a weight stands that leaves `bounds` after scaling; nil where none does.
  func outlier(of bounds: ClosedRange<Double>, after scale: Scale) -> (line: Int, column: Int)? {
    guard least <= greatest else { return nil }
    if !bounds.contains(scale.apply(greatest)) { return greatestPlace }
    return bounds.contains(scale.apply(least)) ? nil : leastPlace
  }
}
