package import Graph
package import Values

/// The trust of the whole community in each, anchored at people known to be good.
package struct EigenTrust: Metric {
  package let card = MetricCard(
    name: "eigentrust",
    summary: "long-run trust of the whole community, anchored at some people",
    formula:
      "t(v) = (1-a) sum of t(u) trust(u, v) / sum of trust(u, w) over w + a p(v); p: anchors",
    meaning: """
      Behind `from` stand the anchors; without any, everybody is one alike. Nobody the anchors' \
      trust does not lead to gets any, so made-up accounts gain nothing. How much somebody trusts in \
      total does not enter: who gives 0.1 to one person gives it everything. Distrust counts as 0.
      """,
    unit: .plain,
    source: "Kamvar, Schlosser, Garcia-Molina, The EigenTrust algorithm, 2003",
    accepts: [.from, .over],
    relation: "trust",
    parameters: [
      MetricCard.Parameter(
        "restart",
        default: 0.15,
        in: 0.001...1,
        "how much of all trust comes from the anchors each round"
      )
    ],
    laws: [.sumsTo(1), .liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "who trusts nobody hands theirs to the anchors; 0.1 to one is everything",
        graph: "a!b:0.1",
        expect: ["a": 0.3509, "b": 0.6491]
      ),
      MetricExample(
        "a trusts b three times as much as c",
        graph: "a!b:0.9 a!c:0.3 b!a:1 c!a:1",
        expect: ["a": 0.4865, "b": 0.3601, "c": 0.1534]
      ),
    ],
    triedWords: ["eigen trust", "global trust", "community trust", "trust rank", "trustrank"]
  )

  /// The L1 change at which it stops.
  private static let tolerance = 1e-12
  /// The most rounds.
  private static let mostRounds = 200

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.trust(arguments, of: card)
    let restart = try arguments.value(of: card.parameters[0])
    let anchors = (arguments.from ?? graph.everybody).intersection(graph.everybody)
    let isAnchored = arguments.from != nil
    guard !anchors.isEmpty else {
      let values = [Double](repeating: .nan, count: graph.personCount)
      return Measured(values: values, missingReason: "nobody to anchor it at")
    }
    let (trust, change) = try EigenTrust.settled(
      relation,
      anchors: anchors,
      restart: restart,
      threads: arguments.threads,
      watchedBy: monitor
    )
    var remarks: [String] = []
    if change > EigenTrust.tolerance {
      remarks.append(
        "eigentrust stopped after \(EigenTrust.mostRounds) rounds, still changing by \(change)"
      )
    }
    return Measured(
      values: trust,
      defaults: arguments.defaultRelation(of: card)
        + (isAnchored ? [] : ["anchored at everybody alike"]),
      remarks: remarks
    )
  }

  /// Rounds until the L1 change is small enough, or there were too many.
  private static func settled(
    _ relation: Relation,
    anchors: PersonSet,
    restart: Double,
    threads: Int?,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> (trust: [Double], change: Double) {
    let ones = [Double](repeating: 1, count: relation.forward.count)
    let given = try TieGather(relation, isReversed: true)
      .gathered(ones, threads: threads, watchedBy: monitor)
    let steps = TieGather(relation)
    let start = 1 / Double(anchors.count)
    let anchored = ones.indices.map { anchors.contains(PersonID($0)) ? start : 0 }
    var trust = anchored
    var change = Double.infinity
    for round in 0..<mostRounds where change > tolerance {
      var shares = trust
      var idle = 0.0
      for person in trust.indices {
        if given[person] > 0 {
          shares[person] /= given[person]
        } else {
          shares[person] = 0
          idle += trust[person]
        }
      }
      var next = try steps.gathered(shares, threads: threads, watchedBy: monitor)
      let level = (1 - restart) * idle + restart
      change = 0
      for person in next.indices {
        next[person] = (1 - restart) * next[person] + level * anchored[person]
        change += abs(next[person] - trust[person])
      }
      trust = next
      monitor.report("eigentrust", Double(round + 1) / Double(mostRounds))
    }
    return (trust, change)
  }
}

extension EigenTrust: Explaining {
  /// One step: from each who trusts the person, and what anchors have of their own.
  ///
  /// Complexity: O(ties).
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    guard !measured.values[Int(person)].isNaN else { return Explanation([]) }
    let relation = try graph.trust(arguments, of: card)
    let restart = try arguments.value(of: card.parameters[0])
    let anchors = (arguments.from ?? graph.everybody).intersection(graph.everybody)
    func trust(_ position: Int) -> Double { max(0, relation.forwardWeights?[position] ?? 1) }
    func given(_ person: PersonID) -> Double {
      relation.forward.range(of: person).reduce(0) { $0 + trust($1) }
    }
    let parts = relation.backward[person].compactMap { truster -> Explanation.Part? in
      let all = given(truster)
      guard all > 0, let position = relation.forward.position(of: person, in: truster) else {
        return nil
      }
      let amount = (1 - restart) * measured.values[Int(truster)] * trust(position) / all
      let percentage = (trust(position) / all * 1_000).rounded() / 10
      return Explanation.Part(from: truster, amount, "\(percentage) % of the trust given")
    }
    guard anchors.contains(person) else { return Explanation(parts) }
    let idle = graph.everybody.people.filter { given($0) == 0 }
      .reduce(0) { $0 + measured.values[Int($1)] }
    let home = 1 / Double(anchors.count)
    return Explanation(
      parts + [
        Explanation.Part("as an anchor", restart * home),
        Explanation.Part("from those who trust nobody", (1 - restart) * idle * home),
      ]
    )
  }
}
