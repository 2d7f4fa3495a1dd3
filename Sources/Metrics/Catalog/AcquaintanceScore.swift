package import Graph
package import Values

/// How many people somebody is known to, by anything they do.
package struct AcquaintanceScore: Metric {
  package let card = MetricCard(
    name: "acquaintance score",
    summary: "followers, mentioners, repliers and sharers for each person there is",
    formula: "Q(v) = (followers + mentioners + repliers + sharers) / n, n = everybody",
    meaning: """
      How well known somebody is among all. Whoever follows and shares counts for both, so it may \
      be as much as 4. Of kinds no file brought there is nobody. The affinity variant, which weighs \
      acquaintances by their own scores, is left out.
      """,
    unit: .ratio,
    source: "Srinivasan and others, 2014, after Riquelme, Gonzalez-Cantergiani, 2016",
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("mentioners", "how many people mention this person"),
      MetricCard.Companion("repliers", "how many people reply"),
      MetricCard.Companion("sharers", "how many people share"),
    ],
    laws: [.liesIn(0...4), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b has two followers of whom one shares: (2 + 1) / 3",
        graph: "a>b c>b b^ a@share@b:p0",
        expect: ["a": 0, "b": 1, "c": 0]
      )
    ],
    triedWords: ["acquaintance", "acquaintances", "how well known"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let everybody = Double(graph.everybody.count)
    var known = relation.backward.degrees
    var companions: [Measured.Companion] = []
    for (kind, name) in [("mention", "mentioners"), ("reply", "repliers"), ("share", "sharers")] {
      let people = try graph.reactors(by: kind, watchedBy: monitor)
      for person in known.indices { known[person] += people[person] }
      companions.append(Measured.Companion(name, unit: .count(of: "people"), values: people))
    }
    return Measured(
      values: known.map { $0 / everybody },
      companions: companions,
      defaults: arguments.defaultRelation(of: card)
    )
  }
}

extension Graph {
  /// How many different others reacted to each person by a kind of interaction; nobody where no file
  /// brought it.
  ///
  /// Throws `cancelled`. Complexity: O(events log(events of one person)).
  package func reactors(
    by kind: String,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> [Double] {
    guard interactions.kinds.number(of: kind) != nil else {
      return Array(repeating: 0, count: personCount)
    }
    let weights = try ReactionWeights([kind: 1], in: self)
    let reactions = try Reactions(in: self, weighing: weights, watchedBy: monitor)
    return (0..<personCount).map { Double(reactions[$0].count) }
  }
}
