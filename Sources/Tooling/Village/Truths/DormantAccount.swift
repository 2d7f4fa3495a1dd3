/// Somebody many follow who fell silent.
struct DormantAccount: PlantedTruth {
  /// The silent one.
  static let handle = "otto_old"

  let title = "@otto_old, the dormant account"
  let reason = "Followers gather and stay: the number outlives whoever earned it."

  private static let lastDay = Almanac.day(2025, 8, 24)

  func cast(_ village: inout Village) {
    village.admit(
      Person(
        handle: Self.handle,
        name: "Otto Käfer",
        role: "photographer",
        country: "AT",
        age: "65+",
        joined: -1_990,
        price: 500,
        home: .photography
      )
    )
  }

  func tie(_ village: inout Village) {
    guard let otto = village[Self.handle] else { return }
    var random = village.random("dormant ties")
    let before = village
    village.gather(380, around: otto, &random) { person in
      before.people[person].joined < -100
        && (before.interest(person, in: .photography) > 0 || person.isMultiple(of: 4))
    }
  }

  func trust(_ village: inout Village) {
    guard let otto = village[Self.handle] else { return }
    var random = village.random("dormant trust")
    village.earn({ _ in 40...85 }, for: otto, from: 0.3, &random)
  }

  func write(_ village: inout Village) {
    guard let otto = village[Self.handle] else { return }
    var random = village.random("dormant posts")
    village.write(14, by: otto, about: .photography, to: Self.lastDay, &random)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let otto = try village.person(Self.handle)
    let last = village.posts.filter { $0.author == otto }.map(\.minute).max() ?? 0
    let silent = Almanac.days - 1 - Almanac.day(ofMinute: last)
    let reactors = village.reactors(inDays: Almanac.days - 90...Almanac.days - 1)
    return [
      Claim(
        "\(village.follows.followers[otto].count) followers, "
          + "\(Figure.rank(village.rankByFollowers(otto))) of all.",
        holds: village.rankByFollowers(otto) <= 10
      ),
      Claim(
        "Last post on \(Almanac.date(Almanac.day(ofMinute: last))), \(silent) days before the "
          + "year's end; \(reactors[otto]) people did anything towards him in the last 90 days.",
        holds: silent > 240 && reactors[otto] <= 25
      ),
    ]
  }
}
