/// What a number in a column is a number of; decides how it is shown, never what is exported.
package enum Unit: Sendable, Hashable {
  /// A whole number of things: "people", "shares".
  case count(of: String)
  /// A number of people that need not be whole: an expectation, an effective size.
  case amount(of: String)
  /// A part of a whole, 0 to 1, shown as a percentage.
  case share
  /// A number between 0 and 1 that is not a part of anything: a probability, a trust.
  case score
  /// How many times: 1 means equal.
  case ratio
  /// An index with 100 as the average.
  case index
  /// Points on a scale that somebody made up, which need not be whole.
  case points
  /// A time in thousandths of a second.
  case milliseconds
  /// A number without a unit.
  case plain
}

extension Unit {
  /// The digits after the decimal point a screen shows; percentages count after the multiplication.
  package var decimals: Int {
    switch self {
    case .count: 0
    case .amount: 2
    case .share: 1
    case .score: 3
    case .ratio: 2
    case .milliseconds: 2
    case .index, .points: 1
    case .plain: 4
    }
  }

  /// The unit in words, for help and footers.
  package var description: String {
    switch self {
    case .count(let things), .amount(let things): things
    case .share: "share, 0 to 100 %"
    case .score: "score, 0 to 1"
    case .ratio: "ratio"
    case .index: "index, 100 = average"
    case .points: "points"
    case .milliseconds: "milliseconds"
    case .plain: "number"
    }
  }
}
