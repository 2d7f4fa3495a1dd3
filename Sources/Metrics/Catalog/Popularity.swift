package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How popular somebody is, the first followers counting most.
package struct Popularity: Metric {
  package let card = MetricCard(
    name: "popularity",
    summary: "near 1 for many followers, 0 for none; each one more adds less",
    formula: "popularity(v) = 1 - e^(-steepness followers(v))",
    meaning: """
      With the steepness of 1 that was published a handful of followers is as good as a million; a \
      thousandth tells thousands apart. It orders people as followers do.
      """,
    unit: .score,
    source: "Aleahmad and others, OLFinder, 2016, after Riquelme, Gonzalez-Cantergiani, 2016",
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "steepness",
        default: 1,
        in: 0...100,
        "how much of what is lacking to 1 a follower takes"
      )
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "one follower and two: 1 - 1/e and 1 - 1/e^2",
        graph: "a>b a>c b>c",
        expect: ["a": 0, "b": 0.6321, "c": 0.8647]
      )
    ],
    triedWords: ["popular", "fame"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let steepness = try arguments.value(of: card.parameters[0])
    return Measured(
      values: relation.backward.degrees.map { -expm1(-steepness * $0) },
      defaults: arguments.defaultRelation(of: card)
    )
  }
}
