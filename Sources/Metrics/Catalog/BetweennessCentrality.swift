package import Graph
package import Values

/// How much of the shortest chains between others lead through somebody.
package struct BetweennessCentrality: Metric {
  package let card = MetricCard(
    name: "betweenness",
    summary: "part of the shortest chains between others that lead through this one",
    formula: "b(v) = sum over s != v != t of chains(s,t through v) / chains(s,t), / ((n-1)(n-2))",
    meaning: """
      A broker: news between two others passes by, if it takes the shortest way. Pairs that no \
      chain joins add nothing. Up to 20,000 people every source is searched; above, a sample of \
      `sources`, with a standard error for each person. Few sources make up most of what leads \
      through somebody, so more than one estimate in twenty is further off than two of its errors.
      """,
    unit: .plain,
    source: "Freeman, 1977; Brandes, A faster algorithm for betweenness centrality, 2001",
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter(
        "sources",
        default: 200,
        in: 2...1_000_000,
        "how many people a sample begins at, where there are more than 20,000"
      )
    ],
    companions: [
      MetricCard.Companion("error", "the standard error of an estimate; 0 where it is exact")
    ],
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b is on the only chain from a to c, one of two pairs of others",
        graph: "a>b b>c",
        expect: ["a": 0, "b": 0.5, "c": 0]
      )
    ],
    triedWords: ["betweenness centrality", "bridge", "bridges", "gatekeeper", "go-between"]
  )

  /// The most people for whom every source is searched.
  private let mostPeopleSearched: Int

  /// Where the draw of a sample begins; not 0.
  private let seed: UInt64

  /// The metric; another bound or draw than the standard one is for tests.
  package init(
    searchingEverybodyUpTo people: Int = 20_000,
    drawingFrom seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  ) {
    mostPeopleSearched = people
    self.seed = seed
  }

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let size = try arguments.value(of: card.parameters[0])
    let everybody = graph.everybody.people
    let count = Double(everybody.count)
    var sources = everybody
    if everybody.count > mostPeopleSearched, Int(size) < everybody.count {
      sources = everybody.sample(of: Int(size), from: seed)
    }
    let found = try Betweenness(
      from: sources,
      along: relation.forward,
      reporting: card.name,
      threads: arguments.threads,
      watchedBy: monitor
    )
    guard count > 2 else {
      return Measured(
        values: Array(repeating: .nan, count: graph.personCount),
        companions: [
          Measured.Companion("error", unit: .plain, values: found.sums, isShown: false)
        ],
        missingReason: "fewer than three people",
        defaults: arguments.defaultRelation(of: card)
      )
    }
    // A source's dependencies are at most n - 2; scaled so that all n sources sum to the formula.
    let drawn = Double(sources.count)
    let isSample = sources.count < everybody.count
    let scale = count / drawn / ((count - 1) * (count - 2))
    let errors = zip(found.sums, found.squares).map { sum, square in
      guard isSample else { return 0.0 }
      let variance = max(0, square - sum * sum / drawn) / (drawn - 1)
      return (variance * drawn * (1 - drawn / count)).squareRoot() * scale
    }
    return Measured(
      values: found.sums.map { $0 * scale },
      companions: [
        Measured.Companion("error", unit: .plain, values: errors, isShown: isSample)
      ],
      defaults: arguments.defaultRelation(of: card),
      remarks: isSample
        ? ["betweenness is estimated from \(Tally.digits(sources.count)) sources drawn by chance"]
        : [],
      claim: isSample ? .sampled : nil
    )
  }
}

extension [PersonID] {
  /// So many of them, drawn by chance from a seed that is not 0, in their order.
  fileprivate func sample(of size: Int, from seed: UInt64) -> [PersonID] {
    var chosen: [PersonID] = []
    chosen.reserveCapacity(size)
    var state = seed
    for (index, person) in enumerated() {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      // Chosen with the chance that so many are still wanted of so many who are left.
      let wanted = UInt64(size - chosen.count)
      if state.multipliedFullWidth(by: UInt64(count - index)).high < wanted {
        chosen.append(person)
      }
    }
    return chosen
  }
}
