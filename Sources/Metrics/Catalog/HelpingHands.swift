package import Graph
package import Values

/// How many more act on something after somebody did than is usual.
package struct HelpingHands: Metric {
  package let card = MetricCard(
    name: "helping hands",
    summary: "people who acted on the same post soon after, beyond the usual",
    formula:
      "hands(v) = sum over acts of v of (people acting there within 7 days after - the usual)",
    meaning: """
      Who follows an example: whatever this person shared, answered or liked, others then did \
      too. The usual is what follows an act of anybody; below it the sum is negative. Whoever \
      acts early on what spreads anyway looks like an example.
      """,
    unit: .amount(of: "people"),
    source: "house: our reading of asking, praising and helping in place of one score",
    claim: .model,
    parameters: [
      MetricCard.Parameter(
        "window",
        defaultDays: 7,
        in: 0.01...3_650,
        assumed: true,
        "how soon others must follow"
      )
    ],
    companions: [
      MetricCard.Companion("followed", "how many acted after, over all acts"),
      MetricCard.Companion("acts", "how often this person acted on a post"),
    ],
    laws: [.liesIn(-1e9...1e9), .sumsTo(0), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two follow a, one c, nobody d: the usual is 1",
        graph: "b^/0 a@like@b:p0/1 c@like@b:p0/2 d@like@b:p0/3",
        expect: ["a": 1, "c": 0, "d": -1, "b": .nan]
      )
    ],
    triedWords: ["helping", "followers of example", "hands", "donations"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard graph.interactions.kinds.count > 0 else {
      throw .interactionsNotLoaded(kind: "reply", loaded: [])
    }
    let days = try arguments.value(of: card.parameters[0])
    var acts: [UInt32: [(time: Instant, person: PersonID)]] = [:]
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard event.post != nobody, let time = event.time else { continue }
      acts[event.post, default: []].append((time, event.source))
    }
    var hands = [Double](repeating: 0, count: graph.personCount)
    var counts = hands
    for post in acts.keys.sorted() {
      let acts = acts[post] ?? []
      for (place, after) in Followings(of: acts, within: days).counts.enumerated() {
        hands[Int(acts[place].person)] += after
        counts[Int(acts[place].person)] += 1
      }
    }
    let usual = hands.reduce(0, +) / counts.reduce(0, +)
    return Measured(
      values: zip(hands, counts).map { $1 > 0 ? $0 - $1 * usual : .nan },
      companions: [
        Measured.Companion("followed", unit: .count(of: "people"), values: hands),
        Measured.Companion("acts", unit: .count(of: "interactions"), values: counts),
      ],
      missingReason: "no dated act on a post"
    )
  }
}
