/// Sixty bots that follow and like for one master.
struct BotFarm: PlantedTruth {
  /// The master.
  static let handle = "gus_growth"

  let title = "@gus_growth and the bot farm"
  let reason = "Reactions from nobody: a score made of them falls the moment bots do not count."

  func cast(_ village: inout Village) {
    var random = village.random("bots")
    village.admit(
      Person(
        handle: Self.handle,
        name: "Gus Growth",
        role: "growth adviser",
        country: "US",
        age: "25-34",
        joined: -250,
        price: 600,
        home: .coffee
      )
    )
    var number = 10_000
    for _ in 0..<60 {
      number += random.integer(in: 40...1_400)
      var bot = Person(
        handle: "user\(number)",
        name: "User \(number)",
        role: "account",
        country: "US",
        age: "",
        joined: random.integer(in: -200 ... -120)
      )
      bot.nature = .bot
      village.admit(bot)
    }
  }

  private func bots(of village: Village) -> [Int] {
    village.everybody.filter { village.people[$0].nature == .bot }
  }

  func interest(_ village: inout Village) {
    guard let gus = village[Self.handle] else { return }
    village.settle(gus, on: [(.coffee, 60)])
  }

  func tie(_ village: inout Village) {
    guard let gus = village[Self.handle] else { return }
    var random = village.random("bot ties")
    let bots = bots(of: village)
    let popular = village.ordinary.filter { village.people[$0].leaning.appeal > 25 }
    for bot in bots {
      village.tie(bot, to: gus, &random)
      let targets =
        random.sample(6, of: bots) + random.sample(10, of: clients(of: village))
        + random.sample(5, of: popular)
      for target in targets { village.tie(bot, to: target, &random) }
      if let bella = village[Celebrity.handle] { village.tie(bot, to: bella, &random) }
    }
    village.gather(22, around: gus, &random) { _ in true }
  }

  /// Those who paid for some followers.
  private func clients(of village: Village) -> [Int] {
    var random = village.random("bot clients")
    return random.sample(25, of: village.ordinary.filter { village.people[$0].home == .pop })
  }

  func write(_ village: inout Village) {
    guard let gus = village[Self.handle] else { return }
    var random = village.random("bot posts")
    village.write(40, by: gus, about: .coffee, pull: 0.2, &random)
  }

  func react(_ village: inout Village) {
    guard let gus = village[Self.handle] else { return }
    var random = village.random("bot likes")
    let clients = clients(of: village)
    for (number, post) in village.posts.enumerated() {
      let chance = post.author == gus ? 0.55 : clients.contains(post.author) ? 0.06 : 0
      guard chance > 0 else { continue }
      for bot in bots(of: village) where random.chance(chance) {
        let minute = village.later(than: post.minute, within: 60, &random)
        village.interactions.append(
          Interaction(
            minute: minute,
            source: bot,
            kind: .like,
            target: post.author,
            subject: .post(number)
          )
        )
      }
    }
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let gus = try village.person(Self.handle)
    let bots = bots(of: village)
    let opinions = bots.reduce(0) {
      $0 + village.trust.given[$1].count + village.trust.received[$1].count
    }
    let interested = bots.filter { village.interests[$0].contains { $0 > 0 } }.count
    let posting = village.posts.filter { bots.contains($0.author) }.count
    let likes = village.interactions.filter { bots.contains($0.source) }
    let received = village.reactionsReceived()
    let fromPeople = village.reactionsReceived { !bots.contains($0) }
    let rank = 1 + received.filter { $0 > received[gus] }.count
    let rankWithout = 1 + fromPeople.filter { $0 > fromPeople[gus] }.count
    return [
      Claim(
        "\(bots.count) bots: \(likes.count) interactions, all likes; \(posting) posts, "
          + "\(opinions) opinions, \(interested) with an interest.",
        holds: bots.count == 60 && posting + opinions + interested == 0
          && likes.allSatisfy { $0.kind == .like } && likes.count > 800
      ),
      Claim(
        "@gus_growth is \(Figure.rank(rank)) by reactions received, and "
          + "\(Figure.rank(rankWithout)) without the bots.",
        holds: rank <= 20 && rankWithout >= 150
      ),
    ]
  }
}
