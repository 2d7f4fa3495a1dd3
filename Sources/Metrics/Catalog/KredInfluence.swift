package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Kred's influence, 1 to 1000.
package struct KredInfluence: Metric {
  package let card = MetricCard(
    name: "kred influence",
    summary: "1 to 1000: kred points on a curve that the leader tops",
    formula: "K(v) = max(1, round(1000 * ln(1 + points/c) / ln(1 + most points/c)))",
    meaning: """
      Whoever has most points has 1000, in every community anew: the first of twelve people has as \
      much as the first of a million. The curve is concave, as published; its form is ours. Points \
      add up, the score does not.
      """,
    unit: .count(of: "points"),
    source: "Kred, docs.score.kred, 2011-2015; the curve is not published",
    claim: .reconstruction,
    accepts: [.in],
    parameters: KredLedger.influenceParameters + [
      MetricCard.Parameter(
        "curve",
        default: 10,
        in: 0.001...1e6,
        assumed: true,
        "the points at which the curve begins to bend"
      )
    ],
    companions: [
      MetricCard.Companion("points", "kred points: what the score is made of"),
      MetricCard.Companion("share points", "points for being shared"),
      MetricCard.Companion("reply points", "points for being answered"),
      MetricCard.Companion("mention points", "points for being mentioned"),
      MetricCard.Companion("follow points", "points for new followers, where follows are dated"),
    ],
    laws: [.liesIn(1...1_000), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b has 20 points, a 10: 1000 ln(2) / ln(3)",
        graph: "a@share@b c@reply@b b@mention@a",
        expect: ["a": 631, "b": 1_000, "c": 1]
      )
    ],
    triedWords: ["kred", "kred score", "influence kred"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ledger = try KredLedger(of: .influence, on: graph, with: arguments, watchedBy: monitor)
    let bend = try arguments.value(of: card.parameters[card.parameters.count - 1])
    let points = ledger.points
    let most = graph.everybody.people.map { points[Int($0)] }.filter { !$0.isNaN }.max() ?? 0
    let values = points.map { points in
      guard most > 0, !points.isNaN else { return Double.nan }
      return max(1, (1_000 * log1p(points / bend) / log1p(most / bend)).rounded())
    }
    return Measured(
      values: values,
      companions: [
        Measured.Companion("points", unit: .count(of: "points"), values: points)
      ] + ledger.companions(card.companions.dropFirst().map(\.name)),
      missingReason: arguments.topic == nil
        ? "nobody has points" : "not in the community, or nobody there has points",
      defaults: ledger.defaults,
      remarks: ledger.remarks
    )
  }
}

extension KredInfluence: Explaining {
  /// The score handed out in the proportion of the points it is made of: the curve has no parts.
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    let value = measured.values[Int(person)]
    guard !value.isNaN, let points = measured.companions.first?.values[Int(person)] else {
      return Explanation([])
    }
    guard points > 0 else { return Explanation([Explanation.Part("the least there is", value)]) }
    return Explanation(
      measured.companions.dropFirst().map { companion in
        let own = companion.values[Int(person)]
        let note = "\(Int(own)) of \(Int(points)) points"
        return Explanation.Part(companion.name, value * own / points, note)
      }
    )
  }
}
