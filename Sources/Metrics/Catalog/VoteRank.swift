package import Graph
package import Values

/// Who is elected by audiences that listen less to the next like one they chose.
package struct VoteRank: Metric {
  package let card = MetricCard(
    name: "voterank",
    summary: "votes at their election of those elected; whose voters chose, weigh less",
    formula:
      "votes(v) = sum of ability(u) over followers u; each election costs 1/k, the elected all",
    meaning: """
      Everybody votes for all they follow. Who has most votes is elected and votes no more; each of \
      their followers loses 1/k of their ability, k the mean number of followers. So the next ones \
      speak to others. The leaders by followers often share one audience; these do not. Who is not \
      elected has no value: ask for more seats.
      """,
    unit: .plain,
    source: "Zhang, Chen, Dong, Zhao, Identifying a set of influential spreaders, 2016",
    accepts: [.over],
    relation: "follows",
    parameters: [
      MetricCard.Parameter("seats", default: 10, in: 1...100_000, "how many are elected")
    ],
    companions: [
      MetricCard.Companion("place", "as which of them somebody was elected"),
      MetricCard.Companion("followers", "how many could vote for them"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "a and b have three voters, and a's name comes first; two of b's then count an eighth",
        graph: "d>b e>b f>b d>a e>a g>a f>c g>c",
        expect: ["a": 3, "b": 1.25, "c": 0.25, "d": .nan]
      )
    ],
    triedWords: ["vote rank", "spreaders", "influential spreaders", "elected"]
  )

  /// Votes that differ by less, relatively, are the same.
  private static let agreement = 1 - 1e-12

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let relation = try graph.relation(arguments.relation, orElse: card.relation)
    let seats = Int(try arguments.value(of: card.parameters[0]))
    var election = Election(relation, people: graph.presentCount)
    var values = [Double](repeating: .nan, count: graph.personCount)
    var places = values
    for seat in 0..<seats {
      monitor.report(card.name, Double(seat) / Double(seats))
      if monitor.isCancelled() { throw .cancelled }
      guard let most = election.votes.max(), most > 1e-9 else { break }
      let leaders = election.votes.indices.filter {
        election.votes[$0] >= most * VoteRank.agreement
      }
      let first = leaders.min { graph.people[PersonID($0)] < graph.people[PersonID($1)] }
      guard let first else { break }
      values[first] = election.votes[first]
      places[first] = Double(seat + 1)
      try election.elect(PersonID(first), watchedBy: monitor)
    }
    return Measured(
      values: values,
      companions: [
        Measured.Companion("place", unit: .count(of: "places"), values: places),
        Measured.Companion(
          "followers",
          unit: .count(of: "people"),
          values: relation.backward.degrees
        ),
      ],
      missingReason: "not elected",
      defaults: arguments.defaultRelation(of: card)
        + (arguments.parameters["seats"] == nil ? ["\(seats) seats"] : [])
    )
  }
}

/// Votes and what each voter's still count.
private struct Election {
  private let relation: Relation
  private let cost: Double
  private var abilities: [Double]
  /// What each person would get; nothing once elected.
  private(set) var votes: [Double]
  private var isElected: [Bool]

  init(_ relation: Relation, people: Int) {
    self.relation = relation
    cost = relation.count > 0 ? Double(people) / Double(relation.count) : 0
    abilities = Array(repeating: 1, count: relation.forward.count)
    votes = relation.backward.degrees
    isElected = Array(repeating: false, count: relation.forward.count)
  }

  /// Elects somebody, who votes no more, and whose voters count for less.
  ///
  /// The votes for whoever those voters follow are added up anew. Complexity: O(ties of these).
  mutating func elect(_ person: PersonID, watchedBy monitor: WorkMonitor) throws(MetricError) {
    isElected[Int(person)] = true
    votes[Int(person)] = 0
    var changed = relation.backward[person].filter { abilities[Int($0)] > 0 }
    for voter in changed { abilities[Int(voter)] = max(0, abilities[Int(voter)] - cost) }
    if abilities[Int(person)] > 0 { changed.append(person) }
    abilities[Int(person)] = 0
    var isStale = [Bool](repeating: false, count: votes.count)
    for voter in changed { for choice in relation.forward[voter] { isStale[Int(choice)] = true } }
    for choice in isStale.indices where isStale[choice] && !isElected[choice] {
      try monitor.pause(at: choice)
      votes[choice] = relation.backward[PersonID(choice)].reduce(0) { $0 + abilities[Int($1)] }
    }
  }
}
