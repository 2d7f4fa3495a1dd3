package import Graph
package import Values

/// The mean trust people have in somebody.
package struct TrustReceived: Metric {
  package let card = MetricCard(
    name: "trust received",
    summary: "mean trust of those whose trust in this person is known",
    formula: "trust received(v) = mean of max(trust(u, v), 0) over u whose trust in v is known",
    meaning: """
      Distrust enters as 0 and counts among the trusters; what is not known does not enter. A mean \
      of one is one person's opinion: read it beside trusters. Controversy is the smaller camp's \
      part of those who trust or distrust, 0 to 50 %. Within several hops, who has not said enters by \
      the best chain to this person, as path-decay trust has it.
      """,
    unit: .score,
    source:
      "classic; controversy from Massa, Avesani, Controversial users demand local trust, 2005",
    accepts: [.within, .over],
    relation: "trust",
    parameters: [.trustDecay],
    companions: [
      MetricCard.Companion("trusters", "how many people's trust is known, distrust included"),
      MetricCard.Companion(
        "controversy",
        "min(trusting, distrusting) / (trusting + distrusting)"
      ),
      MetricCard.Companion("distrusters", "how many people distrust"),
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two trust b, one distrusts: (0.9 + 0.6 + 0) / 3; nobody's trust in a is known",
        graph: "a!b:0.9 c!b:0.6 d!b:-0.5 b!c:0.4",
        expect: ["a": .nan, "b": 0.5, "c": 0.4, "d": .nan]
      )
    ],
    triedWords: ["trust", "mean trust", "average trust", "trusted", "reputation", "credibility"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.trust(arguments, of: card)
    let hops = arguments.hops ?? 1
    guard hops >= 1 else {
      throw .outOfRange(parameter: "hops", value: Double(hops), range: 1...64)
    }
    let decay = try arguments.value(of: .trustDecay)
    let columns = try ParallelRanges(balancing: relation.backward).columns(
      4,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { [weights = PulledWeights(relation, floor: -.infinity)] range in
      switch weights {
      case .coded(let weights): Opinions.columns(range, in: relation.backward, weights)
      case .single(let weights): Opinions.columns(range, in: relation.backward, weights)
      case .equal(let weights): Opinions.columns(range, in: relation.backward, weights)
      }
    }
    var known = (trust: columns[0], trusters: columns[1])
    if hops > 1 {
      known = try chained(relation, within: hops, on: graph, arguments, watchedBy: monitor)
    }
    let isSigned = (relation.backwardWeights?.bounds?.lowerBound ?? 0) < 0
    return Measured(
      values: known.trust,
      companions: [
        Measured.Companion("trusters", unit: .count(of: "people"), values: known.trusters),
        Measured.Companion("controversy", unit: .share, values: columns[2], isShown: isSigned),
        Measured.Companion(
          "distrusters",
          unit: .count(of: "people"),
          values: columns[3],
          isShown: isSigned
        ),
      ],
      missingReason: "nobody's trust is known",
      defaults: arguments.defaultRelation(of: card) + (isSigned ? ["distrust counts as 0"] : [])
        + (hops > 1 ? ["each tie of a chain after the first multiplies by \(decay.shortText)"] : [])
    )
  }

  /// The mean over all who state trust or have a chain of at most so many ties, and how many they are.
  ///
  /// A search back from each person who is asked for.
  private func chained(
    _ relation: Relation,
    within hops: Int,
    on graph: Graph,
    _ arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> (trust: [Double], trusters: [Double]) {
    let people = (arguments.wanted ?? graph.everybody).people
    let back = relation.reversed
    let decay = try arguments.value(of: .trustDecay)
    let ranges = ParallelRanges(count: people.count, size: max(16, people.count / 128))
    let columns = try ranges.columns(
      2,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range throws(MetricError) in
      var chains = TrustChains(over: back, decay: decay, within: hops, watchedBy: monitor)
      var columns: [[Double]] = [[], []]
      for person in people[range] {
        try chains.start(from: [person], among: nil)
        let known = try chains.found.map { other throws(MetricError) in
          try chains.opinion(of: other).trust
        }
        columns[0].append(known.sorted().reduce(0, +) / Double(known.count))
        columns[1].append(Double(known.count))
      }
      return columns
    }
    var trust = [Double](repeating: .nan, count: graph.personCount)
    var trusters = [Double](repeating: 0, count: graph.personCount)
    for (place, person) in people.enumerated() {
      trust[Int(person)] = columns[0][place]
      trusters[Int(person)] = columns[1][place]
    }
    return (trust, trusters)
  }
}

/// What is known of the trust in one person.
private struct Opinions {
  var known = 0
  var trusting = 0
  var distrusting = 0
  /// The sum of trust, distrust as 0.
  var trust = 0.0

  /// The mean, how many are known, the controversy and the distrusters, over a range of people.
  ///
  /// Moves 2 or 4 bytes a tie in order.
  static func columns(
    _ range: Range<Int>,
    in rows: Rows,
    _ weights: some TieWeights
  ) -> [[Double]] {
    let opinions = range.map { person in
      var opinions = Opinions()
      for position in Int(rows.starts[person])..<Int(rows.starts[person + 1]) {
        let weight = weights[position]
        opinions.known += 1
        opinions.trusting += weight > 0 ? 1 : 0
        opinions.distrusting += weight < 0 ? 1 : 0
        opinions.trust += max(weight, 0)
      }
      return opinions
    }
    return [
      opinions.map { $0.trust / Double($0.known) },
      opinions.map { Double($0.known) },
      opinions.map(\.controversy),
      opinions.map { Double($0.distrusting) },
    ]
  }

  /// The smaller camp's part of both; NaN where there is neither.
  var controversy: Double { Double(min(trusting, distrusting)) / Double(trusting + distrusting) }
}

extension TrustReceived: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    guard let hops = arguments.hops, hops > 1 else {
      let range = relation.backward.range(of: person)
      let trusts = range.map { position -> (PersonID, Double, String) in
        let weight = relation.backwardWeights?[position] ?? 1
        return (
          relation.backward.neighbours[position], max(weight, 0), weight < 0 ? "distrust" : ""
        )
      }
      return Explanation(sharing: trusts, of: Double(range.count))
    }
    var chains = TrustChains(
      over: relation.reversed,
      decay: try arguments.value(of: .trustDecay),
      within: hops,
      watchedBy: .unwatched
    )
    try chains.start(from: [person], among: nil)
    let trusts = try chains.found.sorted().map {
      other throws(MetricError) -> (PersonID, Double, String) in
      let opinion = try chains.opinion(of: other)
      return (other, opinion.trust, opinion.hops > 1 ? "by \(opinion.hops) ties" : "")
    }
    return Explanation(sharing: trusts, of: Double(trusts.count))
  }
}
