package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How much somebody does towards some people, what is old counting less.
package struct TieStrength: Metric {
  package let card = MetricCard(
    name: "tie strength",
    summary: "what this person did towards somebody, by effort, fading with time",
    formula: "s(v) = sum of w(kind) * 2^(-age / half-life) over what v did to those after to",
    meaning: """
      Love is not a number, and its traces fade: who spoke yesterday is nearer than who spoke last \
      year. Ages are whole days where either end has no clock, and what is undated does not count. A \
      reply takes more effort than a like, by weights that are assumed. Returned is what came \
      back; a tie without it is a fan's.
      """,
    unit: .plain,
    source: "exponential smoothing; effort weights are ours",
    claim: .model,
    requires: [.to],
    parameters: [
      MetricCard.Parameter(
        "half-life",
        defaultDays: 30,
        in: 0.01...36_500,
        assumed: true,
        "after how long an act counts half"
      )
    ]
      + ReactionWeights.efforts,
    companions: [
      MetricCard.Companion("returned", "the same from those after to towards this person")
    ],
    laws: [.liesIn(0...1e12), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "to everybody: a share on the last day, and a like a half-life before",
        graph: "a@share@b/30 a@like@b/0",
        expect: ["a": 2.5, "b": 0]
      )
    ],
    triedWords: ["closeness", "relationship", "affinity", "recency"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let others = arguments.to else { throw .missing(.to) }
    let halfLife = try arguments.value(of: card.parameters[0])
    let reactions = try ReactionWeights(efforts: arguments, in: graph)
    var made = [Double](repeating: 0, count: graph.personCount)
    var returned = made
    var undated = 0
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let weight = reactions[event.kind] else { continue }
      var age = 0.0
      if let now = arguments.now {
        let isMeant = others.contains(event.target) || others.contains(event.source)
        if event.time == nil, isMeant { undated += 1 }
        guard let time = event.time, time <= now else { continue }
        age = now.days(since: time)
      }
      let strength = weight * exp2(-age / halfLife)
      if others.contains(event.target) { made[Int(event.source)] += strength }
      if others.contains(event.source) { returned[Int(event.target)] += strength }
    }
    return Measured(
      values: made,
      companions: [Measured.Companion("returned", unit: .plain, values: returned)],
      defaults: arguments.now.map { ["now is \($0.dayText)"] } ?? [],
      remarks: ReactionWeights.remarks(undated: undated)
    )
  }
}
