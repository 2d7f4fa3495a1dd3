extension Village {
  /// Ordinary trust: two followers in five say how far they trust, by the credibility of the one
  /// they follow and how far they share that person's leading interest; very few distrust.
  mutating func learnToTrust() {
    var random = random("trust")
    for truster in everybody where people[truster].nature != .bot {
      for tie in follows.following[truster] {
        let credibility = people[tie.person].leaning.credibility
        guard credibility > 0, random.chance(0.4) else { continue }
        var hundredths = credibility * 6 / 10 + random.integer(in: -12...22)
        if let home = people[tie.person].home {
          hundredths += interest(truster, in: home) / 4
        }
        if random.chance(0.015) { hundredths = -random.integer(in: 20...80) }
        say(truster, trusts: tie.person, hundredths, since: tie.since, &random)
      }
    }
  }

  /// Adds an opinion formed within some months of a tie, kept within what can be said.
  mutating func say(
    _ truster: Int,
    trusts trusted: Int,
    _ hundredths: Int,
    since: Int,
    _ random: inout SeededGenerator
  ) {
    trust.add(
      truster,
      trusts: trusted,
      min(100, max(hundredths, hundredths < 0 ? -100 : 5)),
      since: min(Almanac.days - 1, since + random.integer(in: 0...150))
    )
  }

  /// How far somebody trusts a person, from 0 to 1: what they said, else what most people would.
  func feltTrust(_ truster: Int, in trusted: Int) -> Double {
    let felt = trust[truster, trusted] ?? people[trusted].leaning.credibility * 7 / 10
    return Double(max(0, felt)) / 100
  }
}
