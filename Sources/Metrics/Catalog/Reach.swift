package import Graph
package import Values

/// How many people could hear somebody within some steps.
package struct Reach: Metric {
  package let card = MetricCard(
    name: "reach",
    summary: "how many people could hear this person within some steps",
    formula: "reach(v) = |{u : u is within N steps of v, from followed to follower}| - 1",
    meaning: """
      Followers, their followers, and so on: who would hear if everybody passed everything on. It \
      is an upper bound, not a forecast. Above 100,000 people it is estimated, with an error that \
      is shown, unless few people are asked for. It goes 2 steps unless `within` says otherwise.
      """,
    unit: .count(of: "people"),
    source: "h-hop ball; estimates by HyperBall: Boldi, Vigna, 2013",
    accepts: [.within, .over],
    relation: "follows",
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two steps from the end of a chain, and round a pair",
        graph: "b>a c>b d>c e>f f>e",
        expect: ["a": 2, "b": 2, "c": 1, "d": 0, "e": 1, "f": 1]
      )
    ],
    triedWords: [
      "audience reach", "true reach", "two-hop followers", "potential reach", "exposure",
    ]
  )

  /// The most people for whom everybody's reach is counted, not estimated.
  private let mostPeopleCounted: Int
  /// The most people whose reach is counted one by one in a larger graph.
  private let mostWantedCounted: Int

  /// The metric; other bounds than the standard ones are for tests.
  package init(countingEverybodyUpTo people: Int = 100_000, wantedUpTo wanted: Int = 1_000) {
    mostPeopleCounted = people
    mostWantedCounted = wanted
  }

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let rows = try graph.relation(arguments.relation, orElse: card.relation).backward
    let hops = arguments.hops ?? 2
    guard hops >= 1 else {
      throw .outOfRange(parameter: "hops", value: Double(hops), range: 1...Double(Int32.max))
    }
    var measured: Measured
    if hops == 1 {
      measured = Measured(values: rows.degrees)
    } else if let people = peopleCounted(graph, arguments) {
      measured = try counted(
        people.people,
        over: rows,
        within: hops,
        with: arguments,
        watchedBy: monitor
      )
    } else {
      measured = try estimated(
        for: graph.presentCount,
        over: rows,
        within: hops,
        with: arguments,
        watchedBy: monitor
      )
    }
    measured.defaults =
      arguments.defaultRelation(of: card) + (arguments.hops == nil ? ["within 2 hops"] : [])
    return measured
  }

  /// Whose reach is counted one by one: everybody's, or that of the few who are asked for; nil
  /// where everybody's is estimated.
  private func peopleCounted(_ graph: Graph, _ arguments: MetricArguments) -> PersonSet? {
    if graph.presentCount <= mostPeopleCounted { return graph.everybody }
    guard let wanted = arguments.wanted, wanted.count <= mostWantedCounted else { return nil }
    return wanted
  }

  /// Counts the reach of these people by a search from each; the others stay missing.
  private func counted(
    _ people: [PersonID],
    over rows: Rows,
    within hops: Int,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ranges = ParallelRanges(count: people.count, size: max(1, people.count / 512))
    let reached = try ranges.map(
      card.name,
      threads: arguments.threads,
      watchedBy: monitor,
      scratch: { BoundedSearch(over: rows) }
    ) { search, range throws(MetricError) -> [Double] in
      var reached: [Double] = []
      for person in people[range] {
        reached.append(Double(try search.reach(of: person, within: hops, watchedBy: monitor)))
      }
      return reached
    }.parts.concatenated
    let values = [Double](reached, of: people, among: rows.count)
    return Measured(values: values, missingReason: "not asked for")
  }

  /// Estimates the reach of so many people; never less than the followers, never more than the
  /// others.
  private func estimated(
    for count: Int,
    over rows: Rows,
    within hops: Int,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let ball = HyperBall(people: count)
    let sizes = try ball.sizes(
      over: rows,
      within: hops,
      threads: arguments.threads,
      watchedBy: monitor
    )
    let values = sizes.indices.map { person in
      let followers = rows.degree(of: UInt32(person))
      guard followers > 0 else { return 0.0 }
      let others = (sizes[person] - 1).rounded()
      return min(max(others, Double(followers)), Double(count - 1))
    }
    let percent = Int((ball.standardError * 100).rounded())
    return Measured(
      values: values,
      remarks: ["reach is estimated: HyperBall, standard error \(percent) %"],
      claim: .sampled
    )
  }
}
