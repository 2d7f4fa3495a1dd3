package import Graph
package import Values

/// The trust one person has in another, stated or inferred from the trust of others.
///
/// Answers for the people behind `from`, who are asked as one, for those behind `to` as everybody
/// sees them, and for ties whose trust is missing.
package struct TrustModel: Sendable {
  /// How trust is inferred.
  package enum Way: Sendable, Hashable {
    /// Along shortest chains, by those trusted enough or most.
    case layers(TrustLayers.Rule)
    /// Along the best chain; each tie after the first multiplies by `decay`.
    case chains(decay: Double)
    /// Along all chains that share no tie, each as good as by `chains`.
    case disjoint(decay: Double)
  }

  /// How far trust is followed when nobody says.
  package static let standardHops = 3
  /// The companions of every metric of inferred trust.
  package static let companions = [
    MetricCard.Companion("hops", "how many ties it took: 1 is what was stated")
  ]
  /// From how many people on values are for those asked for only.
  private static let mostAsked = 1_000

  private let name: String
  private let relation: Relation
  private let handles: PersonNames
  private let way: Way
  private let hops: Int
  private let everybody: PersonSet
  private let arguments: MetricArguments
  private let monitor: WorkMonitor
  private let defaults: [String]

  /// The model of a card's metric on a graph.
  ///
  /// Throws `relationNotLoaded`, `relationWithoutWeights` and `outOfRange`.
  package init(
    _ card: MetricCard,
    _ way: Way,
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    name = card.name
    relation = try graph.trust(arguments, of: card)
    handles = graph.people
    self.way = way
    hops = arguments.hops ?? TrustModel.standardHops
    guard hops >= 1 else {
      throw .outOfRange(parameter: "hops", value: Double(hops), range: 1...64)
    }
    everybody = graph.everybody
    self.arguments = arguments
    self.monitor = monitor
    let isFar = arguments.hops == nil ? ["within \(TrustModel.standardHops) hops"] : []
    defaults = arguments.defaultRelation(of: card) + isFar
  }

  /// The answer for the people behind `from` or `to`.
  ///
  /// Throws `missing` where neither is said, and `cancelled`.
  package func measured() throws(MetricError) -> Measured {
    let opinions: [TrustOpinion]
    if let sources = arguments.from {
      opinions = try outward(from: sources)
    } else if let targets = arguments.to {
      opinions = try inward(to: targets)
    } else {
      throw .missing(.from)
    }
    let stated = opinions.count { $0.hops == 1 }
    let inferred = opinions.count { !$0.trust.isNaN } - stated
    return Measured(
      values: opinions.map(\.trust),
      companions: [
        Measured.Companion(
          "hops",
          unit: .count(of: "hops"),
          values: opinions.map { $0.trust.isNaN ? .nan : Double($0.hops) }
        )
      ],
      missingReason: "no chain of trust that short, or the same person",
      defaults: defaults,
      remarks: ["\(Tally.digits(stated)) stated, \(Tally.digits(inferred)) inferred"]
    )
  }

  /// The ties of a relation that carry no stated trust, with the trust inferred for each; those for
  /// which none can be inferred are left out.
  ///
  /// Throws `cancelled`. Complexity: a search from each person with such a tie.
  package func filling(_ ties: Relation) throws(MetricError) -> Relation {
    let count = relation.forward.count
    guard ties.forward.count == count else { return Relation(sources: count, targets: count) }
    let parts = try ParallelRanges(count: count, size: max(16, count / 128)).map(
      name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range throws(MetricError) in
      switch way {
      case .layers(let rule): try filled(ties, range, layers(rule))
      case .chains(let decay): try filled(ties, range, chains(decay))
      case .disjoint(let decay): try filled(ties, range, disjoint(decay))
      }
    }
    var buffer = TieBuffer(weighted: true)
    for (source, target, trust) in parts.joined() {
      buffer.append(from: source, to: target, weight: trust)
    }
    return buffer.frozen(sources: count, targets: count)
  }

  private func filled(
    _ ties: Relation,
    _ range: Range<Int>,
    _ search: some TrustSearch
  ) throws(MetricError) -> [(PersonID, PersonID, Double)] {
    var search = search
    var filled: [(PersonID, PersonID, Double)] = []
    for person in range.lazy.map({ PersonID($0) }) {
      let missing = ties.forward[person].filter {
        relation.forward.position(of: $0, in: person) == nil
      }
      guard !missing.isEmpty, relation.forward.degree(of: person) > 0 else { continue }
      try search.start(from: [person], among: nil)
      for target in missing {
        let trust = try search.opinion(of: target).trust
        if !trust.isNaN { filled.append((person, target, trust)) }
      }
    }
    return filled
  }

  /// What the sources, asked as one, think of everybody who is asked for.
  private func outward(from sources: PersonSet) throws(MetricError) -> [TrustOpinion] {
    switch way {
    case .layers(let rule): try outward(from: sources, layers(rule))
    case .chains(let decay): try outward(from: sources, chains(decay))
    case .disjoint(let decay): try outward(from: sources, disjoint(decay))
    }
  }

  private func outward(
    from sources: PersonSet,
    _ search: some TrustSearch
  ) throws(MetricError) -> [TrustOpinion] {
    var search = search
    try search.start(from: sources.intersection(everybody).people, among: nil)
    let people = asked.people
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 1_024))
    let found = try ranges.map(
      name,
      threads: arguments.threads,
      watchedBy: monitor,
      scratch: { [search] in search }
    ) { search, range throws(MetricError) in
      var opinions: [TrustOpinion] = []
      for person in people[range] { opinions.append(try search.opinion(of: person)) }
      return opinions
    }.parts
    var opinions = [TrustOpinion](repeating: .none, count: relation.forward.count)
    for (person, opinion) in zip(people, found.concatenated) { opinions[Int(person)] = opinion }
    return opinions
  }

  /// What everybody who is asked for thinks of the targets: the mean of what is known.
  private func inward(to targets: PersonSet) throws(MetricError) -> [TrustOpinion] {
    let near = relation.leading(to: targets, within: hops)
    let people = asked.intersection(near).people
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 128))
    let found = try ranges.map(name, threads: arguments.threads, watchedBy: monitor) {
      range throws(MetricError) in
      switch way {
      case .layers(let rule):
        try inward(to: targets.people, people[range], layers(rule), among: near)
      case .chains(let decay):
        try inward(to: targets.people, people[range], chains(decay), among: near)
      case .disjoint(let decay):
        try inward(to: targets.people, people[range], disjoint(decay), among: near)
      }
    }.concatenated
    var opinions = [TrustOpinion](repeating: .none, count: relation.forward.count)
    for (person, opinion) in zip(people, found) { opinions[Int(person)] = opinion }
    return opinions
  }

  private func inward(
    to targets: [PersonID],
    _ people: ArraySlice<PersonID>,
    _ search: some TrustSearch,
    among near: PersonSet
  ) throws(MetricError) -> [TrustOpinion] {
    var search = search
    var found: [TrustOpinion] = []
    for person in people {
      try search.start(from: [person], among: near)
      var opinions: [TrustOpinion] = []
      for target in targets { opinions.append(try search.opinion(of: target)) }
      let known = opinions.filter { !$0.trust.isNaN }
      let sum = known.reduce(0) { $0 + $1.trust }
      found.append(
        TrustOpinion(trust: sum / Double(known.count), hops: known.map(\.hops).min() ?? 0)
      )
    }
    return found
  }

  /// Whose values are computed: everybody's, or those of the few who are asked for.
  private var asked: PersonSet {
    guard let wanted = arguments.wanted, wanted.count <= TrustModel.mostAsked else {
      return everybody
    }
    return wanted
  }

  private func layers(_ rule: TrustLayers.Rule) -> TrustLayers {
    TrustLayers(over: relation, by: rule, within: hops, watchedBy: monitor)
  }

  private func chains(_ decay: Double) -> TrustChains {
    TrustChains(over: relation, decay: decay, within: hops, watchedBy: monitor)
  }

  private func disjoint(_ decay: Double) -> DisjointChains {
    DisjointChains(
      over: relation,
      handles: handles,
      decay: decay,
      within: hops,
      watchedBy: monitor
    )
  }
}

/// A metric of one person and another, which can stand for what a tie weighs.
package protocol TieMetric: Metric {
  /// The ties of a relation whose weight is not stated, with what it gives each; those to which it
  /// gives nothing are left out.
  func filling(
    _ ties: Relation,
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Relation
}

/// A metric of inferred trust, which is a way and its settings.
package protocol TrustMetric: TieMetric {
  /// How trust is inferred by these arguments.
  ///
  /// Throws `outOfRange` and `unknownOption`.
  func way(_ arguments: MetricArguments) throws(MetricError) -> TrustModel.Way
}

extension TrustMetric {
  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let way = try way(arguments)
    return try TrustModel(card, way, on: graph, with: arguments, watchedBy: monitor).measured()
  }

  package func filling(
    _ ties: Relation,
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Relation {
    let way = try way(arguments)
    return try TrustModel(card, way, on: graph, with: arguments, watchedBy: monitor).filling(ties)
  }
}

extension MetricCard.Parameter {
  /// From which trust on MoleTrust listens to somebody.
  package static let trustThreshold = MetricCard.Parameter(
    "threshold",
    default: 0.5,
    in: 0...1,
    "the least trust with which somebody is listened to, by MoleTrust"
  )
  /// What each tie after the first costs a chain.
  package static let trustDecay = MetricCard.Parameter(
    "decay",
    default: 0.8,
    in: 0...1,
    assumed: true,
    "what each tie of a chain after the first multiplies its trust by"
  )
}
