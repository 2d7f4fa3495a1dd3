extension Village {
  /// The share of some people for whom something is so; 0 where there is nobody.
  func share(of group: some Collection<Int>, where holds: (Int) -> Bool) -> Double {
    group.isEmpty ? 0 : Double(group.filter(holds).count) / Double(group.count)
  }

  /// The share of a person's followers who are interested in a topic.
  func audienceShare(of person: Int, in topic: Topic) -> Double {
    share(of: follows.followers[person].map(\.person)) { isInterested($0, in: topic) }
  }

  /// The topic a person cares about most; nil where they care about nothing.
  func leading(_ person: Int) -> Topic? {
    Topic.allCases.filter { interest(person, in: $0) > 0 }
      .max { interest(person, in: $0) < interest(person, in: $1) }
  }

  /// A person's place by number of followers, 1 for the most followed.
  func rankByFollowers(_ person: Int) -> Int {
    let count = follows.followers[person].count
    return 1 + follows.followers.filter { $0.count > count }.count
  }

  /// For each person, the likes, shares and replies they got from those who count.
  func reactionsReceived(from counts: (Int) -> Bool = { _ in true }) -> [Int] {
    var received = Array(repeating: 0, count: people.count)
    for interaction in interactions where interaction.kind != .mention {
      if interaction.source != interaction.target, counts(interaction.source) {
        received[interaction.target] += 1
      }
    }
    return received
  }

  /// For each person, how many others did anything towards them within some days.
  func reactors(inDays days: ClosedRange<Int>) -> [Int] {
    var seen: Set<Pair> = []
    var reactors = Array(repeating: 0, count: people.count)
    for interaction in interactions where interaction.source != interaction.target {
      guard days.contains(Almanac.day(ofMinute: interaction.minute)) else { continue }
      let pair = Pair(from: interaction.source, to: interaction.target)
      if seen.insert(pair).inserted { reactors[interaction.target] += 1 }
    }
    return reactors
  }

  /// For each person, the likes, shares and replies a post of theirs from some days got on average,
  /// whenever they came; nil for those without a post.
  func reactionsPerPost(inDays days: ClosedRange<Int>) -> [Double?] {
    var written = Array(repeating: 0, count: people.count)
    var received = written
    for post in posts where days.contains(Almanac.day(ofMinute: post.minute)) {
      written[post.author] += 1
    }
    for interaction in interactions where interaction.kind != .mention {
      guard case .post(let number) = interaction.subject else { continue }
      let post = posts[number]
      guard interaction.source != post.author else { continue }
      if days.contains(Almanac.day(ofMinute: post.minute)) { received[post.author] += 1 }
    }
    return zip(written, received).map { $0 == 0 ? nil : Double($1) / Double($0) }
  }

  /// Where a person stands among those with a value, from 0 to 100.
  ///
  /// The share below them, and half of those level with them; 0 for a person without a value.
  func percentile(of person: Int, in values: [Double?]) -> Double {
    guard let own = values[person] else { return 0 }
    let known = values.compactMap(\.self)
    let below = known.filter { $0 < own }.count
    let level = known.filter { $0 == own }.count
    return 100 * (Double(below) + Double(level) / 2) / Double(known.count)
  }

  /// How many mentions and replies somebody got from others, and after how many hours each answered
  /// one was answered, shortest first.
  func answers(of person: Int) -> (asked: Int, hours: [Double]) {
    let asked = interactions.filter { interaction in
      interaction.target == person && interaction.source != person
        && (interaction.kind == .mention || interaction.kind == .reply)
    }
    let hours = interactions.compactMap { answer -> Double? in
      guard answer.source == person, case .interaction(let number) = answer.subject else {
        return nil
      }
      return Double(answer.minute - interactions[number].minute) / 60
    }
    return (asked.count, hours.sorted())
  }
}
