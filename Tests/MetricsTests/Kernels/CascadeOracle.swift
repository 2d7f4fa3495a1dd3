import Graph
import TestSupport

/// Every graph of live ties there can be, one after the other: the definition of a cascade.
struct CascadeOracle {
  /// A tie a message may go along.
  struct Tie {
    let speaker: Int
    let listener: Int
    let chance: Double
  }

  /// A set of people, one bit each.
  typealias People = UInt128

  let people: Int
  let ties: [Tie]
  var isThreshold = false
  var hops = Int.max

  /// The ties of a graph of at most 128 people, with the chances a rule gives.
  init(_ relation: Relation, chance: (_ speaker: UInt32, _ listener: UInt32) -> Double) {
    people = relation.forward.count
    ties = (0..<UInt32(people)).flatMap { listener in
      relation.forward[listener].map { speaker in
        Tie(speaker: Int(speaker), listener: Int(listener), chance: chance(speaker, listener))
      }
    }
  }

  /// Calls back with who hears each speaker in each world, and its chance.
  func worlds(_ body: (_ listeners: [People], _ chance: Double) -> Void) {
    func go(_ index: Int, _ listeners: [People], _ chance: Double) {
      guard chance > 0 else { return }
      guard index < ties.count else { return body(listeners, chance) }
      func live(_ tie: Tie, next: Int) {
        var more = listeners
        more[tie.speaker] |= 1 << People(tie.listener)
        go(next, more, chance * tie.chance)
      }
      let tie = ties[index]
      guard isThreshold else {
        live(tie, next: index + 1)
        return go(index + 1, listeners, chance * (1 - tie.chance))
      }
      // The next listener's ties: one is drawn, or none.
      let end = ties[index...].firstIndex { $0.listener != tie.listener } ?? ties.count
      let none = 1 - ties[index..<end].reduce(0) { $0 + $1.chance }
      if none > 1e-12 { go(end, listeners, chance * none) }
      for drawn in ties[index..<end] { live(drawn, next: end) }
    }
    go(0, Array(repeating: 0, count: people), 1)
  }

  /// What each choice of people is expected to reach: whoever hears it from another of them counts.
  func spreads(of choices: [[Int]], worth: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: choices.count)
    worlds { listeners, chance in
      let heard = (0..<people).map { others(hearing: $0, listeners) }
      for (number, chosen) in choices.enumerated() {
        let all = chosen.reduce(0) { $0 | heard[$1] }
        for person in 0..<people where all >> People(person) & 1 == 1 {
          sums[number] += chance * worth[person]
        }
      }
    }
    return sums
  }

  /// What each person is expected to reach.
  func spreads(worth: [Double]) -> [Double] {
    spreads(of: (0..<people).map { [$0] }, worth: worth)
  }

  /// The others who hear it from somebody.
  private func others(hearing speaker: Int, _ listeners: [People]) -> People {
    var heard: People = 1 << People(speaker)
    var fresh = heard
    var hop = 0
    while fresh != 0, hop < hops {
      var more: People = 0
      while fresh != 0 {
        more |= listeners[fresh.trailingZeroBitCount]
        fresh &= fresh - 1
      }
      fresh = more & ~heard
      heard |= more
      hop += 1
    }
    return heard & ~(1 << People(speaker))
  }

  /// Every choice of at most so many candidates, and of at least one.
  static func choices(of candidates: [Int], most: Int) -> [[Int]] {
    let all = candidates.reduce(into: [[Int]()]) { choices, candidate in
      choices += choices.filter { $0.count < most }.map { $0 + [candidate] }
    }
    return all.filter { !$0.isEmpty }
  }
}

extension Graph {
  /// A few people with so many follows drawn at random, each with a trust.
  static func few(people: Int, ties: Int, seed: UInt64) -> Graph {
    var random = SeededRandom(seed: seed)
    var words = (0..<people).map { "p\($0)" }
    var known: Set<String> = []
    while known.count < ties {
      let pair = (0..<2).map { _ in Int(random.next() % UInt64(people)) }
      guard pair[0] != pair[1] else { continue }
      let tie = "p\(pair[0])>p\(pair[1])"
      guard known.insert(tie).inserted else { continue }
      words.append("\(tie):0.\(1 + random.next() % 9)")
    }
    return Graph(literal: words.joined(separator: " "))
  }

  /// Ten stars, each with eight fans who always heed, and ten ties that may carry or not.
  static let stars: Graph = {
    var words = (0..<10).map { "s\($0)" }
    for star in 0..<10 { for fan in 0..<8 { words.append("f\(star)x\(fan)>s\(star):1") } }
    for number in 0..<5 {
      words.append("s\(number)>s\((number + 1) % 5):0.\(2 + number)")
      words.append("f\(number)x\(number)>s\(number + 5):0.\(9 - number)")
    }
    return Graph(literal: words.joined(separator: " "))
  }()
}
