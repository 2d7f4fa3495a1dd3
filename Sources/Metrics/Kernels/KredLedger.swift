package import Graph
package import Values

/// The points of Kred: what people did because of each other, at a price for each kind.
///
/// Source: score.kred/rules; what a follow gives and the factor of a great audience are ours.
package struct KredLedger: Sendable {
  /// Whose the points are: of who made others act, or of who acted.
  package enum Side: Sendable { case influence, outreach }

  /// What each kind of event gives, in the order of the columns.
  package static let kinds = ["share", "reply", "mention", "follow"]

  /// The settings: the points of each kind.
  package static let outreachParameters = kinds.map { kind in
    let isFollow = kind == "follow"
    return MetricCard.Parameter(
      "\(kind) points",
      default: isFollow ? 1 : 10,
      in: 0...1_000,
      assumed: isFollow,
      isFollow ? "what a follow with a date gives" : "what a \(kind) gives"
    )
  }

  /// The settings of influence: those of outreach, and what a great audience of the actor does.
  package static let influenceParameters =
    outreachParameters + [
      MetricCard.Parameter(
        "great audience",
        default: 10_000,
        in: 0...1e9,
        "above how many followers of whoever acts an event gives more"
      ),
      MetricCard.Parameter(
        "audience factor",
        default: 5,
        in: 1...1_000,
        assumed: true,
        "how many times as much it gives then"
      ),
    ]

  /// Points by kind, a column for each of `kinds`; missing for whoever is not in the community.
  package private(set) var columns: [[Double]]
  /// What to say of the community.
  package private(set) var defaults: [String] = []
  /// What to know of it.
  package private(set) var remarks: [String] = []

  /// The sum of each person's points.
  package var points: [Double] {
    columns[0].indices.map { person in columns.reduce(0) { $0 + $1[person] } }
  }

  /// The columns as companions, after `names`.
  package func companions(_ names: [String]) -> [Measured.Companion] {
    zip(names, columns).map { name, column in
      Measured.Companion(name, unit: .count(of: "points"), values: column)
    }
  }

  /// Adds up the points; within a topic only what passes between people interested in it.
  ///
  /// Throws `interactionsNotLoaded`, `outOfRange`, `cancelled`. Complexity: O(events + follows).
  package init(
    of side: Side,
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    let prices = try Self.outreachParameters.map { parameter throws(MetricError) in
      try arguments.value(of: parameter)
    }
    let weights = try ReactionWeights(
      Dictionary(zip(Self.kinds, prices).dropLast(), uniquingKeysWith: +),
      in: graph
    )
    let isInfluence = side == .influence
    let crowd = Self.influenceParameters.suffix(2)
    let bound = isInfluence ? try arguments.value(of: crowd[crowd.startIndex]) : .infinity
    let factor = isInfluence ? try arguments.value(of: crowd[crowd.startIndex + 1]) : 1
    let community = arguments.topic.map {
      graph.people(interestedIn: $0, atLeast: arguments.interestThreshold)
        .intersection(graph.everybody)
    }
    let slots = Self.kinds.map { graph.interactions.kinds.number(of: $0) }
    let follows = graph.relations["follows"]
    columns = Array(repeating: Array(repeating: 0, count: graph.personCount), count: 4)
    func add(_ price: Double, _ slot: Int, from actor: PersonID, to other: PersonID) {
      if let community, !community.contains(actor) || !community.contains(other) { return }
      let audience = isInfluence ? follows?.backward.degree(of: actor) ?? 0 : 0
      let person = Int(isInfluence ? other : actor)
      columns[slot][person] += Double(audience) > bound ? price * factor : price
    }
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let price = weights[event.kind], let slot = slots.firstIndex(of: event.kind)
      else { continue }
      add(price, slot, from: event.source, to: event.target)
    }
    if let follows, let times = follows.times, prices[3] > 0 {
      for source in 0..<UInt32(follows.forward.count) {
        for position in follows.forward.range(of: source) {
          guard let time = times[position], arguments.since.map({ time >= $0 }) ?? true
          else { continue }
          add(prices[3], 3, from: source, to: follows.forward.neighbours[position])
        }
      }
    }
    if let community { leaveOut(everybodyBut: community, arguments) }
  }

  /// Takes away the points of who is not in a community, and says how large it is.
  private mutating func leaveOut(everybodyBut community: PersonSet, _ arguments: MetricArguments) {
    for column in columns.indices {
      for person in columns[column].indices where !community.contains(PersonID(person)) {
        columns[column][person] = .nan
      }
    }
    let size = community.count
    defaults = ["interest >= \(arguments.interestThreshold)"]
    remarks = size < 30 ? ["small n: the community has \(size) people"] : []
  }
}
