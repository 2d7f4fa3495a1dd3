package import Graph
package import Values

/// How often others stood up for somebody, as Klout's +K.
package struct VouchesReceived: Metric {
  package let card = MetricCard(
    name: "vouches received",
    summary: "how often others vouched for this person, once a day each",
    formula: "vouches received(v) = |{(u, day) : u vouched for v}|; in a topic, only on it",
    meaning: """
      What others say of somebody, rather than what somebody says: Klout's +K. Several on one day \
      by one person count once. It never entered the klout score; it is cheap to give and often \
      given back.
      """,
    unit: .count(of: "vouches"),
    source: "Klout's +K, 2011; one person's vouches of a day count once",
    accepts: [.in, .from],
    companions: [MetricCard.Companion("vouchers", "how many different people vouched")],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two vouch for b, one of them on two topics at once",
        graph: "a+b:yoga a+b:pop c+b:yoga",
        expect: ["a": 0, "b": 2, "c": 0]
      )
    ],
    triedWords: ["vouches", "plus k", "endorsements", "recommendations"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    guard graph.vouches.vouches.isLoaded else { throw .vouchesNotLoaded }
    var days: Set<Vouching> = []
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    for vouch in view.vouches.vouches {
      if arguments.from?.contains(vouch.source) == false { continue }
      days.insert(
        Vouching(source: vouch.source, target: vouch.target, day: vouch.time?.dayNumber)
      )
    }
    var counts = [Double](repeating: 0, count: graph.personCount)
    var people = counts
    var pairs: Set<UInt64> = []
    for vouching in days {
      counts[Int(vouching.target)] += 1
      let pair = UInt64(vouching.source) << 32 | UInt64(vouching.target)
      if pairs.insert(pair).inserted { people[Int(vouching.target)] += 1 }
    }
    return Measured(
      values: counts,
      companions: [
        Measured.Companion("vouchers", unit: .count(of: "people"), values: people)
      ]
    )
  }
}

/// That somebody vouched for somebody on a day.
private struct Vouching: Hashable {
  let source: PersonID
  let target: PersonID
  let day: Int?
}
