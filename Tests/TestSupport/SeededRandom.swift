package import Graph

/// SplitMix64: a seeded source of random numbers for tests, the same on every machine.
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// A source that always gives the same numbers for the same seed.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Graph {
  /// A random graph of people who follow, trust, care and speak.
  ///
  /// Each ordered pair follows with chance `density`, trusts with half of that (weights in steps of
  /// 0.1, some of them distrust); each person has some of three interests and writes a post about
  /// some of them; there are three interactions a person, of four kinds, and half as many vouches.
  package static func random(people: Int, density: Double, seed: UInt64) -> Graph {
    var random = SeededRandom(seed: seed)
    var builder = GraphBuilder()
    for person in 0..<people { _ = builder.person("p\(person)") }
    var follows = TieBuffer(weighted: false)
    var trust = TieBuffer(weighted: true)
    var interests = TieBuffer(weighted: true)
    for source in 0..<UInt32(people) {
      for target in 0..<UInt32(people) where source != target {
        if Double.random(in: 0..<1, using: &random) < density {
          follows.append(from: source, to: target)
        }
        if Double.random(in: 0..<1, using: &random) < density / 2 {
          let weight = Double(Int.random(in: -2...10, using: &random)) / 10
          trust.append(from: source, to: target, weight: weight)
        }
      }
      for name in ["yoga", "pop", "chess"] where Bool.random(using: &random) {
        let weight = Double(Int.random(in: 0...10, using: &random)) / 10
        interests.append(from: builder.topic(name), to: source, weight: weight)
      }
      let topics = ["yoga", "pop", "chess"].filter { _ in Bool.random(using: &random) }
        .map { builder.topic($0) }
      let id = builder.post("p\(source)")
      builder.add([Posts.Post(id: id, author: source, topics: topics)])
    }
    _ = builder.add(follows, to: "follows")
    _ = builder.add(trust, to: "trust")
    _ = builder.add(statedInterests: interests)
    let kinds = ["share", "mention", "reply", "like"].map { builder.interactionKind($0) }
    let topic = builder.topic("yoga")
    for number in 0..<(people > 1 ? people * 3 : 0) {
      let source = UInt32.random(in: 0..<UInt32(people), using: &random)
      let target = UInt32.random(in: 0..<UInt32(people), using: &random)
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
      if source != target {
        // Two in three are on the post of whoever they are done to.
        let post = number % 3 == 0 ? nobody : builder.post("p\(target)")
        let sentiment = Sentiment(Double(number % 5) / 2 - 1) ?? .unknown
        builder.add([
          Interactions.Event(
            source: source,
            target: target,
            kind: kind,
            post: post,
            sentiment: number % 4 == 0 ? .unknown : sentiment
          )
        ])
        if number % 2 == 0 {
          builder.add([Vouches.Vouch(source: source, target: target, topic: topic)])
        }
      }
    }
    if people > 0 {
      builder.add([Vouches.Vouch(source: 0, target: people > 1 ? 1 : 0, topic: topic)])
    }
    builder.addActions(people * 2, among: people, seed: seed, days: 0)
    return builder.frozen()
  }
}
