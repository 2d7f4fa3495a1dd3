/// Somebody with a tiny audience whose word sells dear things.
struct SmallVoice: PlantedTruth {
  /// The small voice.
  static let handle = "ines"

  let title = "@ines, the small voice"
  let reason =
    "Everyone is a journalist: hardly two dozen followers, and the most revenue from each."

  func cast(_ village: inout Village) {
    var ines = Person(
      handle: Self.handle,
      name: "Inês Duarte",
      role: "retreat host",
      country: "PT",
      age: "55-64",
      joined: -600,
      price: 40,
      home: .meditation
    )
    ines.leaning.liveliness = 1
    village.admit(ines)
  }

  func interest(_ village: inout Village) {
    guard let ines = village[Self.handle] else { return }
    village.settle(ines, on: [(.meditation, 100), (.yoga, 90), (.gardening, 35)])
  }

  func tie(_ village: inout Village) {
    guard let ines = village[Self.handle] else { return }
    var random = village.random("small voice ties")
    let before = village
    village.gather(22, around: ines, &random) { before.interest($0, in: .yoga) >= 60 }
    village.gather(4, around: ines, &random) { before.interest($0, in: .yoga) < 50 }
    village.followBack(ines, 12, &random)
  }

  func trust(_ village: inout Village) {
    guard let ines = village[Self.handle] else { return }
    var random = village.random("small voice trust")
    let before = village
    let range = { (person: Int) in before.isInterested(person, in: .yoga) ? 82...100 : 50...90 }
    village.earn(range, for: ines, from: 0.95, &random)
  }

  func write(_ village: inout Village) {
    guard let ines = village[Self.handle], let lotus = village[Brands.lotus] else { return }
    var random = village.random("small voice posts")
    village.write(18, by: ines, about: .yoga, &random)
    village.write(12, by: ines, about: .meditation, &random)
    village.endorse(lotus, with: 16, postsBy: ines, about: .yoga, worth: 5, &random)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let ines = try village.person(Self.handle)
    let revenue = village.everybody.map { person in
      village.causes.reduce(0) { $0 + (village.author(of: $1) == person ? $1.value : 0) }
    }
    let audience = village.follows.followers[ines].count
    let each = village.everybody.map { person in
      Double(revenue[person]) / Double(max(1, village.follows.followers[person].count))
    }
    let next = village.everybody.filter { $0 != ines }.max { each[$0] < each[$1] } ?? ines
    let rank = 1 + revenue.filter { $0 > revenue[ines] }.count
    return [
      Claim(
        "\(audience) followers, \(Figure.rank(village.rankByFollowers(ines))) by followers.",
        holds: audience <= 30
      ),
      Claim(
        "\(revenue[ines]) of revenue caused, \(Figure.rank(rank)) of all; per follower "
          + "\(Figure.decimal(each[ines], 1)), and next @\(village.people[next].handle) with "
          + "\(Figure.decimal(each[next], 1)).",
        holds: rank <= 3 && each[ines] > 1.5 * each[next]
      ),
    ]
  }
}
