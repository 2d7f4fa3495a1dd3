package import Graph
package import Values

/// The points somebody gets for what others do because of them, after Kred.
package struct KredPoints: Metric {
  package let card = MetricCard(
    name: "kred points",
    summary: "points for each time somebody acted because of this person",
    formula: "points(v) = sum of p(kind) over what others did to v, times 5 from great audiences",
    meaning: """
      Ten points for a share, a reply or a mention, as Kred published; what a follow gives and how \
      much more somebody with over 10,000 followers gives are assumed. Points add up, so the parts \
      beside them are exact. In a topic, only what passes between people interested in it counts.
      """,
    unit: .count(of: "points"),
    source: "Kred, score.kred/rules, 2011-2015; the full table is not published",
    claim: .reconstruction,
    accepts: [.in],
    parameters: KredLedger.influenceParameters,
    companions: [
      MetricCard.Companion("share points", "points for being shared"),
      MetricCard.Companion("reply points", "points for being answered"),
      MetricCard.Companion("mention points", "points for being mentioned"),
      MetricCard.Companion("follow points", "points for new followers, where follows are dated"),
    ],
    laws: [.liesIn(0...1e15), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is shared, answered and liked: a like gives nothing",
        graph: "a@share@b c@reply@b c@like@b b@mention@a",
        expect: ["a": 10, "b": 20, "c": 0]
      )
    ],
    triedWords: ["influence points", "points"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ledger = try KredLedger(of: .influence, on: graph, with: arguments, watchedBy: monitor)
    return Measured(
      values: ledger.points,
      companions: ledger.companions(card.companions.map(\.name)),
      missingReason: "not in the community",
      defaults: ledger.defaults,
      remarks: ledger.remarks
    )
  }
}

extension KredPoints: Explaining {
  package func parts(
    of person: PersonID,
    in measured: Measured,
    on graph: Graph,
    with arguments: MetricArguments
  ) throws(MetricError) -> Explanation {
    guard !measured.values[Int(person)].isNaN else { return Explanation([]) }
    return Explanation(
      measured.companions.map { Explanation.Part($0.name, $0.values[Int(person)]) }
    )
  }
}
