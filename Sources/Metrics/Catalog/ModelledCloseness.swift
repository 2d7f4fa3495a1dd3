package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How close somebody probably is, by the traces that told close from distant friends.
package struct ModelledCloseness: Metric {
  package let card = MetricCard(
    name: "modelled closeness",
    summary: "0 to 1: how close, by six traces of contact beside those of others",
    formula: "1 / (1 + exp(-sum of w z)), z: each trace less its mean, by its deviation",
    meaning: """
      The traces are how lately there was contact, how much, over how long, how even, how many \
      contacts both share and how kind it was. What each weighs was fitted to what thirty-five people \
      said of their friends; here all weigh the same unless set. It places those in contact with \
      whoever is after `to` among each other; a trace nobody knows adds nothing.
      """,
    unit: .score,
    source:
      "after Gilbert, Karahalios, Predicting tie strength with social media, 2009; weights ours",
    claim: .model,
    requires: [.to],
    accepts: [.over],
    relation: "follows",
    parameters: ContactTraces.names.map { name in
      MetricCard.Parameter(
        "\(name) weight",
        default: 1,
        in: -100...100,
        assumed: true,
        "what \(name) weighs"
      )
    },
    companions: [
      MetricCard.Companion("days ago", "days since the last contact, up to now"),
      MetricCard.Companion("contact", "interactions both ways"),
      MetricCard.Companion("days long", "days from the first contact to the last"),
      MetricCard.Companion("evenness", "the lesser way of contact by the greater"),
      MetricCard.Companion("common contacts", "contacts shared with them"),
      MetricCard.Companion("kindness", "mean sentiment both ways"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "to everybody: a and b are alike in all, so each stands in the middle",
        graph: "a@like@b/3 b@like@a/3",
        expect: ["a": 0.5, "b": 0.5]
      )
    ],
    triedWords: ["predicted tie strength", "gilbert", "friendship", "intimacy"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let others = arguments.to else { throw .missing(.to) }
    let weights = try card.parameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let traces = try ContactTraces(
      with: others,
      in: graph,
      over: relation,
      until: arguments.now,
      watchedBy: monitor
    )
    let people = graph.everybody.people.map(Int.init).filter { traces.columns[1][$0] > 0 }
    var sums = [Double](repeating: 0, count: graph.personCount)
    for (column, weight) in zip(traces.standing, weights) {
      let scores = column.standardised(among: people)
      for person in people { sums[person] += weight * scores[person] }
    }
    var values = [Double](repeating: .nan, count: graph.personCount)
    for person in people { values[person] = 1 / (1 + exp(-sums[person])) }
    let units: [Unit] = [
      .amount(of: "days"), .count(of: "interactions"), .amount(of: "days"), .share,
      .count(of: "people"), .plain,
    ]
    return Measured(
      values: values,
      companions: zip(card.companions, zip(units, traces.columns)).map { companion, column in
        Measured.Companion(companion.name, unit: column.0, values: column.1)
      },
      missingReason: "no contact",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

/// What contact with some people leaves behind.
private struct ContactTraces {
  /// What the traces are called.
  static let names = ["recency", "amount", "duration", "evenness", "embeddedness", "kindness"]

  /// Days since contact, how much of it, days between the first and the last, how even, contacts
  /// shared, mean sentiment; NaN where not known.
  private(set) var columns: [[Double]]

  /// The columns as they tell closeness: the more the closer, amounts by their logarithm.
  var standing: [[Double]] {
    var standing = columns
    standing[0] = columns[0].map { -log1p($0) }
    standing[1] = columns[1].map { log1p($0) }
    return standing
  }

  init(
    with others: PersonSet,
    in graph: Graph,
    over relation: Relation,
    until now: Instant?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let isContact = try ReactionWeights(
      Dictionary(uniqueKeysWithValues: ReactionWeights.kinds.map { ($0, 1) }),
      in: graph
    )
    let zeros = [Double](repeating: 0, count: graph.personCount)
    var (made, received, kindness, scored) = (zeros, zeros, zeros, zeros)
    var first = [Instant?](repeating: nil, count: graph.personCount)
    var last = first
    func add(_ event: Interactions.Event, to person: Int) {
      if let value = event.sentiment.value {
        kindness[person] += value
        scored[person] += 1
      }
      guard let time = event.time else { return }
      first[person] = first[person] ?? time
      last[person] = time
    }
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard isContact[event.kind] != nil, event.source != event.target else { continue }
      if let now, let time = event.time, time > now { break }
      if others.contains(event.target) {
        made[Int(event.source)] += 1
        add(event, to: Int(event.source))
      }
      if others.contains(event.source) {
        received[Int(event.target)] += 1
        add(event, to: Int(event.target))
      }
    }
    func days(_ from: Instant?, _ to: Instant?) -> Double {
      guard let from, let to else { return .nan }
      return Double(to.microseconds - from.microseconds) / 86_400_000_000
    }
    columns = [
      last.map { days($0, now) }, zip(made, received).map { $0 + $1 },
      zip(first, last).map { days($0, $1) },
      zip(made, received).map { min($0, $1) / max($0, $1) },
      try Self.shared(with: others, over: relation, watchedBy: monitor),
      zip(kindness, scored).map { $0 / $1 },
    ]
  }

  /// The contacts everybody shares with some people, added up.
  private static func shared(
    with others: PersonSet,
    over relation: Relation,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    let contacts = try Rows(contactsIn: relation, watchedBy: monitor)
    var ties = [Double](repeating: 0, count: contacts.count)
    for other in others.people {
      for contact in contacts[other] { ties[Int(contact)] += 1 }
    }
    let sums = try TiePull(contacts).sums(of: ties, watchedBy: monitor)
    // Among those tied to a friend of somebody is always that somebody.
    return sums.enumerated().map { person, sum in
      others.contains(PersonID(person)) ? sum - Double(contacts.degree(of: PersonID(person))) : sum
    }
  }
}

extension [Double] {
  /// How many deviations each is from the mean of those known among some people; 0 where it is not
  /// known, and for all where they do not differ.
  fileprivate func standardised(among people: [Int]) -> [Double] {
    let known = people.filter { !self[$0].isNaN }
    let mean = known.reduce(0) { $0 + self[$1] } / Double(known.count)
    let squares = known.reduce(0) { $0 + (self[$1] - mean) * (self[$1] - mean) }
    let deviation = (squares / Double(known.count)).squareRoot()
    guard deviation > 1e-9 * Swift.max(1, mean.magnitude) else { return map { _ in 0 } }
    return map { $0.isNaN ? 0 : ($0 - mean) / deviation }
  }
}
