package import Graph
package import Values

extension Graph {
  /// A random graph in which things have times: some ties, most interactions, posts and actions.
  ///
  /// Times are days 0 to 9; `Graph.day` makes them. Ties, stated interests and kinds are those of
  /// `random`; interests are counted besides, posts are about up to two topics, and interactions
  /// and actions are on posts.
  package static func dated(people: Int, density: Double, seed: UInt64) -> Graph {
    let plain = Graph.random(people: people, density: density, seed: seed)
    var chance = DatedChance(people: UInt32(people), seed: seed &+ 77)
    var builder = GraphBuilder(extending: plain)
    for (name, relation) in plain.relations.sorted(by: { $0.key < $1.key }) {
      var ties = TieBuffer(weighted: relation.forwardWeights != nil, timed: true)
      for tie in relation.ties {
        ties.append(from: tie.source, to: tie.target, weight: tie.weight, time: chance.moment())
      }
      _ = builder.add(ties, to: name)
    }
    let topics = ["yoga", "pop", "chess"].map { builder.topic($0) }
    let posts = (0..<UInt32(people) * 2).map { builder.post("post\($0)") }
    let purchases = builder.actionKind("purchase")
    for post in posts.dropLast(people / 4) {
      let about = topics.filter { _ in chance.number(below: 3) == 0 }
      let author = chance.person()
      builder.add([Posts.Post(id: post, author: author, time: chance.moment(), topics: about)])
    }
    var touches: [TopicTouch: Double] = [:]
    for _ in 0..<people * 4 {
      let (source, target) = (chance.person(), chance.person())
      let (kind, post) = (chance.number(below: 4), chance.number(below: UInt32(people) * 3))
      let about = Int(post) < posts.count ? posts[Int(post)] : nobody
      if source != target {
        builder.add([
          Interactions.Event(
            source: source,
            target: target,
            kind: kind,
            time: chance.moment(),
            post: about,
            sentiment: Sentiment(Double(kind) / 2 - 1) ?? .unknown
          )
        ])
      }
      builder.add([
        Actions.Action(
          person: source,
          kind: purchases,
          time: chance.moment(),
          value: Double(kind),
          brand: chance.number(below: 3) == 0 ? nobody : chance.person(),
          post: about,
          through: chance.number(below: 2) == 0 ? nobody : target
        )
      ])
      if kind == 0 {
        let vouch = Vouches.Vouch(source: source, target: target, topic: topics[1])
        builder.add([vouch])
      }
      touches[TopicTouch(topic: topics[0], person: source), default: 0] += 1
    }
    builder.addActions(people * 3, among: people, seed: seed &+ 99, days: 10)
    builder.add(countedInterests: touches)
    return builder.frozen()
  }

  /// Midnight of a numbered day.
  package static func day(_ number: Int) -> Instant {
    Instant(microseconds: Int64(number) * 86_400_000_000)
  }
}

/// Random people, numbers and moments.
private struct DatedChance {
  let people: UInt32
  var random: SeededRandom

  init(people: UInt32, seed: UInt64) {
    self.people = people
    random = SeededRandom(seed: seed)
  }

  mutating func number(below bound: UInt32) -> UInt32 {
    UInt32.random(in: 0..<bound, using: &random)
  }

  mutating func person() -> PersonID { number(below: people) }

  /// A day of ten; nil one time in six.
  mutating func moment() -> Instant? {
    number(below: 6) == 0 ? nil : Graph.day(Int(number(below: 10)))
  }
}
