package import Graph
package import Values

/// How much a measure changed over a period, or by what is assumed.
package struct Change: MomentMetric {
  package let card = MetricCard(
    name: "change",
    summary: "how much a measure changed over the period, or by what is assumed",
    formula: "change(v) = M(v) at the end of the period - M(v) just before it begins",
    meaning: """
      Both values are those of the moment: counts count all time up to it, windowed models their \
      days before it. Without a period but with moves behind `assuming`, it is what the moves \
      change. What carries no date was always there, and does not change by time. `explain change` \
      says what made it: the person's own data, those of others, or what fell out of a window.
      """,
    unit: .plain,
    source: "house",
    requires: [.measure],
    companions: [
      MetricCard.Companion("before", "the measure just before the period, or before the moves"),
      MetricCard.Companion("after", "the measure at the end of the period, after the moves"),
    ],
    laws: [.unchangedByRelabelling],
    examples: [
      MetricExample(
        "nothing was bought before, and something since",
        graph: "a$purchase$b a$purchase$b b>a",
        expect: ["a": 2, "b": 0]
      )
    ],
    triedWords: ["difference in", "growth", "growth in", "delta", "gain in", "trend", "drop in"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let after = arguments.operand else { throw .missing(.measure) }
    guard let before = arguments.operandBefore else { throw .nothingToCompare }
    return Measured(
      values: zip(after, before).map { $0 - $1 },
      companions: [
        Measured.Companion("before", unit: .plain, values: before),
        Measured.Companion("after", unit: .plain, values: after),
      ],
      missingReason: "no value before, or none after"
    )
  }
}
