package import Graph

/// Every reverse-reachable set there can be, with its chance: for graphs of a few ties.
///
/// Whoever could have brought a message to each person is enumerated tie by tie, backwards from them,
/// each tie carrying or not. At most 2 to the number of ties that may do either, for each person.
package struct ReverseEnumeration: Sendable {
  /// A set of people who could each have brought it, without whoever hears it.
  package struct Outcome: Sendable {
    /// The people, ascending.
    package let people: [PersonID]
    /// What those are worth who hear it from one of them, each times the chance of this set.
    package fileprivate(set) var worth: Double
  }

  /// The most ties that may carry or not.
  package static let mostTies = 20

  /// The sets, in the order they were first found, the empty one left out.
  package private(set) var outcomes: [Outcome] = []

  private let ties: CascadeTies
  private let chances: CascadeTies.Chances
  private let hops: Int
  /// Where each set stands.
  private var places: [[PersonID]: Int] = [:]

  /// The sets of a few ties; nil where ties are too many.
  ///
  /// Complexity: O(people + ties) without an answer.
  package init?(_ ties: CascadeTies, worth: [Double], within hops: Int?) {
    guard ties.speakers.neighbours.count <= 4 * ReverseEnumeration.mostTies else { return nil }
    self.ties = ties
    chances = ties.heard
    self.hops = ties.uptake == .direct ? 1 : hops ?? .max
    var open = 0
    for listener in 0..<ties.speakers.count {
      for position in ties.speakers.range(of: UInt32(listener)) {
        let chance = chances[position, listener]
        if chance > 0, chance < 1 { open += 1 }
      }
    }
    guard open <= ReverseEnumeration.mostTies else { return nil }
    for (root, worth) in worth.enumerated() where worth > 0 {
      var walk = Walk(found: [PersonID(root)], distances: [0], worth: worth)
      step(&walk)
    }
  }

  /// What each person reaches alone.
  package func spreads(people: Int) -> [Double] {
    var spreads = [Double](repeating: 0, count: people)
    for outcome in outcomes {
      for person in outcome.people { spreads[Int(person)] += outcome.worth }
    }
    return spreads
  }
}

/// Who was found so far, and with what worth times chance.
private struct Walk {
  var found: [PersonID]
  var distances: [Int]
  var worth: Double
  /// Whose speakers are asked next, and which of them.
  var next = 0
  var offset = 0
  /// The chance that no speaker asked so far brought it to this listener, by thresholds.
  var rest = 1.0
}

extension ReverseEnumeration {
  /// Goes on until a tie may carry or not, and then both ways.
  private mutating func step(_ walk: inout Walk) {
    while walk.next < walk.found.count {
      let listener = walk.found[walk.next]
      let row = ties.speakers.range(of: listener)
      let position = row.lowerBound + walk.offset
      guard position < row.upperBound, walk.distances[walk.next] < hops else {
        walk.turn()
        continue
      }
      walk.offset += 1
      let speaker = ties.speakers.neighbours[position]
      var chance = chances[position, Int(listener)]
      if ties.uptake == .threshold {
        let share = walk.rest > 0 ? min(1, chance / walk.rest) : 0
        walk.rest = max(0, walk.rest - chance)
        chance = share
      } else if walk.found.contains(speaker) {
        continue
      }
      if chance > 0 {
        var live = walk
        live.worth *= chance
        if !live.found.contains(speaker) {
          live.found.append(speaker)
          live.distances.append(live.distances[live.next] + 1)
        }
        // Of thresholds one tie carries.
        if ties.uptake == .threshold { live.turn() }
        step(&live)
      }
      walk.worth *= 1 - chance
      guard walk.worth > 0 else { return }
    }
    note(walk)
  }

  private mutating func note(_ walk: Walk) {
    let people = walk.found.dropFirst().sorted()
    guard !people.isEmpty else { return }
    if let place = places[people] {
      outcomes[place].worth += walk.worth
    } else {
      places[people] = outcomes.count
      outcomes.append(Outcome(people: people, worth: walk.worth))
    }
  }
}

extension Walk {
  /// Turns to the next listener.
  mutating func turn() {
    next += 1
    offset = 0
    rest = 1
  }
}
