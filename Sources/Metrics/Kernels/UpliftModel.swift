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
  /// The people of each cell, in the order of pairing.
  private let cells: [[PersonID]]
  /// The cell of each person.
  private let cell: [Int]
  private let present: PersonSet
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
    let interests = LeadingInterest(in: graph, topic: arguments.topic)
    var numbers: [Likeness: Int] = [:]
    var cells: [[PersonID]] = []
    var cell = [Int](repeating: -1, count: graph.personCount)
    for person in present.people {
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
      cell[Int(person)] = number
    }
    self.cell = cell
    if monitor.isCancelled() { throw .cancelled }
    let keys = (0..<PersonID(graph.personCount)).map { graph.people[$0].pairingKey }
    self.cells = cells.map { people in
      people.sorted { (keys[Int($0)], graph.people[$0]) < (keys[Int($1)], graph.people[$1]) }
    }
    let matched = arguments.topic == nil ? "leading interest" : "interest in the topic"
    defaults = [
      arguments.operandBefore == nil
        ? "matched by \(matched) and follows" : "matched by \(matched), follows and what was before"
    ]
  }

  /// The pairs of some people's audiences, for everybody by number; none for others.
  ///
  /// Throws `cancelled`. Complexity: O(people in the cells of the audiences).
  package func effects(
    of people: PersonSet,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [MatchedPairs] {
    var effects = [MatchedPairs](repeating: MatchedPairs(), count: cell.count)
    var isExposed = [Bool](repeating: false, count: cell.count)
    for person in people.people where present.contains(person) {
      if monitor.isCancelled() { throw .cancelled }
      let audience = audiences[person].filter { $0 != person }
      for member in audience { isExposed[Int(member)] = true }
      var pairs = MatchedPairs()
      pairs.audience = Double(audience.count)
      for number in Set(audience.map { cell[Int($0)] }).sorted() {
        let alike = cells[number].filter { $0 != person }
        let exposed = alike.filter { isExposed[Int($0)] }
        let controls = alike.filter { !isExposed[Int($0)] }
        for (member, control) in zip(exposed, controls) {
          pairs.add(outcome[Int(member)], outcome[Int(control)])
        }
        pairs.unmatched += Double(max(0, exposed.count - controls.count))
      }
      for member in audience { isExposed[Int(member)] = false }
      effects[Int(person)] = pairs
    }
    return effects
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
