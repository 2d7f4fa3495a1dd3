package import Graph
package import Values

/// How many people somebody adds to those whom some others reach already.
package struct UnduplicatedReach: Metric {
  package let card = MetricCard(
    name: "unduplicated reach",
    summary: "followers who follow nobody else of those compared",
    formula: "u(v) = |{u in audience(v) and group : u follows nobody else of S}|",
    meaning: """
      What this person adds to the others: whoever follows two of them is reached by either. S is \
      the people who are shown, or the set behind `from`: from the people hired already it is what \
      hiring one more would add. What all of S reach together stands below the table. The values \
      do not sum to that, for shared followers are in none of them. With a set only its members \
      count. `choose` finds the people who reach most together.
      """,
    unit: .count(of: "people"),
    source: "TURF: Miaoulis, Free, Parsons, 1990",
    accepts: [.with, .from, .over],
    relation: "follows",
    companions: [
      MetricCard.Companion("alone", "followers, shared ones too"),
      MetricCard.Companion("duplicated", "followers whom somebody else of those compared has too"),
    ],
    isAmongShown: true,
    laws: [.liesIn(0...1e9), .isWhole, .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a follows v and w, b and c follow v alone, d follows w alone",
        graph: "a>v b>v c>v a>w d>w",
        expect: ["v": 2, "w": 1, "a": 0]
      )
    ],
    triedWords: [
      "turf", "incremental reach", "exclusive reach", "exclusive followers", "unique reach",
      "net reach", "deduplicated reach",
    ]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let rows = try graph.relation(arguments.relation, orElse: card.relation).backward
    let everybody = graph.everybody
    let compared = (arguments.from ?? arguments.wanted ?? everybody).intersection(everybody)
    var heard = [UInt32](repeating: 0, count: rows.count)
    var watch = StopWatch(monitor)
    for speaker in compared.people {
      try watch.worked(rows.degree(of: speaker) + 1)
      for listener in rows[speaker] { heard[Int(listener)] += 1 }
    }
    let group = MemberMask(arguments.group?.members ?? graph.everybody)
    let members = MemberMask(compared)
    let columns = try ParallelRanges(balancing: rows).columns(
      2,
      card.name,
      threads: arguments.threads,
      watchedBy: monitor
    ) { [heard] range in
      var (own, all) = ([Double](), [Double]())
      for speaker in range {
        var (alone, added) = (0, 0)
        for listener in rows[UInt32(speaker)] where group[Int(listener)] == 1 {
          alone += 1
          if Int(heard[Int(listener)]) == members[speaker] { added += 1 }
        }
        own.append(Double(added))
        all.append(Double(alone))
      }
      return [own, all]
    }
    let reached = heard.indices.count { heard[$0] > 0 && group[$0] == 1 }
    let gross = heard.indices.reduce(0) { $0 + (group[$1] == 1 ? Int(heard[$1]) : 0) }
    let shared = zip(columns[1], columns[0]).map { $0 - $1 }
    let unit = Unit.count(of: "people")
    return Measured(
      values: columns[0],
      companions: [
        Measured.Companion("alone", unit: unit, values: columns[1]),
        Measured.Companion("duplicated", unit: unit, values: shared),
      ],
      defaults: arguments.defaultRelation(of: card)
        + (arguments.from == nil ? ["among \(Tally.text(compared.count, "people"))"] : []),
      remarks: [
        "the \(Tally.digits(compared.count)) compared reach \(Tally.text(reached, "people")) "
          + "together, \(Tally.digits(gross - reached)) fewer than one by one"
      ]
    )
  }
}
