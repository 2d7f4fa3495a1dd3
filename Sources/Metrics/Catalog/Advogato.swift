package import Graph
package import Values

/// Whether somebody is accepted by a bounded flow of trust from some seeds.
package struct Advogato: Metric {
  package let card = MetricCard(
    name: "advogato",
    summary: "1 for who is accepted by a bounded flow of trust from seeds, else 0",
    formula: "maximum flow; u takes in 800, 200, 200, 50, 12, 4, 2, 1 by distance, 1 accepts u",
    meaning: """
      A crowd of made-up accounts gets in no more people than the few real ones who certified them \
      can pass on. Yes or no, no degree: least trust is the level, and each level is asked for by \
      itself. Where not all can be accepted, near ones are, then by name.
      """,
    unit: .plain,
    source:
      "Levien, Attack resistant trust metrics, 2000-03; capacities after the first from memory",
    claim: .model,
    requires: [.from],
    accepts: [.over],
    relation: "trust",
    parameters: [
      MetricCard.Parameter(
        "least trust",
        default: 0,
        in: 0...1,
        "the least trust that is a certificate; it is above 0 in any case"
      )
    ],
    companions: [
      MetricCard.Companion("distance", "how many certificates away from the nearest seed")
    ],
    laws: [.liesIn(0...1), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "from a: certificates lead to b and c, none to d, and distrust is none",
        graph: "a!b:0.5 b!c:1 d!a:1 a!e:-1",
        expect: ["a": 1, "b": 1, "c": 1, "d": 0, "e": 0]
      )
    ],
    triedWords: ["certified", "certification", "attack resistant trust"]
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
    var flow = try CertificateFlow(
      over: relation,
      from: from.intersection(graph.everybody).people,
      least: try arguments.value(of: card.parameters[0]),
      handles: graph.people,
      watchedBy: monitor
    )
    let outcome = try flow.run()
    let reached = outcome.distances.count { $0 >= 0 }
    let accepted = outcome.accepted.count
    return Measured(
      values: outcome.distances.indices.map { outcome.accepted.contains(PersonID($0)) ? 1 : 0 },
      companions: [
        Measured.Companion(
          "distance",
          unit: .count(of: "hops"),
          values: outcome.distances.map { $0 < 0 ? .nan : Double($0) }
        )
      ],
      defaults: arguments.defaultRelation(of: card),
      remarks: [
        "\(Tally.digits(accepted)) of \(Tally.text(reached, "people")) certificates lead to are accepted"
      ]
    )
  }
}
