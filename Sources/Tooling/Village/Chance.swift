/// Draws numbers from a seed: SplitMix64, so that a seed gives the same village everywhere.
///
/// The standard library promises no stable sequence behind `Int.random`, hence our own draws. Only
/// operations that IEEE 754 rounds exactly are used, never a function of the maths library.
struct SeededGenerator {
  private var state: UInt64

  /// A generator for one concern; the label keeps the concerns from disturbing each other.
  init(seed: UInt64, stream: String) {
    var label: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 {
      label = (label ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    state = seed &* 0x9e37_79b9_7f4a_7c15 ^ label
    _ = next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number in [0, 1), in steps of 2^-53.
  mutating func unit() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// A whole number of the range, each as likely.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// Whether something that happens with this probability happens.
  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// One of the choices, each as likely; there must be one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[integer(in: 0...(choices.count - 1))]
  }

  /// So many different choices (or all of them), in a drawn order.
  mutating func sample<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
    var deck = choices
    let wanted = min(count, deck.count)
    for place in 0..<wanted {
      deck.swapAt(place, integer(in: place...(deck.count - 1)))
    }
    return Array(deck.prefix(wanted))
  }

  /// A Pareto draw of shape 1, cut off: most draws lie near the least, a few are many times it.
  mutating func heavyTail(from least: Double, to most: Double) -> Double {
    min(most, least / (1 - unit()))
  }
}

/// Draws people in proportion to a weight.
///
/// Complexity: O(log n) a draw.
struct WeightedUrn {
  private let people: [Int]
  private let cumulative: [Double]

  /// An urn of those whose weight is above zero.
  init(_ entries: [(person: Int, weight: Double)]) {
    var total = 0.0
    var people: [Int] = []
    var cumulative: [Double] = []
    for (person, weight) in entries where weight > 0 {
      total += weight
      people.append(person)
      cumulative.append(total)
    }
    self.people = people
    self.cumulative = cumulative
  }

  /// One person, or nil where the urn is empty.
  func draw(_ random: inout SeededGenerator) -> Int? {
    guard let total = cumulative.last else { return nil }
    let wanted = random.unit() * total
    var low = 0
    var high = people.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return people[low]
  }
}
