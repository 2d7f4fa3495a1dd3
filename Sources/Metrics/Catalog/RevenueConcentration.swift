package import Graph
package import Values

/// What part of the revenue those bring who score no higher than somebody.
package struct RevenueConcentration: Metric {
  package let card = MetricCard(
    name: "revenue concentration",
    summary: "part of the revenue from those who score no higher by a measure",
    formula: "L(v) = sum of revenue(u) over u with M(u) <= M(v) / sum of revenue(u) over all u",
    meaning: """
      The Lorenz curve of credited revenue along a measure, a point a person: with 0.5 of the people \
      at 0.4 of the revenue the lower half is worth little less than the upper, whatever the score \
      says. Below the table stand the part of those under the median and the index of \
      concentration: 0 where revenue does not go with the measure, near 1 where its leader has all.
      """,
    unit: .share,
    source: "Lorenz 1905; Gini 1912; Wagstaff, Paci, van Doorslaer, 1991",
    requires: [.measure],
    accepts: [.to],
    parameters: Attribution.parameters,
    companions: [
      MetricCard.Companion("part of people", "what part of the people scores no higher"),
      MetricCard.Companion("credited revenue", "the revenue credited to the person"),
    ],
    laws: [.liesIn(0...1.000_000_1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "c buys once and v twice, each time after a click on a post of w: all is w's, who bought none",
        graph: """
          w^/0 c$click$b:p0/1 c$purchase$b=60/2 v$click$b:p0/1 v$purchase$b=30/2 \
          v$click$b:p0/3 v$purchase$b=10/4
          """,
        expect: ["w": 1, "b": 1, "c": 1, "v": 1]
      )
    ],
    triedWords: ["long tail", "lorenz", "gini", "pareto", "concentration"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard let scores = arguments.operand else { throw .missing(.measure) }
    let ledger = try CreditLedger(
      for: ["purchase"],
      in: graph,
      with: arguments,
      watchedBy: monitor
    )
    let people = graph.everybody.people.filter { !scores[Int($0)].isNaN }
    let curve = LorenzCurve(of: ledger.values, along: scores, among: people)
    return Measured(
      values: curve.parts,
      companions: [
        Measured.Companion("part of people", unit: .share, values: curve.people),
        Measured.Companion("credited revenue", unit: .amount(of: "revenue"), values: ledger.values),
      ],
      missingReason: curve.total > 0 ? "no score" : "no revenue is credited",
      defaults: arguments.creditDefaults,
      remarks: curve.remarks
    )
  }
}

/// How a whole is spread over people in the order of a score, those of one score together.
package struct LorenzCurve: Sendable {
  /// What part of the whole those have who score no higher than a person; missing for whoever is
  /// not among them, and for all where there is no whole.
  package private(set) var parts: [Double]
  /// What part of the people scores no higher.
  package private(set) var people: [Double]
  /// The whole.
  package private(set) var total = 0.0
  /// Twice the area between the diagonal and the curve: 0 where the whole does not go with the
  /// score, 1 less one in n where its leader has all, negative where the low have more.
  package private(set) var concentration = 0.0
  /// What part of the whole those have who score below the median.
  package private(set) var belowMedian = 0.0

  /// The curve of some amounts along some scores.
  ///
  /// Sums run in the order of scores, those of one score in the order of ids. Complexity:
  /// O(people log people).
  package init(of amounts: [Double], along scores: [Double], among some: [PersonID]) {
    parts = Array(repeating: .nan, count: scores.count)
    people = parts
    let sorted = some.map(Int.init).sorted { (scores[$0], $0) < (scores[$1], $1) }
    total = sorted.reduce(0) { $0 + amounts[$1] }
    guard total > 0 else { return }
    let middle = sorted.count / 2
    let median =
      sorted.count.isMultiple(of: 2)
      ? (scores[sorted[middle - 1]] + scores[sorted[middle]]) / 2 : scores[sorted[middle]]
    var (start, sum, area, last) = (0, 0.0, 0.0, 0.0)
    while start < sorted.count {
      let score = scores[sorted[start]]
      var end = start
      while end < sorted.count, scores[sorted[end]] == score {
        sum += amounts[sorted[end]]
        end += 1
      }
      let part = sum / total
      for person in sorted[start..<end] {
        parts[person] = part
        people[person] = Double(end) / Double(sorted.count)
      }
      area += (last + part) / 2 * Double(end - start) / Double(sorted.count)
      if score < median { belowMedian = part }
      (start, last) = (end, part)
    }
    concentration = 1 - 2 * area
  }

  /// What to say of it.
  package var remarks: [String] {
    guard total > 0 else { return [] }
    func text(_ number: Double) -> String { (number * 100).roundedText }
    return [
      "those below the median bring \(text(belowMedian)) % of the revenue",
      "index of concentration \(concentration.roundedText)",
    ]
  }
}
