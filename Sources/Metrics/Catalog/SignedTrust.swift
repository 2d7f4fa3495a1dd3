package import Graph
package import Values

/// Trust and distrust as propagated from somebody, distrust by its last step only.
package struct SignedTrust: Metric {
  package let card = MetricCard(
    name: "signed trust",
    summary: "trust less distrust, as those somebody is tied to by trust see it",
    formula:
      "sum of g^k e C^k (T - D), k = 0..K; C = .4 T + .4 T'T + .1 T' + .1 TT'; T' transposed",
    meaning: """
      One-step distrust: trust is propagated, and whoever it leads to says whom they distrust; their \
      distrust goes no further, and distrust of distrust is no trust. Below 0 is distrusted. Trust \
      passes on directly, to whom the same people trust, to who trusts, and by trusting the same. \
      Only the sign and the order mean something.
      """,
    unit: .plain,
    source: "Guha, Kumar, Raghavan, Tomkins, Propagation of trust and distrust, 2004",
    claim: .model,
    requires: [.from],
    accepts: [.over],
    relation: "trust",
    parameters: [
      MetricCard.Parameter("steps", default: 3, in: 0...20, assumed: true, "K, how far it goes"),
      MetricCard.Parameter(
        "discount",
        default: 0.5,
        in: 0...1,
        assumed: true,
        "g, what each step multiplies by"
      ),
      MetricCard.Parameter("direct", default: 0.4, in: 0...1, "the weight of T in C"),
      MetricCard.Parameter("co-citation", default: 0.4, in: 0...1, "the weight of T'T in C"),
      MetricCard.Parameter("transpose", default: 0.1, in: 0...1, "the weight of T' in C"),
      MetricCard.Parameter("coupling", default: 0.1, in: 0...1, "the weight of TT' in C"),
    ],
    companions: [
      MetricCard.Companion("trusting", "the same with T for T - D: what speaks for this person"),
      MetricCard.Companion("distrusting", "the same with D for T - D: what speaks against"),
    ],
    laws: [.liesIn(-1e12...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: b is trusted, and b distrusts c",
        graph: "a!b:1 b!c:-1",
        expect: ["a": .nan, "b": 1.0656, "c": -0.2625]
      )
    ],
    triedWords: ["guha", "one-step distrust", "propagated distrust", "distrust"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.trust(arguments, of: card)
    guard let from = arguments.from else { throw .missing(.from) }
    let steps = Int(try arguments.value(of: card.parameters[0]).rounded(.up))
    let discount = try arguments.value(of: card.parameters[1])
    var weights: [Double] = []
    for parameter in card.parameters[2...] { weights.append(try arguments.value(of: parameter)) }
    let sources = from.intersection(graph.everybody)
    let belief = Belief(relation, threads: arguments.threads, monitor: monitor)
    var reached = (0..<graph.personCount).map { sources.contains(PersonID($0)) ? 1.0 : 0 }
    var spread = reached
    for step in 0..<steps {
      reached = try belief.carried(reached, weights)
      let factor = discount.power(step + 1)
      for person in reached.indices { spread[person] += factor * reached[person] }
      monitor.report(card.name, Double(step + 1) / Double(steps))
    }
    let trusting = try belief.trusted(by: spread)
    let distrusting = try belief.distrusted(by: spread)
    func known(_ values: [Double]) -> [Double] {
      values.indices.map { person in
        let isKnown = trusting[person] > 0 || distrusting[person] > 0
        return isKnown && !sources.contains(PersonID(person)) ? values[person] : .nan
      }
    }
    return Measured(
      values: known(zip(trusting, distrusting).map { $0 - $1 }),
      companions: [
        Measured.Companion("trusting", unit: .plain, values: known(trusting)),
        Measured.Companion("distrusting", unit: .plain, values: known(distrusting)),
      ],
      missingReason: "nobody trust leads to says anything, or the same person",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

/// Trust and distrust as matrices, row vectors times which are asked for.
private struct Belief {
  private let trust: TieGather
  private let turned: TieGather
  private let distrust: TieGather
  private let threads: Int?
  private let monitor: WorkMonitor

  init(_ relation: Relation, threads: Int?, monitor: WorkMonitor) {
    trust = TieGather(relation)
    turned = TieGather(relation, isReversed: true)
    distrust = TieGather(relation.distrust)
    self.threads = threads
    self.monitor = monitor
  }

  /// A row vector times C.
  func carried(_ values: [Double], _ weights: [Double]) throws(MetricError) -> [Double] {
    let direct = try trusted(by: values)
    let transpose = try trusting(values)
    let cited = try trusted(by: transpose)
    let coupled = try trusting(direct)
    return values.indices.map {
      weights[0] * direct[$0] + weights[1] * cited[$0] + weights[2] * transpose[$0]
        + weights[3] * coupled[$0]
    }
  }

  func trusted(by values: [Double]) throws(MetricError) -> [Double] {
    try trust.gathered(values, threads: threads, watchedBy: monitor)
  }

  func distrusted(by values: [Double]) throws(MetricError) -> [Double] {
    try distrust.gathered(values, threads: threads, watchedBy: monitor)
  }

  private func trusting(_ values: [Double]) throws(MetricError) -> [Double] {
    try turned.gathered(values, threads: threads, watchedBy: monitor)
  }
}

extension Relation {
  /// The same ties with their weights turned round: what was below 0 is above.
  ///
  /// Without weights there is no distrust, and no tie.
  fileprivate var distrust: Relation {
    guard let backwardWeights, let forwardWeights else {
      return Relation(sources: forward.count, targets: backward.count)
    }
    return Relation(
      forward: forward,
      backward: backward,
      forwardWeights: forwardWeights.negated,
      backwardWeights: backwardWeights.negated
    )
  }
}

extension WeightColumn {
  /// The same weights with the other sign.
  fileprivate var negated: WeightColumn {
    switch self {
    case .coded(let codes, let palette): .coded(codes, palette: palette.map { -$0 })
    case .single(let weights): .single(weights.map { -$0 })
    }
  }
}

extension Double {
  /// The number multiplied with itself so many times, at least once.
  fileprivate func power(_ count: Int) -> Double {
    (1..<count).reduce(self) { product, _ in product * self }
  }
}
