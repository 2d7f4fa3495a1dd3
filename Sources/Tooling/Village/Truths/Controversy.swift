/// Somebody whom many trust and as many distrust.
struct Controversy: PlantedTruth {
  /// The controversial one.
  static let handle = "victor"

  let title = "@victor, the controversial one"
  let reason = "A mean near zero hides two camps: distrust is not a lack of trust."

  func cast(_ village: inout Village) {
    var victor = Person(
      handle: Self.handle,
      name: "Victor Brandt",
      role: "chef",
      country: "DE",
      age: "45-54",
      joined: -1_300,
      price: 900,
      home: .cooking
    )
    victor.leaning.liveliness = 1.5
    village.admit(victor)
  }

  func tie(_ village: inout Village) {
    guard let victor = village[Self.handle] else { return }
    var random = village.random("controversy ties")
    let before = village
    village.gather(150, around: victor, &random) { before.isInterested($0, in: .cooking) }
    village.gather(40, around: victor, &random) { _ in true }
    village.followBack(victor, 12, &random)
  }

  func trust(_ village: inout Village) {
    guard let victor = village[Self.handle] else { return }
    var random = village.random("controversy trust")
    let audience = random.sample(150, of: village.follows.followers[victor])
    for (number, tie) in audience.enumerated() {
      let isFor = number.isMultiple(of: 2)
      let hundredths = isFor ? random.integer(in: 60...98) : -random.integer(in: 35...95)
      village.say(tie.person, trusts: victor, hundredths, since: tie.since, &random)
    }
  }

  func write(_ village: inout Village) {
    guard let victor = village[Self.handle] else { return }
    var random = village.random("controversy posts")
    village.write(55, by: victor, about: .cooking, pull: 1.6, &random)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let victor = try village.person(Self.handle)
    let camps = village.everybody.map { person in
      let opinions = village.trust.received[person].map(\.hundredths)
      let camp = (
        opinions.filter { $0 >= 50 }.count, opinions.filter { $0 <= -30 }.count
      )
      return camp
    }
    let next = village.everybody.filter { $0 != victor }.map { min(camps[$0].0, camps[$0].1) }.max()
    let opinions = village.trust.received[victor].map(\.hundredths)
    let mean = Double(opinions.reduce(0, +)) / Double(max(1, opinions.count)) / 100
    let all = village.everybody.flatMap { village.trust.given[$0] }
    let negative = all.filter { $0.hundredths < 0 }.count
    return [
      Claim(
        "Trusted (0.5 or more) by \(camps[victor].0), distrusted (-0.3 or less) by "
          + "\(camps[victor].1), mean \(Figure.decimal(mean)); nobody else has \((next ?? 0) + 1) "
          + "in each camp.",
        holds: min(camps[victor].0, camps[victor].1) >= 60 && (next ?? 0) < 10 && abs(mean) < 0.25
      ),
      Claim(
        "\(negative) of \(all.count) opinions are below zero.",
        holds: negative * 20 < all.count
      ),
    ]
  }
}
