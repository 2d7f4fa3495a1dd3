package import Graph
package import Values

/// How many join in when somebody praises another.
package struct ChimeIns: Metric {
  package let card = MetricCard(
    name: "chime-ins",
    summary: "people who joined in where this person praised another",
    formula: "chime-ins(v) = |{u : u joined after v said something kind to w, u not v or w}|",
    meaning: """
      Whether praise is taken up. Kind is a sentiment above 0, as the data have it; joining is \
      to react to the same post afterwards, or to answer the praise itself. Each person counts \
      once.
      """,
    unit: .count(of: "people"),
    source: "house: our reading of asking, praising and helping in place of one score",
    companions: [
      MetricCard.Companion("praises", "how often this person said something kind")
    ],
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a praises b on a post; c and d join in, b does not count",
        graph: "b^/0 a@reply@b:p0=0.8/1 c@like@b:p0/2 d@share@b:p0/3 b@like@a:p0/4",
        expect: ["a": 2, "c": .nan]
      )
    ],
    triedWords: ["chime in", "praise", "support", "endorsement"]
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
    var praises = [Double](repeating: 0, count: graph.personCount)
    var threads: [UInt32: [(praiser: PersonID, praised: PersonID)]] = [:]
    var joined = DistinctPairs(people: graph.personCount)
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      if event.post != nobody {
        for praise in threads[event.post] ?? []
        where event.source != praise.praiser && event.source != praise.praised {
          joined.insert(event.source, for: praise.praiser)
        }
      }
      guard let sentiment = event.sentiment.value, sentiment > 0 else { continue }
      praises[Int(event.source)] += 1
      for thread in Set([event.post, event.id]) where thread != nobody {
        let known = threads[thread] ?? []
        if known.contains(where: { $0 == (event.source, event.target) }) { continue }
        threads[thread] = known + [(event.source, event.target)]
      }
    }
    return Measured(
      values: zip(joined.counts, praises).map { $1 > 0 ? $0 : .nan },
      companions: [
        Measured.Companion("praises", unit: .count(of: "interactions"), values: praises)
      ],
      missingReason: "no praise is known"
    )
  }
}
