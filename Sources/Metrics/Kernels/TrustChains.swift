package import Graph
package import Values

/// Trust along the best chain: weights multiply, and each tie after the first costs some.
///
/// Rounds grow from the people who are asked: after round k the best product of at most k ties is
/// known. 29 bytes a person. Complexity: O(ties of those who gain) a round. Source: path products as
/// in A. Josang, R. Hayward, S. Pope, Trust network analysis with subjective logic, 2006; the rounds
/// are those of R. Bellman, On a routing problem, 1958.
package struct TrustChains: TrustSearch {
  private let relation: Relation
  private let decay: Double
  private let hops: Int
  private var watch: StopWatch
  /// The best product to each; 0 where no chain leads.
  private var best: [Double]
  /// How many ties the best chain has.
  private var length: [Int32]
  /// What the people asked state themselves; NaN for nothing.
  private var stated: [Double]
  private var isSource: [Bool]
  private var touched: [PersonID] = []

  /// A search over a relation, at most so many ties far; each tie after the first multiplies by
  /// `decay`.
  ///
  /// Complexity: O(people).
  package init(
    over relation: Relation,
    decay: Double,
    within hops: Int,
    watchedBy monitor: WorkMonitor
  ) {
    self.relation = relation
    self.decay = decay
    self.hops = hops
    watch = StopWatch(monitor)
    let count = relation.forward.count
    best = Array(repeating: 0, count: count)
    length = Array(repeating: 0, count: count)
    stated = Array(repeating: .nan, count: count)
    isSource = Array(repeating: false, count: count)
  }

  /// Of whom something was found, in no order, the people asked left out.
  package var found: [PersonID] { touched.filter { !isSource[Int($0)] } }

  package mutating func start(
    from sources: [PersonID],
    among: PersonSet?
  ) throws(MetricError) {
    for person in touched {
      best[Int(person)] = 0
      length[Int(person)] = 0
      stated[Int(person)] = .nan
      isSource[Int(person)] = false
    }
    touched = sources
    for source in sources {
      isSource[Int(source)] = true
      best[Int(source)] = 1
    }
    var frontier = sources
    for round in 1...max(hops, 1) where !frontier.isEmpty {
      frontier = try grow(frontier, round: round, among: among)
    }
  }

  /// Lets products grow by one tie; gives back who gained.
  private mutating func grow(
    _ frontier: [PersonID],
    round: Int,
    among: PersonSet?
  ) throws(MetricError) -> [PersonID] {
    let products = frontier.map { best[Int($0)] * (round > 1 ? decay : 1) }
    var next: [PersonID] = []
    for (person, product) in zip(frontier, products) {
      try watch.worked(relation.forward.degree(of: person) + 1)
      for position in relation.forward.range(of: person) {
        let target = relation.forward.neighbours[position]
        guard !isSource[Int(target)], among?.contains(target) != false else { continue }
        let trust = relation.trust(at: position)
        if round == 1 { state(max(trust, 0), of: target) }
        guard product * trust > best[Int(target)] else { continue }
        if best[Int(target)] == 0, stated[Int(target)].isNaN { touched.append(target) }
        if length[Int(target)] < round { next.append(target) }
        best[Int(target)] = product * trust
        length[Int(target)] = Int32(round)
      }
    }
    return next
  }

  private mutating func state(_ trust: Double, of target: PersonID) {
    if stated[Int(target)].isNaN { touched.append(target) }
    // A comparison with NaN is false.
    stated[Int(target)] = stated[Int(target)] > trust ? stated[Int(target)] : trust
  }

  package mutating func opinion(of person: PersonID) throws(MetricError) -> TrustOpinion {
    guard !isSource[Int(person)] else { return .none }
    if !stated[Int(person)].isNaN { return TrustOpinion(trust: stated[Int(person)], hops: 1) }
    guard best[Int(person)] > 0 else { return .none }
    return TrustOpinion(trust: best[Int(person)], hops: Int(length[Int(person)]))
  }
}

/// Trust along all chains that share no tie: the chance that not every one of them fails.
///
/// The best chain to somebody is taken first, then the best of the ties that are left, until there
/// is none; the trust is one less the product of what each lacks to 1. Weights multiply, and each
/// tie after the first costs some. Of chains as good to twelve digits the one of fewest ties is
/// taken, and of those the one whose handles come first. Complexity: for each person asked about
/// O(chains x ties that lead to them from whoever is reached). Source: elementary; noisy-or.
package struct DisjointChains: TrustSearch {
  /// Products that differ by less, relatively, are the same.
  private static let agreement = 1 - 1e-12

  private let relation: Relation
  private let handles: PersonNames
  private let decay: Double
  private let hops: Int
  private var watch: StopWatch
  private var sources: [PersonID] = []
  /// In how many ties each is reached from the people asked; -1 where they are not.
  private var distance: [Int32]
  /// What the people asked state themselves; NaN for nothing.
  private var stated: [Double]
  private var touched: [PersonID] = []

  /// A search over a relation, at most so many ties far; each tie after the first multiplies by
  /// `decay`.
  ///
  /// Complexity: O(people).
  package init(
    over relation: Relation,
    handles: PersonNames,
    decay: Double,
    within hops: Int,
    watchedBy monitor: WorkMonitor
  ) {
    self.relation = relation
    self.handles = handles
    self.decay = decay
    self.hops = hops
    watch = StopWatch(monitor)
    distance = Array(repeating: -1, count: relation.forward.count)
    stated = Array(repeating: .nan, count: relation.forward.count)
  }

  package mutating func start(from sources: [PersonID], among: PersonSet?) throws(MetricError) {
    for person in touched { (distance[Int(person)], stated[Int(person)]) = (-1, .nan) }
    self.sources = sources
    touched = sources
    for source in sources { distance[Int(source)] = 0 }
    var frontier = sources
    for round in 1...max(hops, 1) where !frontier.isEmpty {
      var next: [PersonID] = []
      for person in frontier {
        try watch.worked(relation.forward.degree(of: person) + 1)
        for position in relation.forward.range(of: person) {
          let target = relation.forward.neighbours[position]
          guard distance[Int(target)] != 0, among?.contains(target) != false else { continue }
          let trust = relation.trust(at: position)
          if round == 1 {
            // A comparison with NaN is false.
            let known = stated[Int(target)]
            stated[Int(target)] = known > max(trust, 0) ? known : max(trust, 0)
            touched.append(target)
          }
          guard trust > 0, distance[Int(target)] < 0 else { continue }
          distance[Int(target)] = Int32(round)
          touched.append(target)
          next.append(target)
        }
      }
      frontier = next
    }
  }

  package mutating func opinion(of person: PersonID) throws(MetricError) -> TrustOpinion {
    guard distance[Int(person)] != 0 else { return .none }
    if !stated[Int(person)].isNaN { return TrustOpinion(trust: stated[Int(person)], hops: 1) }
    guard distance[Int(person)] > 0 else { return .none }
    var used: Set<UInt64> = []
    var lacking = 1.0
    while let chain = try best(to: person, without: used) {
      lacking *= 1 - chain.trust
      used.formUnion(chain.ties)
    }
    guard !used.isEmpty else { return .none }
    return TrustOpinion(trust: 1 - lacking, hops: Int(distance[Int(person)]))
  }

  /// The best chain to somebody that uses none of some ties; nil where there is none.
  private mutating func best(
    to target: PersonID,
    without used: Set<UInt64>
  ) throws(MetricError) -> (trust: Double, ties: [UInt64])? {
    // By the number of ties, the best product from each person to the target.
    var products: [[PersonID: Double]] = [[target: 1]]
    var (greatest, length) = (0.0, 0)
    for ties in 1...hops {
      var next: [PersonID: Double] = [:]
      for (person, product) in products[ties - 1] where distance[Int(person)] != 0 {
        try watch.worked(relation.backward.degree(of: person) + 1)
        for position in relation.backward.range(of: person) {
          let source = relation.backward.neighbours[position]
          let trust = min(relation.backwardWeights?[position] ?? 1, 1)
          let isNear = distance[Int(source)] >= 0 && Int(distance[Int(source)]) <= hops - ties
          guard trust > 0, isNear, source != target,
            !used.contains(Self.tie(source, person))
          else { continue }
          let whole = trust * product * (ties > 1 ? decay : 1)
          next[source] = max(next[source] ?? 0, whole)
        }
      }
      products.append(next)
      let found = sources.compactMap { next[$0] }.max() ?? 0
      if found * Self.agreement > greatest { (greatest, length) = (found, ties) }
    }
    guard length > 0 else { return nil }
    return (greatest, walk(products, greatest, length, without: used))
  }

  /// The ties of the chain of that product and length, by the first handle at each step.
  private func walk(
    _ products: [[PersonID: Double]],
    _ greatest: Double,
    _ length: Int,
    without used: Set<UInt64>
  ) -> [UInt64] {
    func first(_ people: some Sequence<PersonID>) -> PersonID? {
      people.min { handles[$0] < handles[$1] }
    }
    let starts = sources.filter { products[length][$0] ?? 0 >= greatest * Self.agreement }
    guard var person = first(starts) else { return [] }
    var ties: [UInt64] = []
    for left in (0..<length).reversed() {
      let goal = (products[left + 1][person] ?? 0) * Self.agreement
      let steps = relation.forward.range(of: person).filter { position in
        let next = relation.forward.neighbours[position]
        guard let rest = products[left][next], left == 0 || distance[Int(next)] != 0,
          !used.contains(Self.tie(person, next))
        else { return false }
        return relation.trust(at: position) * rest * (left > 0 ? decay : 1) >= goal
      }
      guard let next = first(steps.map { relation.forward.neighbours[$0] }) else { break }
      ties.append(Self.tie(person, next))
      person = next
    }
    return ties
  }

  private static func tie(_ source: PersonID, _ target: PersonID) -> UInt64 {
    UInt64(source) << 32 | UInt64(target)
  }
}
