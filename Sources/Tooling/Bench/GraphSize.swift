/// How large a made graph is.
package enum GraphSize: String, CaseIterable, Codable, Sendable {
  /// For tests.
  case tiny = "XS"
  case small = "S"
  case medium = "M"
  case large = "L"

  /// The most people who can follow or be followed.
  var people: Int {
    switch self {
    case .tiny: 1_000
    case .small: 100_000
    case .medium: 1_000_000
    case .large: 4_000_000
    }
  }

  /// How many follows there are.
  var follows: Int {
    switch self {
    case .tiny: 10_000
    case .small: 2_000_000
    case .medium: 20_000_000
    case .large: 100_000_000
    }
  }

  /// How many interactions there are.
  var interactions: Int {
    switch self {
    case .tiny: 5_000
    case .small: 500_000
    case .medium, .large: 5_000_000
    }
  }

  /// How often the square of all pairs is quartered: two to this power is at least the people.
  var scale: Int {
    switch self {
    case .tiny: 10
    case .small: 17
    case .medium: 20
    case .large: 22
    }
  }

  /// What the draws begin from.
  var seed: UInt64 {
    switch self {
    case .tiny: 1
    case .small: 11
    case .medium: 22
    case .large: 33
    }
  }
}
