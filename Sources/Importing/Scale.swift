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
