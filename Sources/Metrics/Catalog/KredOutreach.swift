package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Kred's outreach level: how generous somebody is.
package struct KredOutreach: Metric {
  package let card = MetricCard(
    name: "kred outreach",
    summary: "the level reached by sharing, answering and mentioning others",
    formula: "level(v) = the greatest L with 100 * L^b <= points for what v did to others",
    meaning: """
      Generosity, added up for ever: a level is never lost. Level 1 at 100 points and level 2 at \
      270 are published, the levels above follow a curve through them. A robot that mentions \
      everybody has it all.
      """,
    unit: .count(of: "levels"),
    source: "Kred, score.kred/rules, 2011-2015; levels above 2 are not published",
    claim: .reconstruction,
    accepts: [.in],
    parameters: KredLedger.outreachParameters + [
      MetricCard.Parameter(
        "steepness",
        default: 1.433,
        in: 1...5,
        assumed: true,
        "the power b by which levels need more points"
      )
    ],
    companions: [
      MetricCard.Companion("points", "outreach points: what the level is made of"),
      MetricCard.Companion("share points", "points for sharing"),
      MetricCard.Companion("reply points", "points for answering"),
      MetricCard.Companion("mention points", "points for mentioning"),
      MetricCard.Companion("follow points", "points for following, where follows are dated"),
    ],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "ten acts are 100 points, the first level",
        graph: """
          a@share@b a@share@b a@share@b a@share@b a@share@b a@reply@b a@reply@b a@mention@b \
          a@mention@b a@mention@b b@reply@a
          """,
        expect: ["a": 1, "b": 0]
      )
    ],
    triedWords: ["outreach", "outreach level", "generosity"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ledger = try KredLedger(of: .outreach, on: graph, with: arguments, watchedBy: monitor)
    let power = try arguments.value(of: card.parameters[card.parameters.count - 1])
    let points = ledger.points
    return Measured(
      values: points.map { level(of: $0, power) },
      companions: [
        Measured.Companion("points", unit: .count(of: "points"), values: points)
      ] + ledger.companions(card.companions.dropFirst().map(\.name)),
      missingReason: "not in the community",
      defaults: ledger.defaults,
      remarks: ledger.remarks
    )
  }

  /// The level that so many points reach; thresholds are rounded to whole points.
  private func level(of points: Double, _ power: Double) -> Double {
    guard points >= 100 else { return points.isNaN ? .nan : 0 }
    let level = pow(points / 100, 1 / power).rounded()
    return (100 * pow(level, power)).rounded() <= points ? level : level - 1
  }
}
