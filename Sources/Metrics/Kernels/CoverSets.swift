package import Graph

/// Sets that are covered by whoever is in them: what some people reach together.
///
/// A set is a listener, or a draw of one; its members could each bring them the message, all of them
/// surely or each with a chance of their own. Its worth is what is gained as it is covered. Members
/// are candidates, numbered from 0; two lists of 4 bytes a membership, 8 more each with chances.
package struct CoverSets: Sendable {
  /// How many candidates there are.
  package let candidateCount: Int
  /// Where the members of each set begin, and one end.
  private var starts: [Int] = [0]
  private var members: [UInt32] = []
  private var chances: [Double] = []
  private var worths: [Double] = []
  /// Where the sets of each candidate begin, and one end.
  private var ownStarts: [Int] = []
  private var own: [UInt32] = []
  private var ownChances: [Double] = []

  /// Sets that are drawn, each worth the same and covered by any member; candidates ascend.
  ///
  /// Complexity: O(memberships + people).
  package init(_ sets: ReverseSampler.Sets, of candidates: Candidates) {
    candidateCount = candidates.people.count
    starts.reserveCapacity(sets.sizes.count + 1)
    members = sets.members.map { candidates.numbers[Int($0)] }
    for size in sets.sizes { starts.append(starts[starts.count - 1] + Int(size)) }
    index()
  }

  /// Sets of several worths that any member covers.
  ///
  /// Complexity: O(memberships).
  package init(_ outcomes: [ReverseEnumeration.Outcome], of candidates: Candidates) {
    candidateCount = candidates.people.count
    for outcome in outcomes {
      for person in outcome.people where candidates.numbers[Int(person)] != nobody {
        members.append(candidates.numbers[Int(person)])
      }
      starts.append(members.count)
      worths.append(outcome.worth)
    }
    index()
  }

  /// The listeners of worth, as those cover them whom they hear themselves.
  ///
  /// By thresholds the chances of several speakers add up, else each leaves as many as do not heed.
  /// Complexity: O(ties).
  package init(hearing ties: CascadeTies, worth: [Double], of candidates: Candidates) {
    candidateCount = candidates.people.count
    let heard = ties.heard
    var areSure = true
    for listener in worth.indices where worth[listener] > 0 {
      for position in ties.speakers.range(of: UInt32(listener)) {
        let number = candidates.numbers[Int(ties.speakers.neighbours[position])]
        let chance = heard[position, listener]
        guard number != nobody, chance > 0 else { continue }
        members.append(number)
        chances.append(chance)
        if chance < 1 { areSure = false }
        if ties.uptake == .threshold {
          starts.append(members.count)
          worths.append(worth[listener])
        }
      }
      if ties.uptake != .threshold, starts[starts.count - 1] < members.count {
        starts.append(members.count)
        worths.append(worth[listener])
      }
    }
    if areSure { chances = [] }
    index()
  }

  /// How many sets there are.
  package var count: Int { starts.count - 1 }

  /// Lists the sets of each candidate.
  private mutating func index() {
    var ends = [Int](repeating: 0, count: candidateCount + 1)
    for member in members { ends[Int(member) + 1] += 1 }
    for candidate in 0..<candidateCount { ends[candidate + 1] += ends[candidate] }
    ownStarts = ends
    own = Array(repeating: 0, count: members.count)
    if !chances.isEmpty { ownChances = Array(repeating: 0, count: members.count) }
    for set in 0..<count {
      for position in starts[set]..<starts[set + 1] {
        let place = ends[Int(members[position])]
        own[place] = UInt32(set)
        if !chances.isEmpty { ownChances[place] = chances[position] }
        ends[Int(members[position])] += 1
      }
    }
  }
}

extension CoverSets {
  /// What is covered as candidates are taken one by one, and what each further one would add.
  package struct Cover: Sendable {
    private let sets: CoverSets
    /// The part of each set that is not covered.
    private var open: [Double]
    /// What each candidate would add; 0 once taken.
    package private(set) var gains: [Double]
    /// What is covered.
    package private(set) var worth = 0.0

    /// Nothing covered yet.
    ///
    /// Complexity: O(memberships).
    package init(_ sets: CoverSets) {
      self.sets = sets
      open = Array(repeating: 1, count: sets.count)
      gains = Array(repeating: 0, count: sets.candidateCount)
      for candidate in gains.indices {
        for place in sets.ownStarts[candidate]..<sets.ownStarts[candidate + 1] {
          gains[candidate] += sets.worth(Int(sets.own[place])) * sets.ownChance(place)
        }
      }
    }

    /// Takes a candidate; what that adds.
    ///
    /// Complexity: O(members of their sets).
    @discardableResult
    package mutating func take(_ candidate: Int) -> Double {
      let before = worth
      for place in sets.ownStarts[candidate]..<sets.ownStarts[candidate + 1] {
        let set = Int(sets.own[place])
        let closing = open[set] * sets.ownChance(place)
        guard closing > 0 else { continue }
        open[set] -= closing
        let lost = closing * sets.worth(set)
        worth += lost
        for position in sets.starts[set]..<sets.starts[set + 1] {
          gains[Int(sets.members[position])] -= lost * sets.chance(position)
        }
      }
      gains[candidate] = 0
      return worth - before
    }
  }

  private func worth(_ set: Int) -> Double { worths.isEmpty ? 1 : worths[set] }
  private func chance(_ position: Int) -> Double { chances.isEmpty ? 1 : chances[position] }
  private func ownChance(_ place: Int) -> Double { ownChances.isEmpty ? 1 : ownChances[place] }

  /// What is covered by the first one, two, three and so on of some candidates.
  package func covered(by candidates: [Int]) -> [Double] {
    var cover = Cover(self)
    return candidates.map {
      cover.take($0)
      return cover.worth
    }
  }
}

/// The people who may be chosen.
package struct Candidates: Sendable {
  /// The people; the first of equals is taken first.
  package let people: [PersonID]
  /// What each costs, in the order of `people`; nil where nobody costs anything.
  package let costs: [Double]?
  /// What all who are chosen may cost together.
  package let budget: Double
  /// The most who may be chosen.
  package let most: Int
  /// Each person's place among the candidates; `nobody` for the others.
  let numbers: [UInt32]

  /// Candidates in the order in which equals are taken.
  ///
  /// Costs are numbers from 0. Complexity: O(people of the graph).
  package init(
    _ people: [PersonID],
    among count: Int,
    most: Int,
    costs: [Double]? = nil,
    budget: Double = .infinity
  ) {
    self.people = people
    self.most = most
    self.costs = costs
    self.budget = budget
    var numbers = [UInt32](repeating: nobody, count: count)
    for (number, person) in people.enumerated() { numbers[Int(person)] = UInt32(number) }
    self.numbers = numbers
  }

  /// Who is among them.
  var set: PersonSet { PersonSet(people, universe: numbers.count) }

  /// What one of them costs.
  package func cost(_ number: Int) -> Double { costs?[number] ?? 0 }

  /// The first of a list whom the budget affords one after the other, and no more than may be.
  func affordable(_ order: [Int]) -> [Int] {
    var (chosen, spent) = ([Int](), 0.0)
    for number in order where chosen.count < most && spent + cost(number) <= budget {
      chosen.append(number)
      spent += cost(number)
    }
    return chosen
  }
}
