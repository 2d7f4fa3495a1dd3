package import Graph
package import Values

/// Where energy settles that is poured into some people and flows along trust.
package struct Appleseed: Metric {
  package let card = MetricCard(
    name: "appleseed",
    summary: "energy poured into somebody, as it settles along trust",
    formula:
      "keep (1-d) in(u), pass d in(u) w(u, v) / sum of w; everybody passes 1 back to the source",
    meaning: """
      A ranking of who is trusted from somebody's point of view, near ones and those with many ways \
      to them first. It is no probability: all of it together is the energy poured in. Several \
      sources share it. Distrust passes nothing. Nobody trust does not lead to has any.
      """,
    unit: .plain,
    source: "Ziegler, Lausen, Spreading activation models for trust propagation, 2004",
    claim: .model,
    requires: [.from],
    accepts: [.over],
    relation: "trust",
    parameters: [
      MetricCard.Parameter("spread", default: 0.85, in: 0.01...0.99, "the part that is passed on"),
      MetricCard.Parameter("energy", default: 200, in: 0.001...1e9, "how much is poured in"),
      MetricCard.Parameter(
        "accuracy",
        default: 0.01,
        in: 1e-9...1e6,
        "it stops when nobody gains more in two rounds"
      ),
    ],
    laws: [.liesIn(0...200), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: what b does not keep goes on to c or back; of b's two ties each weighs 1",
        graph: "a!b:1 b!c:1 d!a:1",
        expect: ["a": .nan, "b": 140.2626, "c": 59.6078, "d": .nan]
      )
    ],
    triedWords: ["spreading activation", "trust energy"]
  )

  /// The most rounds.
  private static let mostRounds = 1_000

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.trust(arguments, of: card)
    guard let from = arguments.from else { throw .missing(.from) }
    let spread = try arguments.value(of: card.parameters[0])
    let energy = try arguments.value(of: card.parameters[1])
    let accuracy = try arguments.value(of: card.parameters[2])
    let sources = from.intersection(graph.everybody)
    var ground = try AppleseedGround(
      relation,
      sources: sources,
      threads: arguments.threads,
      watchedBy: monitor
    )
    ground.pour(energy)
    var rounds = 0
    var growth = Double.infinity
    var before = Double.infinity
    while growth > accuracy, rounds < Appleseed.mostRounds {
      let grown = try ground.spread(spread, threads: arguments.threads, watchedBy: monitor)
      rounds += 1
      // In the first round nothing has left the sources yet; and where all of it comes back to them
      // at once, every other round nobody gains.
      growth = rounds > 2 ? max(grown, before) : .infinity
      before = grown
      monitor.report(card.name, Double(rounds) / Double(Appleseed.mostRounds))
    }
    let didSettle = growth <= accuracy
    return Measured(
      values: ground.trust.indices.map { person in
        let trust = ground.trust[person]
        return trust > 0 && !sources.contains(PersonID(person)) ? trust : .nan
      },
      missingReason: "no trust leads there, or the same person",
      defaults: arguments.defaultRelation(of: card),
      remarks: didSettle ? [] : ["appleseed stopped after \(rounds) rounds"]
    )
  }
}

/// The people through which energy flows, and how much each has kept.
private struct AppleseedGround {
  private let sources: [Int]
  private let isSource: [Bool]
  private let steps: TieGather
  /// How much trust each gives to others than the sources.
  private let given: [Double]
  /// What arrived in the last round.
  private var arrived: [Double]
  /// What each has kept.
  private(set) var trust: [Double]

  /// Ground without energy; ties to the sources give way to the ties back to them.
  init(
    _ relation: Relation,
    sources: PersonSet,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let count = relation.forward.count
    isSource = (0..<count).map { sources.contains(PersonID($0)) }
    let onward = isSource.map { $0 ? 0.0 : 1 }
    given = try TieGather(relation, isReversed: true)
      .gathered(onward, threads: threads, watchedBy: monitor)
    steps = TieGather(relation)
    self.sources = sources.people.map { Int($0) }.filter { [given] in given[$0] > 0 }
    arrived = Array(repeating: 0, count: count)
    trust = arrived
  }

  /// Puts energy into the sources, alike into each who trusts somebody.
  mutating func pour(_ energy: Double) {
    for source in sources { arrived[source] += energy / Double(sources.count) }
  }

  /// One round; the most anybody gained.
  mutating func spread(
    _ part: Double,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Double {
    var shares = arrived
    var back = 0.0
    var growth = 0.0
    for person in arrived.indices where arrived[person] > 0 {
      guard !isSource[person] else {
        shares[person] /= given[person]
        continue
      }
      let kept = (1 - part) * arrived[person]
      trust[person] += kept
      growth = max(growth, kept)
      shares[person] = part * arrived[person] / (given[person] + 1)
      back += shares[person]
    }
    arrived = try steps.gathered(shares, threads: threads, watchedBy: monitor)
    for person in arrived.indices where isSource[person] { arrived[person] = 0 }
    pour(back)
    return growth
  }
}
