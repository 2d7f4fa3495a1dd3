package import Graph
package import Values

/// The mean trust people have in somebody.
package struct TrustReceived: Metric {
  package let card = MetricCard(
    name: "trust received",
    summary: "mean trust of those whose trust in this person is known",
    formula: "trust received(v) = mean of max(trust(u, v), 0) over u whose trust in v is known",
    meaning: """
      Distrust enters as 0, as the data's floor of trust, and counts among the trusters; what is \
      not known does not enter. A mean of one is one person's opinion: read it beside trusters. \
      Controversy is the smaller camp's part of those who trust or distrust, 0 to 50 %.
      """,
    unit: .score,
    source:
      "classic; controversy from Massa, Avesani, Controversial users demand local trust, 2005",
    accepts: [.over],
    relation: "trust",
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

  package func evaluate(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let ranges = ParallelRanges(balancing: relation.backward)
    let columns = try ranges.columns(
      4,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      var columns = [[Double]](repeating: [], count: 4)
      for person in range {
        let opinions = Opinions(of: PersonID(person), in: relation)
        columns[0].append(opinions.trust / Double(opinions.known))
        columns[1].append(Double(opinions.known))
        columns[2].append(opinions.controversy)
        columns[3].append(Double(opinions.distrusting))
      }
      return columns
    }
    let isSigned = (relation.backwardWeights?.bounds?.lowerBound ?? 0) < 0
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("trusters", unit: .count(of: "people"), values: columns[1]),
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
    )
  }
}

/// What is known of the trust in one person.
private struct Opinions {
  var known = 0
  var trusting = 0
  var distrusting = 0
  /// The sum of trust, distrust as 0.
  var trust = 0.0

  init(of person: PersonID, in relation: Relation) {
    for position in relation.backward.range(of: person) {
      let weight = relation.backwardWeights?[position] ?? 1
      known += 1
      trusting += weight > 0 ? 1 : 0
      distrusting += weight < 0 ? 1 : 0
      trust += max(weight, 0)
    }
  }

  /// The smaller camp's part of both; NaN where there is neither.
  var controversy: Double { Double(min(trusting, distrusting)) / Double(trusting + distrusting) }
}
