package import Graph
package import Values

/// What part of an audience is followed back.
package struct Reciprocity: Metric {
  package let card = MetricCard(
    name: "reciprocity",
    summary: "what part of the followers this person follows back",
    formula: "reciprocity(v) = |{u in audience(v) : v follows u}| / |audience(v)|",
    meaning: """
      Near 100 % among friends and among those who follow back to be followed; a celebrity has \
      next to none. It ranks by low, the lower end of its 95 % interval.
      """,
    unit: .share,
    source: "classic; the share of dyads that are mutual, Wasserman, Faust 1994",
    accepts: [.over],
    relation: "follows",
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("audience", "how many follow this person"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "of two followers b follows one back",
        graph: "a>b c>b b>a",
        expect: ["a": 1, "b": 0.5, "c": .nan]
      )
    ],
    triedWords: ["follow back", "follows back", "followed back", "mutuality"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let columns = try ParallelRanges(balancing: relation.backward).columns(
      2,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { range in
      let people = range.map(UInt32.init)
      let sizes = people.map { Double(relation.backward.degree(of: $0)) }
      let mutual = people.map { person in
        Double(
          relation.backward[person].count { relation.forward.position(of: $0, in: person) != nil }
        )
      }
      return [zip(mutual, sizes).map { $0 / $1 }, sizes]
    }
    return Measured(
      share: columns[0],
      of: columns[1],
      basis: Measured.Companion("audience", unit: .count(of: "people"), values: columns[1]),
      missingReason: "no audience",
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
