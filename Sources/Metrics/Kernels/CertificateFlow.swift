package import Graph
package import Values

/// Who is accepted when a bounded flow of trust runs from some seeds along certificates.
///
/// Each person may take in as much as a capacity by their distance from the seeds; one unit of it
/// stays and accepts the person, the others run on. A mass of made-up people gets no more than what
/// the few who certified them may pass on. How many are accepted is the greatest flow; who, where not
/// all can be, goes by the fewest ties, then by the handles. Complexity: O(accepted x ties). Source:
/// R. Levien, Attack resistant trust metrics; the flow is that of L. Ford, D. Fulkerson, 1956, with
/// the shortest ways first.
package struct CertificateFlow {
  /// What came out.
  package struct Outcome: Sendable {
    /// Who is accepted.
    package let accepted: PersonSet
    /// The distance of each from the seeds; -1 where no certificates lead.
    package let distances: [Int]
  }

  /// A place in the network: a person's way in or way out.
  private enum Way { case entry, exit }

  /// What each may take in, by distance; 1 beyond.
  package static let standard = [800, 200, 200, 50, 12, 4, 2, 1]

  /// The people certificates lead to, nearest first, and those of a distance by handle.
  private let people: [PersonID]
  private let distances: [Int]
  private let seeds: Int
  /// The certificates, people by their places in `people`.
  private let ties: Relation
  private let capacities: [Int]
  private let monitor: WorkMonitor
  /// How much runs along each tie, in the order of the backward rows.
  private var flow: [Int32]
  /// How much runs through each person, to others than the sink.
  private var passed: [Int32]
  private var isAccepted: [Bool]
  /// Where the search came from: the person before, with the place of the tie or -1.
  private var cameFrom: [[(place: Int, tie: Int, way: Way)?]] = []

  /// A flow from some seeds along the ties of at least so much trust, and more than none.
  ///
  /// Other capacities than the standard ones are for tests. Throws `cancelled`. Complexity: O(ties +
  /// people log people).
  package init(
    over relation: Relation,
    from seeds: [PersonID],
    least: Double,
    handles: PersonNames,
    capacities: [Int] = CertificateFlow.standard,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) {
    var distances = [Int](repeating: -1, count: relation.forward.count)
    var people: [PersonID] = []
    var layer = seeds
    for seed in seeds { distances[Int(seed)] = 0 }
    var distance = 0
    while !layer.isEmpty {
      if monitor.isCancelled() { throw .cancelled }
      let named = layer.map { (handle: handles[$0], person: $0) }.sorted { $0.handle < $1.handle }
      people += named.map(\.person)
      distance += 1
      var next: [PersonID] = []
      for person in layer {
        for position in relation.certificates(of: person, least: least) {
          let target = relation.forward.neighbours[position]
          guard distances[Int(target)] < 0 else { continue }
          distances[Int(target)] = distance
          next.append(target)
        }
      }
      layer = next
    }
    var places = [UInt32](repeating: 0, count: relation.forward.count)
    for (place, person) in people.enumerated() { places[Int(person)] = UInt32(place) }
    var ties = TieBuffer(weighted: false)
    for (place, person) in people.enumerated() {
      for position in relation.certificates(of: person, least: least) {
        ties.append(from: UInt32(place), to: places[Int(relation.forward.neighbours[position])])
      }
    }
    self.ties = ties.frozen(sources: people.count, targets: people.count)
    self.people = people
    self.distances = distances
    self.seeds = seeds.count
    self.capacities = capacities
    self.monitor = monitor
    flow = Array(repeating: 0, count: self.ties.count)
    passed = Array(repeating: 0, count: people.count)
    isAccepted = Array(repeating: false, count: people.count)
  }

  /// Lets one unit after the other run until no more can.
  ///
  /// Throws `cancelled`.
  package mutating func run() throws(MetricError) -> Outcome {
    while let place = try search() { push(to: place) }
    let accepted = people.indices.filter { isAccepted[$0] }.map { people[$0] }
    return Outcome(
      accepted: PersonSet(accepted, universe: distances.count),
      distances: distances
    )
  }

  /// The nearest person whom one more unit can reach and accept; nil where there is none.
  private mutating func search() throws(MetricError) -> Int? {
    if monitor.isCancelled() { throw .cancelled }
    var steps: [(place: Int, way: Way)] = (0..<seeds).map { ($0, .entry) }
    var entered = [(place: Int, tie: Int, way: Way)?](repeating: nil, count: people.count)
    var left = entered
    for seed in 0..<seeds { entered[seed] = (-1, -1, .exit) }
    var next = 0
    while next < steps.count {
      let (place, way) = steps[next]
      next += 1
      switch way {
      case .entry:
        if !isAccepted[place] {
          cameFrom = [entered, left]
          return place
        }
        // On through the person, as far as the capacity allows.
        if left[place] == nil, passed[place] < capacity(of: place) - 1 {
          left[place] = (place, -1, .entry)
          steps.append((place, .exit))
        }
        // Or back along a tie, giving up what came by it.
        for tie in ties.backward.range(of: UInt32(place)) where flow[tie] > 0 {
          let source = Int(ties.backward.neighbours[tie])
          guard left[source] == nil else { continue }
          left[source] = (place, tie, .entry)
          steps.append((source, .exit))
        }
      case .exit:
        if passed[place] > 0, entered[place] == nil {
          entered[place] = (place, -1, .exit)
          steps.append((place, .entry))
        }
        for target in ties.forward[UInt32(place)] where entered[Int(target)] == nil {
          let tie = ties.backward.position(of: UInt32(place), in: target) ?? 0
          entered[Int(target)] = (place, tie, .exit)
          steps.append((Int(target), .entry))
        }
      }
    }
    return nil
  }

  /// Lets one unit run to a person by the way that was found, and accepts them.
  private mutating func push(to place: Int) {
    isAccepted[place] = true
    var place = place
    var way = Way.entry
    while let step = cameFrom[way == .entry ? 0 : 1][place], step.place >= 0 {
      switch (way, step.way, step.tie) {
      case (.exit, .entry, -1): passed[place] += 1
      case (.entry, .exit, -1): passed[place] -= 1
      case (.entry, .exit, let tie): flow[tie] += 1
      case (_, _, let tie): flow[tie] -= 1
      }
      place = step.place
      way = step.way
    }
  }

  private func capacity(of place: Int) -> Int {
    let distance = distances[Int(people[place])]
    return distance < capacities.count ? capacities[distance] : 1
  }
}

extension Relation {
  /// The places of a person's ties of at least so much trust, and more than none.
  fileprivate func certificates(of person: PersonID, least: Double) -> [Int] {
    forward.range(of: person).filter { position in
      let trust = forwardWeights?[position] ?? 1
      return trust > 0 && trust >= least
    }
  }
}
