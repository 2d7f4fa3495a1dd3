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
