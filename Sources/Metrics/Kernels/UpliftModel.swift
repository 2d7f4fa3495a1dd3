package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Compares an audience with people like them who are no audience, in pairs.
///
/// People are alike who are in one cell: the same step of interest, of how many they follow, and of
/// what they did before the period. In a cell each member of the audience is paired with somebody
/// else, in an order that only their handles decide; nobody serves twice.
package struct UpliftModel: Sendable {
  private let audiences: Rows
  private let outcome: [Double]
  /// The people of all cells, one cell after the other, in the order of pairing.
  private let order: [PersonID]
  /// Where each person stands in that order; nobody's where they are not there.
  private let places: [UInt32]
  /// Where the cell of each place begins and ends.
  private let cells: [Range<UInt32>]
  private let present: PersonSet
  private let threads: Int?
  /// What to say of how they are matched.
  package let defaults: [String]

  /// What to say of every result.
  package static let warning =
    "like-minded people act anyway: matching is a hint of a cause and no proof"

  private struct Likeness: Hashable {
    let topic: UInt32
    let interest: Int
    let follows: Int
    let before: Int
  }

  /// The model of a graph: the cells everybody is in.
  ///
  /// Throws `relationNotLoaded`, `missing`. Complexity: O(people log people + interests).
  package init(
    in graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    guard let operand = arguments.operand else { throw .missing(.measure) }
    let relation = try graph.relation(arguments.relation, orElse: "follows")
    audiences = relation.backward
    outcome = operand
    present = graph.everybody
    threads = arguments.threads
    let interests = LeadingInterest(in: graph, topic: arguments.topic)
    var numbers: [Likeness: Int] = [:]
    var cells: [[PersonID]] = []
    for person in present.people {
      try monitor.pause(at: Int(person))
      let likeness = Likeness(
        topic: interests.topics[Int(person)],
        interest: Int((interests.weights[Int(person)] * 5).rounded(.up)),
        follows: Int(log2(Double(relation.forward.degree(of: person)) + 1)),
        before: min(3, Int(max(0, arguments.operandBefore?[Int(person)] ?? 0).rounded(.up)))
      )
      let number = numbers[likeness] ?? cells.count
      if number == cells.count {
        numbers[likeness] = number
        cells.append([])
      }
      cells[number].append(person)
    }
    order = try cells.inPairingOrder(of: graph.people, threads: threads, watchedBy: monitor)
    self.cells = cells.reduce(into: []) { ranges, cell in
      let start = UInt32(ranges.count)
      ranges += repeatElement(start..<start + UInt32(cell.count), count: cell.count)
    }
    var places = [UInt32](repeating: nobody, count: graph.personCount)
    for (place, person) in order.enumerated() { places[Int(person)] = UInt32(place) }
    self.places = places
    let matched = arguments.topic == nil ? "leading interest" : "interest in the topic"
    defaults = [
      arguments.operandBefore == nil
        ? "matched by \(matched) and follows" : "matched by \(matched), follows and what was before"
    ]
  }

  /// The pairs of some people's audiences, for everybody by number; none for others.
  ///
  /// Throws `cancelled`. Complexity: O(sum of a log a over audiences of a people).
  package func effects(
    of people: PersonSet,
    reporting what: String? = nil,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [MatchedPairs] {
    let people = people.intersection(present).people
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 1_024))
    let parts = try ranges.map(
      what,
      threads: threads,
      watchedBy: monitor,
      scratch: { [Bool](repeating: false, count: order.count) }
    ) { isTaken, range throws(MetricError) in
      var watch = StopWatch(monitor)
      var found: [MatchedPairs] = []
      for person in people[range] {
        try watch.worked(audiences.degree(of: person) * Self.workOfOne)
        found.append(pairs(of: person, &isTaken))
      }
      return found
    }.parts
    var effects = [MatchedPairs](repeating: MatchedPairs(), count: places.count)
    for (person, pairs) in zip(people, parts.concatenated) { effects[Int(person)] = pairs }
    return effects
  }

  /// How much work a member of an audience is: to be sorted, and paired.
  private static let workOfOne = 32

  /// The pairs of one person's audience; `isTaken` says nothing of anybody before and after.
  private func pairs(of person: PersonID, _ isTaken: inout [Bool]) -> MatchedPairs {
    let members = audiences[person].filter { $0 != person }.map { places[Int($0)] }.sorted()
    // Who is exposed serves nobody, and neither does the person.
    let taken = members + [places[Int(person)]]
    for place in taken { isTaken[Int(place)] = true }
    var pairs = MatchedPairs()
    pairs.audience = Double(members.count)
    var other: UInt32 = 0
    for member in members {
      let cell = cells[Int(member)]
      other = max(other, cell.lowerBound)
      while other < cell.upperBound, isTaken[Int(other)] { other += 1 }
      if other < cell.upperBound {
        pairs.add(outcome[Int(order[Int(member)])], outcome[Int(order[Int(other)])])
        other += 1
      } else {
        pairs.unmatched += 1
      }
    }
    for place in taken { isTaken[Int(place)] = false }
    return pairs
  }
}

/// An audience and those like them, pair by pair.
package struct MatchedPairs: Sendable, Hashable {
  /// How many people the audience has.
  package fileprivate(set) var audience = 0.0
  /// How many of them have nobody like them left.
  package fileprivate(set) var unmatched = 0.0
  /// How many pairs there are.
  package private(set) var pairCount = 0.0
  private var exposed = 0.0
  private var control = 0.0
  private var squares = 0.0
  private var moreSum = 0.0
  private var moreSquares = 0.0

  /// No pairs yet.
  package init() {}

  /// Adds a pair by what each of them did; who did nothing, or nothing known, has 0.
  package mutating func add(_ member: Double, _ other: Double) {
    let (mine, theirs) = (member > 0 ? 1.0 : 0, other > 0 ? 1.0 : 0)
    pairCount += 1
    exposed += mine
    control += theirs
    squares += (mine - theirs) * (mine - theirs)
    let more = (member.isNaN ? 0 : member) - (other.isNaN ? 0 : other)
    moreSum += more
    moreSquares += more * more
  }

  /// What part of the paired audience did it; NaN without pairs.
  package var exposedRate: Double { exposed / pairCount }

  /// What part of those like them did.
  package var controlRate: Double { control / pairCount }

  /// The difference of both.
  package var uplift: Double { (exposed - control) / pairCount }

  /// How much more of it the audience did, on the average.
  package var more: Double { moreSum / pairCount }

  /// The lower end of the 95 % interval of the uplift; NaN below ten pairs.
  package var lower: Double { half.isNaN ? .nan : max(-1, uplift - half) }

  /// The upper end of it.
  package var upper: Double { half.isNaN ? .nan : min(1, uplift + half) }

  /// The lower end of the 95 % interval of `more`; NaN below ten pairs.
  package var leastMore: Double { more - half(of: moreSquares, about: more) }

  /// The upper end of it.
  package var mostMore: Double { more + half(of: moreSquares, about: more) }

  private var half: Double { half(of: squares, about: uplift) }

  /// Half of a 95 % interval of a mean, by the sum of the squares; NaN below ten pairs.
  private func half(of squares: Double, about mean: Double) -> Double {
    guard pairCount >= 10 else { return .nan }
    let variance = (squares - pairCount * mean * mean) / (pairCount - 1)
    return 1.96 * (max(0, variance) / pairCount).squareRoot()
  }
}

/// What each person is keenest on, or how keen they are on one topic.
private struct LeadingInterest {
  var topics: [UInt32]
  var weights: [Double]

  /// Of topics somebody is equally keen on, the first by name.
  init(in graph: Graph, topic: UInt32?) {
    topics = Array(repeating: nobody, count: graph.personCount)
    if let topic {
      weights = graph.interest(in: topic, orElse: 0)
      return
    }
    weights = Array(repeating: 0, count: graph.personCount)
    let all = graph.interests.all
    let order = (0..<UInt32(all.forward.count)).sorted { graph.topics[$0] < graph.topics[$1] }
    for topic in order {
      for position in all.forward.range(of: topic) {
        let person = Int(all.forward.neighbours[position])
        let weight = all.forwardWeights?[position] ?? 1
        if weight > weights[person] { (topics[person], weights[person]) = (topic, weight) }
      }
    }
  }
}

extension [[PersonID]] {
  /// The people of all cells, those of each in an order that only their handles decide.
  ///
  /// Throws `cancelled`. Complexity: O(people log people).
  fileprivate func inPairingOrder(
    of names: PersonNames,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [PersonID] {
    let ranges = ParallelRanges(count: count, size: 1)
    return try ranges.map(nil, threads: threads, watchedBy: monitor) { range in
      self[range.lowerBound].map { ($0, names[$0].pairingKey) }
        .sorted { left, right in
          left.1 == right.1 ? names[left.0] < names[right.0] : left.1 < right.1
        }
        .map(\.0)
    }.concatenated
  }
}

extension String {
  /// A number that orders people as if by chance, the same wherever the handle is.
  fileprivate var pairingKey: UInt64 {
    SeededDraws.mixed(
      utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    )
  }
}

extension Graph {
  /// The fee of each person for one post, by the column of that name; NaN where none is known.
  package var prices: [Double] {
    guard case .numbers(let prices)? = attribute("price")?.cells else {
      return Array(repeating: .nan, count: personCount)
    }
    return prices
  }
}
