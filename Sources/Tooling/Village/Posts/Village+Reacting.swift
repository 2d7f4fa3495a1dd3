extension Village {
  /// How long after a post reactions come, in minutes: soon, as a rule.
  func later(than minute: Int, within minutes: Int, _ random: inout SeededGenerator) -> Int {
    let share = random.unit()
    return min(Village.lastMinute, minute + 3 + Int(share * share * Double(minutes)))
  }

  /// Followers react to posts, by their interest in the topic and their trust in the author; some
  /// mention each other, and posts that speak for a brand mention it.
  mutating func react() {
    var random = random("reactions")
    for (number, post) in posts.enumerated() {
      if let endorsement = post.endorsement {
        interactions.append(
          Interaction(
            minute: post.minute,
            source: post.author,
            kind: .mention,
            target: endorsement.brand,
            subject: .post(number)
          )
        )
      }
      let day = Almanac.day(ofMinute: post.minute)
      for follower in follows.followers[post.author] where follower.since <= day {
        let interest = Double(interest(follower.person, in: post.topic)) / 100
        let trust = feltTrust(follower.person, in: post.author)
        let warmth = 0.015 + 0.31 * interest * (0.25 + 0.75 * trust)
        let liveliness = people[follower.person].leaning.liveliness
        guard random.chance(post.pull * liveliness * warmth) else { continue }
        react(to: number, by: follower.person, &random)
      }
    }
    mention(&random)
  }

  /// One reaction to a post: a like more often than a share or a reply.
  mutating func react(to number: Int, by person: Int, _ random: inout SeededGenerator) {
    let roll = random.unit()
    interactions.append(
      Interaction(
        minute: later(than: posts[number].minute, within: 2_880, &random),
        source: person,
        kind: roll < 0.58 ? .like : roll < 0.8 ? .share : .reply,
        target: posts[number].author,
        subject: .post(number)
      )
    )
  }

  /// Lively people mention some of those they follow.
  private mutating func mention(_ random: inout SeededGenerator) {
    for person in everybody where people[person].nature == .person {
      guard people[person].leaning.liveliness > 0 else { continue }
      for tie in follows.following[person] where random.chance(0.045) {
        interactions.append(
          Interaction(
            minute: moment(from: min(Almanac.days - 1, max(0, tie.since)), &random),
            source: person,
            kind: .mention,
            target: tie.person,
            subject: .none
          )
        )
      }
    }
  }

  /// Authors answer some of the replies they get; each brand answers in its own way.
  mutating func answer() {
    var random = random("answers")
    for (number, interaction) in interactions.enumerated() {
      let manner = manner(of: interaction.target, towards: interaction.kind)
      guard interaction.source != interaction.target, random.chance(manner.probability) else {
        continue
      }
      let minute = later(than: interaction.minute, within: manner.hours * 60, &random)
      guard minute < Village.lastMinute else { continue }
      interactions.append(
        Interaction(
          minute: minute,
          source: interaction.target,
          kind: .reply,
          target: interaction.source,
          subject: .interaction(number)
        )
      )
    }
  }

  private func manner(
    of person: Int,
    towards kind: Interaction.Kind
  ) -> (probability: Double, hours: Int) {
    guard kind == .reply || kind == .mention else { return (0, 0) }
    switch people[person].handle {
    case Brands.lotus: return (0.88, 10)
    case Brands.stride: return (0, 0)
    case Brands.roast: return (0.4, 90)
    default: return (kind == .reply && people[person].leaning.liveliness > 0 ? 0.22 : 0, 40)
    }
  }
}
