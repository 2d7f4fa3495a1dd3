package import Graph
package import Values

/// Trust along the shortest chains: who is how far from some people, and what those before say.
///
/// A person's layer is the number of ties of positive trust on the shortest chain; whom the people
/// themselves only distrust is in the first layer too, and passes nothing on. Only ties from one
/// layer to the next count. 41 bytes a person. Complexity: O(ties of those who are reached), and for
/// TidalTrust the ties on the shortest chains to each person asked about. Sources: P. Massa, P.
/// Avesani, Controversial users demand local trust metrics, 2005; J. Golbeck, Computing and applying
/// trust in web-based social networks, 2005.
package struct TrustLayers: TrustSearch {
  /// How the opinions of a layer become one.
  package enum Rule: Sendable, Hashable {
    /// The mean of those trusted at least so much, each by the trust in them: MoleTrust.
    case moletrust(threshold: Double)
    /// The mean of those on the strongest chains, step by step from the end: TidalTrust.
    case tidaltrust
  }

  private static let unreached: Int32 = -1
  /// What sums of the same decimals may differ by.
  private static let noise = 1e-12

  private let relation: Relation
  private let rule: Rule
  private let hops: Int
  private var watch: StopWatch
  private var layer: [Int32]
  /// Whether trust is passed on: reached by a tie of positive trust.
  private var isOpen: [Bool]
  /// For MoleTrust the trust in each, for TidalTrust the strength of the strongest chain to each.
  private var strength: [Double]
  /// For MoleTrust, the sum of the trust in those who say something.
  private var basis: [Double]
  /// For TidalTrust, what each on the way has heard of the person asked about, by trust.
  private var heard: [(sum: Double, total: Double)]
  /// Who was reached, layer by layer.
  private var reached: [PersonID] = []

  /// A search over a relation by a rule, at most so many ties far.
  ///
  /// Complexity: O(people).
  package init(
    over relation: Relation,
    by rule: Rule,
    within hops: Int,
    watchedBy monitor: WorkMonitor
  ) {
    self.relation = relation
    self.rule = rule
    self.hops = hops
    watch = StopWatch(monitor)
    let count = relation.forward.count
    layer = Array(repeating: TrustLayers.unreached, count: count)
    isOpen = Array(repeating: false, count: count)
    strength = Array(repeating: 0, count: count)
    basis = Array(repeating: 0, count: count)
    heard = rule == .tidaltrust ? Array(repeating: (0, 0), count: count) : []
  }

  package mutating func start(
    from sources: [PersonID],
    among: PersonSet?
  ) throws(MetricError) {
    for person in reached {
      layer[Int(person)] = TrustLayers.unreached
      isOpen[Int(person)] = false
      strength[Int(person)] = 0
      basis[Int(person)] = 0
    }
    reached = sources
    for person in sources {
      layer[Int(person)] = 0
      isOpen[Int(person)] = true
      strength[Int(person)] = 1
    }
    var people = sources
    for _ in 0..<hops where !people.isEmpty {
      people = try next(after: people, among: among)
      for person in people { settle(person) }
      reached += people
    }
  }

  /// The layer after one: first who is in it, then what those before think of each.
  private mutating func next(
    after people: [PersonID],
    among: PersonSet?
  ) throws(MetricError) -> [PersonID] {
    let open = people.filter { isOpen[Int($0)] }
    var next: [PersonID] = []
    for person in open {
      try watch.worked(relation.forward.degree(of: person) + 1)
      let own = layer[Int(person)]
      for position in relation.forward.range(of: person) {
        let target = relation.forward.neighbours[position]
        let isTrusted = relation.trust(at: position) > 0
        if layer[Int(target)] == TrustLayers.unreached, isTrusted || own == 0,
          among?.contains(target) != false
        {
          layer[Int(target)] = own + 1
          next.append(target)
        }
        if isTrusted, layer[Int(target)] == own + 1 { isOpen[Int(target)] = true }
      }
    }
    for person in open {
      for position in relation.forward.range(of: person) {
        let target = relation.forward.neighbours[position]
        guard layer[Int(target)] == layer[Int(person)] + 1 else { continue }
        pass(relation.trust(at: position), from: person, to: target)
      }
    }
    return next
  }

  private mutating func pass(_ trust: Double, from person: PersonID, to target: PersonID) {
    let own = strength[Int(person)]
    switch rule {
    case .moletrust(let threshold):
      guard layer[Int(person)] == 0 || own >= threshold - TrustLayers.noise, own > 0 else { return }
      strength[Int(target)] += own * max(trust, 0)
      basis[Int(target)] += own
    case .tidaltrust:
      strength[Int(target)] = max(strength[Int(target)], min(own, trust))
    }
  }

  /// Makes one of what the layer before says, when it has said all.
  private mutating func settle(_ person: PersonID) {
    guard case .moletrust = rule, layer[Int(person)] > 0 else { return }
    strength[Int(person)] /= basis[Int(person)]
  }

  package mutating func opinion(of person: PersonID) throws(MetricError) -> TrustOpinion {
    let hops = Int(layer[Int(person)])
    guard hops > 0 else { return .none }
    switch rule {
    case .moletrust:
      let trust = strength[Int(person)]
      return trust.isNaN ? .none : TrustOpinion(trust: trust, hops: hops)
    case .tidaltrust: return TrustOpinion(trust: try tidalTrust(in: person), hops: hops)
    }
  }
}

extension TrustLayers {
  /// What the strongest of the shortest chains to a person say.
  ///
  /// Goes back from the person, layer by layer, to those who were asked. Whoever no chain so strong
  /// leads to is left out: nobody that counts listens to them.
  private mutating func tidalTrust(in person: PersonID) throws(MetricError) -> Double {
    var ends = try lastBefore(person)
    var strongest = 0.0
    for end in ends { strongest = max(strongest, strength[Int(end.person)]) }
    ends.removeAll { strength[Int($0.person)] < strongest }
    while let first = ends.first, layer[Int(first.person)] > 0 {
      ends = try relayed(ends, from: strongest)
    }
    var sum = 0.0
    for source in ends { sum += source.says }
    return sum / Double(ends.count)
  }

  /// Somebody on a chain, and what they say of the person asked about.
  private typealias Voice = (person: PersonID, says: Double)

  /// Who in the layer before a person has a tie to them, and what it says.
  private mutating func lastBefore(_ person: PersonID) throws(MetricError) -> [Voice] {
    var found: [Voice] = []
    try watch.worked(relation.backward.degree(of: person) + 1)
    for position in relation.backward.range(of: person) {
      let source = relation.backward.neighbours[position]
      guard isBefore(source, person) else { continue }
      let trust = relation.backwardWeights?[position] ?? 1
      found.append((source, min(max(trust, 0), 1)))
    }
    return found
  }

  private func isBefore(_ source: PersonID, _ person: PersonID) -> Bool {
    layer[Int(source)] >= 0 && layer[Int(source)] == layer[Int(person)] - 1 && isOpen[Int(source)]
  }

  /// Who in the layer before trusts some people of one layer at least so much, ascending, and the
  /// mean of what those say.
  private mutating func relayed(
    _ voices: [Voice],
    from least: Double
  ) throws(MetricError) -> [Voice] {
    var found: [PersonID] = []
    for voice in voices {
      try watch.worked(relation.backward.degree(of: voice.person) + 1)
      for position in relation.backward.range(of: voice.person) {
        let source = relation.backward.neighbours[position]
        guard isBefore(source, voice.person), strength[Int(source)] >= least else { continue }
        let trust = min(relation.backwardWeights?[position] ?? 1, 1)
        guard trust >= least, trust > 0 else { continue }
        if heard[Int(source)].total == 0 { found.append(source) }
        heard[Int(source)].sum += trust * voice.says
        heard[Int(source)].total += trust
      }
    }
    found.sort()
    return found.map { person in
      defer { heard[Int(person)] = (0, 0) }
      return (person, heard[Int(person)].sum / heard[Int(person)].total)
    }
  }
}
