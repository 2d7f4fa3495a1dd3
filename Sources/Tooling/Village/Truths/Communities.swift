/// Like follows like, and a few are followed by very many.
struct Communities: PlantedTruth {
  let title = "The communities"
  let reason = "Twelve topics with homophily and a heavy tail: no average person to speak of."

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let people = village.everybody.filter { village.leading($0) != nil }
    var within = 0
    var ties = 0
    for person in people {
      for tie in village.follows.following[person] {
        guard let theirs = village.leading(tie.person) else { continue }
        ties += 1
        if theirs == village.leading(person) { within += 1 }
      }
    }
    let shares = Topic.allCases.map { topic in
      village.share(of: people) { village.leading($0) == topic }
    }
    let byChance = shares.reduce(0) { $0 + $1 * $1 }
    let share = Double(within) / Double(max(1, ties))
    let counts = village.everybody.map { village.follows.followers[$0].count }.sorted(by: >)
    let top = counts.prefix(counts.count / 100).reduce(0, +)
    let topShare = Double(top) / Double(max(1, village.follows.count))
    return [
      Claim(
        "\(Figure.percent(share)) of follows join two people with the same leading interest; by "
          + "chance it would be \(Figure.percent(byChance)).",
        holds: share > 3 * byChance
      ),
      Claim(
        "Median \(counts[counts.count / 2]) followers, the most \(counts[0]); the top 1% of people "
          + "have \(Figure.percent(topShare)) of all follows.",
        holds: topShare > 0.1 && counts[counts.count / 2] <= 12
      ),
    ]
  }
}
